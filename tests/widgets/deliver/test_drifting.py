"""What somebody changed at the service: told quietly, shown three times, and never overwritten without a choice."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from studio.delivery.drift import Choice, Facet
from studio.edits import texts
from tests.widgets.deliver.conftest import writes
from widgets.deliver.differing import changed, readable, trio
from widgets.deliver.drift_sheet import DriftSheet
from widgets.deliver.drifting import Drift
from widgets.deliver.marked import MarkedLabel

THEIRS = "Et ord fra en annen."


def change_there(fake):
    """Let somebody write other words into the first template."""
    template = next(iter(fake.templates.values()))
    template["html"] = re.sub(r"([.!?])(\s*</div>)", rf"\1 {THEIRS}\2", template["html"], count=1)
    assert THEIRS in template["html"]


@pytest.fixture
def drifted(at_klaviyo, klaviyo_fake):
    """Return the screen after somebody changed a template that was pushed before."""
    at_klaviyo.delivery.push()
    change_there(klaviyo_fake)
    at_klaviyo.delivery.plan()
    return at_klaviyo


@pytest.fixture
def both(at_klaviyo, klaviyo_fake, desk):
    """Return the screen after both sides changed all messages."""
    at_klaviyo.delivery.push()
    change_there(klaviyo_fake)
    for name in ("reminder", "offer"):
        spoken = texts.block_text(f"{name}-opening")
        desk.session.do("x", texts.write(desk.session.project, spoken, "nb", "Helt nye ord."))
    at_klaviyo.delivery.plan()
    return at_klaviyo


@pytest.fixture
def sheet(both, desk):
    desk.actions["deliver.drift"].trigger()
    return both.actions_of.sheet


def test_nothing_is_said_where_nothing_drifted(at_klaviyo, desk):
    at_klaviyo.delivery.push()
    at_klaviyo.delivery.plan()
    assert not at_klaviyo.plan.banner.isVisible()
    assert not desk.actions["deliver.drift"].isEnabled()


def test_what_was_changed_only_there_is_told_and_left(drifted):
    assert drifted.plan.banner.isVisible()
    assert drifted.plan.banner.said.text().endswith("It is left as it is.")
    assert drifted.ready.foot["push"].text() == "Deliver as drafts"


def test_what_both_changed_waits_and_the_button_says_so(both):
    assert "waits for your choice" in both.plan.banner.said.text()
    assert both.ready.foot["push"].text() == "Deliver all but 1"


def test_a_push_without_a_choice_leaves_theirs_alone(both, klaviyo_fake):
    both.delivery.push()
    assert any(THEIRS in str(template) for template in klaviyo_fake.templates.values())
    assert both.plan.banner.isVisible()


def test_the_sheet_shows_three_versions_with_the_words_that_differ_marked(sheet):
    (card,) = sheet.cards
    last, theirs, ours = card.findChildren(MarkedLabel)[:3]
    assert last.marked_words() == ()
    assert THEIRS in " ".join(theirs.marked_words())
    assert "Helt nye ord." in " ".join(ours.marked_words())
    assert THEIRS in theirs.text()
    assert THEIRS not in ours.text()


def test_ours_is_put_after_the_choice(qtbot, sheet, both, klaviyo_fake):
    qtbot.mouseClick(sheet.cards[0].segments.pill("ours"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.done_button, Qt.MouseButton.LeftButton)
    assert both.ready.foot["push"].text() == "Deliver as drafts"
    assert "You have chosen" in both.plan.banner.said.text()
    both.delivery.push()
    assert not any(THEIRS in str(template) for template in klaviyo_fake.templates.values())


def test_theirs_is_kept_after_the_choice_and_asked_about_no_more(qtbot, sheet, both, klaviyo_fake):
    sheet.cards[0].segments.pill("theirs").setFocus()
    qtbot.keyClick(sheet.cards[0].segments.pill("theirs"), Qt.Key.Key_Space)
    sheet.accept()
    both.delivery.push()
    both.delivery.plan()
    assert any(THEIRS in str(template) for template in klaviyo_fake.templates.values())
    assert not both.plan.banner.isVisible()


def test_a_sheet_that_is_closed_decides_nothing(qtbot, sheet, both, klaviyo_fake):
    sheet.cards[0].segments.choose("ours")
    before = len(writes(klaviyo_fake))
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert both.delivery.drift.waiting == 1
    assert len(writes(klaviyo_fake)) == before


def test_a_choice_can_be_looked_at_again(sheet, both, desk):
    sheet.cards[0].segments.choose(Choice.OURS.value)
    sheet.accept()
    desk.actions["deliver.drift"].trigger()
    assert both.actions_of.sheet.cards[0].choice == "ours"
    both.actions_of.sheet.reject()


def test_another_account_has_no_part_in_the_choices(sheet, both, desk, add_account, klaviyo_fake):
    sheet.cards[0].segments.choose("ours")
    sheet.accept()
    add_account(desk, "klaviyo", klaviyo_fake, "Second")
    both.delivery.refresh()
    both.delivery.choose(account="klaviyo:Second")
    assert dict(both.delivery.drift.verdicts) == {}


def test_a_page_is_read_as_its_words():
    head = "<html><head><title>x</title><style>p{}</style></head>"
    page = f"{head}<body><p>En&nbsp;to</p><div>tre <b>fire</b></div></body></html>"
    assert readable(page) == "En to\ntre fire"


def test_only_the_words_that_differ_are_marked():
    text = "Hei du, dette er nytt"
    assert [text[start : start + size] for start, size in changed(text, "Hei du, dette er gammelt")] == ["nytt"]


def test_equal_paragraphs_of_a_long_text_are_left_out():
    lines = [f"Linje {number}" for number in range(9)]
    theirs = "\n".join([*lines[:4], "Ny linje", *lines[4:]])
    shown = trio(Facet("Text", "\n".join(lines), theirs, "\n".join(lines)))
    assert shown.theirs.text == "…\nNy linje\n…"


def test_a_page_whose_words_are_the_same_says_that_only_its_look_differs():
    same = trio(Facet("Content", "<p>En</p>", "<p style='color:red'>En</p>", "<p>En</p>"))
    assert same.only_design


def test_what_was_sent_last_may_be_unknown():
    shown = trio(Facet("Subject", "", "Deres", "Vårt"))
    assert (shown.last.text, shown.theirs.marks) == ("", ((0, 5),))


def test_what_runs_is_changed_by_a_choice_of_its_own_only(sheet, desk, both):
    sheet.reject()
    one = both.delivery.prepared.foreseen.drift[0]
    things = (one, replace(one, key="flow", running=True))
    asked = DriftSheet(desk, "Klaviyo", Drift(things), both)
    asked.all_ours.click()
    assert [card.choice for card in asked.cards] == ["ours", "later"]
    asked.all_theirs.click()
    assert [card.choice for card in asked.cards] == ["theirs", "theirs"]
