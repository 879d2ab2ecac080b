"""A build sheet is one page that works without the network, in the reader's language."""

import gettext
from dataclasses import replace

import pytest
from lxml import html

from studio.exporters.base import Sheet, SheetStep
from studio.exporters.glimpses import LARGEST, glimpses
from studio.exporters.sheet import sheet_html
from studio.i18n import NullTranslator, Translator, sentence
from studio.model.localized import localized
from studio.model.sequence import Event
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


@pytest.fixture
def with_glimpses():
    """Return a function that makes the sheet of a flow with what its steps send, as a tree."""

    def with_glimpses(flow, target="brevo"):
        sheet = built(flow, target).sheet
        return html.document_fromstring(sheet_html(sheet, "f", NullTranslator(), glimpses(sheet, flow)))

    return with_glimpses


def test_a_step_shows_the_e_mail_that_it_sends_and_runs_nothing_of_it(with_glimpses):
    (shown,) = with_glimpses(work(send("m2"), send("v1"))).xpath("//iframe")
    assert "Hei Ingrid!" in shown.get("srcdoc")
    assert shown.get("sandbox") == ""
    assert "pictures/" not in shown.get("srcdoc")


@pytest.mark.parametrize("message", ["s1", "n1", "w1"])
def test_a_step_shows_a_short_message_on_a_phone(with_glimpses, message):
    (shown,) = with_glimpses(work(send(message))).xpath("//*[@class='glimpse phone']/iframe")
    phone = html.document_fromstring(shown.get("srcdoc"))
    assert phone.xpath("//*[@class='text']/text()") == ["Kurven venter."]
    assert "Verkstedet" in phone.text_content()


@pytest.mark.parametrize(("message", "seen"), [("n1", ["title"]), ("w1", ["button"])])
def test_a_phone_shows_what_a_channel_has_besides_its_words(with_glimpses, message, seen):
    (shown,) = with_glimpses(work(send(message))).xpath("//iframe")
    phone = html.document_fromstring(shown.get("srcdoc"))
    assert [name for name in ("title", "header", "footer", "button") if phone.xpath(f"//*[@class='{name}']")] == seen


def test_words_of_a_message_are_no_markup_on_the_phone(with_glimpses):
    project, block = MESSAGES, MESSAGES.blocks["s1-b"]
    spoken = replace(block, texts=block.texts.set("text", localized(nb="<b>1 & 2</b>")))
    (shown,) = with_glimpses(
        work(send("s1"), project=replace(project, blocks=project.blocks.set("s1-b", spoken)))
    ).xpath("//iframe")
    assert html.document_fromstring(shown.get("srcdoc")).xpath("//*[@class='text']/text()") == ["<b>1 & 2</b>"]


def test_a_test_shows_each_of_its_versions_by_name(with_glimpses):
    page = with_glimpses(work(send("m1"), send("m2")))
    assert [said.text_content() for said in page.xpath("//figcaption")] == ["a Du glemte noe", "b Kurven din venter"]
    assert [len(row.xpath(".//iframe")) for row in page.xpath("//li[.//iframe]")] == [2, 1]


def test_a_version_that_nobody_gets_is_not_shown(with_glimpses):
    unsent = replace(MESSAGES.variants["m1-b"], weight=0.0)
    project = replace(MESSAGES, variants=MESSAGES.variants.set("m1-b", unsent))
    assert len(with_glimpses(work(send("m1"), project=project)).xpath("//iframe")) == 1


def test_a_series_shows_the_one_version_that_it_sends(with_glimpses):
    page = with_glimpses(work(send("m1"), event=Event.SUBSCRIBED), "getresponse")
    assert len(page.xpath("//iframe")) == 1


def test_a_large_picture_is_left_out_of_the_small_view():
    project = replace(MESSAGES, assets=MESSAGES.assets.set(PICTURE, replace(LOGO, size=LARGEST + 1)))
    flow = work(send("m2"), project=project)
    ((seen,),) = glimpses(built(flow, "brevo").sheet, flow).values()
    assert 'src="data:,"' in seen.page


def test_a_sheet_of_many_pictures_shows_the_later_e_mails_without(monkeypatch):
    flow = work(*(send(name) for name in ("m1", "m2", "m3")))
    sheet = built(flow, "brevo").sheet
    inside = "data:image/png;base64,"
    (one, *_), *_ = glimpses(sheet, flow).values()
    monkeypatch.setattr("studio.exporters.glimpses.MOST", 2 * len(one.page[one.page.index(inside) :].partition('"')[0]))
    shown = [inside in seen.page for some in glimpses(sheet, flow).values() for seen in some]
    assert shown == [True, True, False, False]
