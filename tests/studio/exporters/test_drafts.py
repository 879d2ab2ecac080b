"""What services without flows share: e-mails fit for their fields, and losses that tell the truth about channels."""

from studio.exporters.drafts import ByHand, by_hand_losses, in_folder, letters
from studio.model.trade import Channel
from studio.tags.services import dialect
from tests.studio.exporters.projects import EMPTY, send, with_mail, work

HIDDEN = "Kurven din&#847;"


def page(**how):
    return letters(work(send("m2")), dialect("brevo"), in_folder(""), **how).pieces[0].rendered


def test_the_preview_text_is_in_the_html_where_the_service_has_no_field_for_it():
    assert HIDDEN in page().html


def test_a_field_for_the_preview_text_takes_it_out_of_the_html():
    made = page(preview_apart=True)
    assert HIDDEN not in made.html
    assert HIDDEN not in made.mjml
    assert (made.preheader, made.subject) == ("Kurven din", "Emne m2")


def test_a_button_to_a_cart_that_the_service_cannot_tell_leads_to_the_shop():
    project = with_mail(EMPTY, "m9", "Emne", words="[Til kurven]({{ cart.url }})")
    flow = work(send("m9"), project=project)
    (one,) = letters(flow, dialect("mailerlite", home=project.brand.url), in_folder("")).pieces
    assert 'href="https://verkstedet.example"' in one.rendered.html
    assert "https://verkstedet.example" in one.rendered.text


def elsewhere(*channels):
    found = by_hand_losses(work(send("s1")), ByHand("x", "X", channels=frozenset(channels)))
    return next(str(loss.becomes) for loss in found if loss.id == "x.channel")


def test_a_channel_that_automations_send_is_copied_into_them():
    assert "copied into the automation" in elsewhere(Channel.SMS)


def test_a_channel_that_they_do_not_send_goes_by_another_tool():
    assert "X do not send this" in elsewhere()
