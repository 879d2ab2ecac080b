"""A build sheet is one page that works without the network, in the reader's language."""

import gettext
from dataclasses import replace

import pytest
from lxml import html

from studio.exporters.base import Sheet, SheetStep
from studio.exporters.glimpses import LARGEST, glimpses
from studio.exporters.sheet import sheet_html
from studio.i18n import NullTranslator, Translator, sentence
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import FIVE, LOGO, MAY_TEXT, MESSAGES, PICTURE, send, work

SMALL = Sheet(
    sentence("T"),
    sentence("I"),
    (
        SheetStep("a", sentence("One"), (sentence("Do it"),), ((sentence("Name"), "<b>& “{{ x }}”"),)),
        SheetStep("b", sentence("Two"), where=(sentence("Yes"), sentence("Deep"))),
        SheetStep("a", sentence("Again")),
    ),
)


@pytest.fixture
def page():
    """Return the small sheet as a tree."""
    return html.document_fromstring(sheet_html(SMALL, "flow1", NullTranslator()))


def test_steps_are_numbered_and_can_be_ticked(page):
    assert page.xpath("//*[@class='number']/text()") == ["1", "2", "3"]
    assert page.xpath("//input[@type='checkbox']/@value") == ["1-a", "2-b", "3-a"]


def test_ids_are_unique_even_where_steps_share_one(page):
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)


def test_ticks_are_remembered_by_flow(page):
    assert page.xpath("//@data-flow") == ["fabel-sheet:flow1"]


def test_what_is_copied_is_the_very_text(page):
    assert page.xpath("//dd")[0].text_content() == "<b>& “{{ x }}”"
    assert page.xpath("//dl//button/@aria-label") == ["Copy: Name"]


def test_a_step_tells_in_which_branch_it_lies(page):
    assert page.xpath("//*[@class='where']/text()") == ["Yes › Deep"]


def test_every_control_has_a_name(page):
    assert all(button.text_content().strip() for button in page.xpath("//button"))
    assert len(page.xpath("//label[.//input]")) == 3


def test_progress_is_said_in_words(page):
    assert page.xpath("//@data-words") == ["{done} of {total}"]
    assert page.xpath("//*[@role='status']")


@pytest.mark.parametrize("target", ["klaviyo", "brevo"])
def test_nothing_is_loaded_from_anywhere(target):
    made = built(work(*FIVE, send("s1", MAY_TEXT), send("w1")), target)
    page = html.document_fromstring(sheet_html(made.sheet, "f", NullTranslator()))
    assert page.xpath("//@src | //link/@href | //script/@src") == []
    assert "url(" not in page.xpath("//style")[0].text


class _Loud(gettext.NullTranslations):
    def gettext(self, message):
        return message.upper() if "{" not in message else message


def test_the_page_speaks_the_interface_language():
    page = html.document_fromstring(sheet_html(SMALL, "f", Translator(_Loud(), "nb")))
    assert page.get("lang") == "nb"
    assert [one.text for one in page.xpath("//h2")] == ["ONE", "TWO", "AGAIN"]
    assert page.xpath("//dl//button/text()") == ["COPY"]


def test_a_step_shows_the_e_mail_that_it_sends_and_runs_nothing_of_it():
    flow = work(send("m2"), send("s1"))
    made = built(flow, "brevo")
    page = html.document_fromstring(sheet_html(made.sheet, "f", NullTranslator(), glimpses(made.sheet, flow)))
    (shown,) = page.xpath("//iframe")
    assert "Hei Ingrid!" in shown.get("srcdoc")
    assert shown.get("sandbox") == ""
    assert "pictures/" not in shown.get("srcdoc")


def test_a_large_picture_is_left_out_of_the_small_view():
    project = replace(MESSAGES, assets=MESSAGES.assets.set(PICTURE, replace(LOGO, size=LARGEST + 1)))
    flow = work(send("m2"), project=project)
    (page,) = glimpses(built(flow, "brevo").sheet, flow).values()
    assert 'src="data:,"' in page
