"""A message of a project that is not open, at a glance."""

import pytest

from widgets.preview.glance import MessageGlance


@pytest.fixture
def glance(qtbot, empty_desk, make_view):
    glance = MessageGlance(empty_desk, make_view)
    qtbot.addWidget(glance)
    glance.show()
    return glance


def where(project):
    return project, project.sequence_order[0], next(iter(project.messages))


def test_a_message_of_any_project_is_shown(qtbot, glance, cart_project, views):
    project, content = cart_project
    glance.show_message(*where(project), "sv", content)
    qtbot.waitUntil(lambda: bool(views and views[0].pages))
    assert views[0].page.width == 375
    assert glance.reading.rendered.language == "sv"


def test_pictures_come_from_what_was_given(qtbot, glance, cart_project, views):
    project, content = cart_project
    digest = next(iter(content))
    for pictures in (content, content.__getitem__):
        glance.show_message(*where(project), "nb", pictures)
        got = []
        qtbot.waitUntil(lambda: bool(views))
        views[0].shelf.fetch(f"picture/{digest}", got.append)
        assert got == [content[digest]]


def test_a_message_that_is_not_there_is_said(glance, cart_project):
    project, _ = cart_project
    glance.show_message(project, project.sequence_order[0], "gone", "nb", {})
    assert glance.states.state == "empty"
