"""Words and tests that are made by hand stand in the build sheet."""

from immutables import Map

from studio.exporters.drafts import in_folder, letters
from studio.exporters.pasting import HEAD, INSIDE, subject_tests, with_heads, with_words
from studio.i18n import sentence
from studio.tags.placeholders import placeholder
from studio.tags.services import dialect
from tests.contracts.delivering import changed
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import send, work

WAY = sentence("In its editor.")


def made(flow):
    return letters(flow, dialect("brevo"), in_folder(""))


def test_a_step_gets_the_words_of_its_message():
    flow = work(send("m1"), send("m2"))
    sheet = with_words(built(flow, "brevo").sheet, made(flow).pieces, {"m1"})
    copies = {step.id: [str(label) for label, _ in step.copies] for step in sheet.steps}
    assert copies["send-m1"][-6:] == [
        f"{what} of “{name}”" for name in "ab" for what in ("Subject", "Preview text", "HTML")
    ]
    assert len(copies["send-m2"]) == 1


def test_only_what_was_pushed_and_fits_can_be_tested():
    flow = work(send("m1"), send("m2"))
    (step,) = subject_tests(flow, made(flow), built(flow, "brevo").requests, WAY)
    assert (step.id, [text for _, text in step.copies]) == ("tests", ["Du glemte noe", "Kurven din venter"])
    assert subject_tests(flow, made(flow), (), WAY) == ()


def test_a_template_s_step_gets_what_the_template_lacks():
    flow = work(send("m2"))
    (step,) = (one for one in with_heads(built(flow, "brevo").sheet, made(flow).pieces, {"m2"}).steps
               if one.id == "send-m2")  # fmt: skip
    assert [str(label) for label, _ in step.copies][-2:] == ["Subject", "Preview text"]
    assert step.words[-1] == HEAD


def test_a_preview_text_in_the_html_is_not_typed_as_well():
    flow = work(send("m2"))
    sheet = with_words(built(flow, "brevo").sheet, made(flow).pieces, {"m2"}, preview_inside=True)
    (step,) = (one for one in sheet.steps if one.id == "send-m2")
    assert [str(label) for label, _ in step.copies][-2:] == ["Subject", "HTML"]
    assert step.words[-1] == INSIDE


def test_words_that_keep_the_place_of_products_are_pointed_out():
    flow = work(send("m2"), project=changed("blocks", "m2-p", kind="cart", texts=Map()))
    (step,) = (one for one in built(flow, "mailerlite").sheet.steps if one.id == "send-m2")
    assert placeholder("nb") in str(step.words[-1])
