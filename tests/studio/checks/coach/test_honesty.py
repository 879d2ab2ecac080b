"""Haste only where it is true, and none at first."""

import pytest

from studio.edits.texts import block_text, write
from studio.model.remedies import Turn
from studio.model.sequence import Event
from studio.model.steps import Send
from studio.model.trade import Angle
from tests.studio.checks.coach.flows import SMS, discount, fork, found, mail, mended, places, project, sent, short

SCARCE = {
    "nb": "Det er bare 3 igjen.",
    "nn": "Berre 2 att.",
    "sv": "Bara 2 kvar.",
    "da": "Kun 4 tilbage.",
    "nl": "Beperkte voorraad!",
    "en": "Only 2 left.",
    "de": "Nur noch wenige.",
    "fr": "Il n’en reste plus que 3.",
    "fi": "Enää 3 jäljellä.",
    "es": "Solo quedan 2.",
}
HASTY = {
    "nb": "Kun i dag",
    "nn": "Siste sjanse",
    "sv": "Bara idag",
    "da": "Udløber i aften",
    "nl": "Laatste kans",
    "en": "Today only",
    "de": "Nur heute",
    "fr": "Dernière chance",
    "fi": "Vain tänään",
    "es": "Solo hoy",
}


def saying(language, words):
    return write(sent(mail("one")), block_text("one-0"), language, words)


@pytest.mark.parametrize(("language", "words"), SCARCE.items())
def test_scarcity_is_told_in_each_language(language, words):
    (finding,) = found(saying(language, words), "true_deadline", (language,))
    assert (finding.place.block, finding.place.language) == ("one-0", language)


@pytest.mark.parametrize(("language", "words"), HASTY.items())
def test_a_deadline_that_no_offer_has_is_told_in_each_language(language, words):
    assert places(saying(language, words), "true_deadline", languages=(language,)) == ["one"]


def test_a_region_of_a_language_uses_its_words_and_an_unknown_language_says_nothing():
    assert places(saying("en-GB", "Today only"), "true_deadline", languages=("en-GB",)) == ["one"]
    assert places(saying("pl", "Tylko dziś"), "true_deadline", languages=("pl",)) == []


def test_what_is_denied_is_not_said():
    assert places(saying("en", "This is not your last chance."), "true_deadline") == []
    assert places(saying("en", "No. Last chance."), "true_deadline") == ["one"]


def test_an_offer_with_hours_makes_the_deadline_true():
    held = sent(mail("one", text="Today only", extra=(discount("d"),)))
    assert places(held, "true_deadline") == []
    assert places(sent(mail("one", text="Today only", extra=(discount("d", hours=0),))), "true_deadline") == ["one"]


def test_a_text_after_the_offer_may_remind_of_its_end():
    made = (mail("one"), mail("two", "incentive", extra=(discount("d"),)), short("text", text="It expires soon"))
    assert places(sent(*made), "true_deadline") == []


def test_the_offer_has_to_have_come_on_every_way():
    arms = fork((SMS, [Send("s1", "one")]), (None, []))
    made = (mail("one", extra=(discount("d"),)), mail("two", text="Last chance"))
    assert places(project(*made, steps=(arms, Send("s2", "two"))), "true_deadline") == ["two"]


def test_words_inside_a_merge_tag_are_not_copy():
    assert places(saying("en", '{{ cart.first.name | default: "today only" }}'), "true_deadline") == []


@pytest.mark.parametrize("angle", ["urgency", "incentive"])
def test_the_first_reminder_does_not_push(angle):
    held = sent(mail("one", angle))
    assert found(held, "first_no_pressure")[0].remedies == (Turn("one", Angle.REMINDER),)
    assert mended(held, "first_no_pressure") == []


def test_the_first_reminder_makes_no_offer():
    held = sent(mail("one", extra=(discount("d"),)))
    assert places(held, "first_no_pressure") == ["one"]
    assert mended(held, "first_no_pressure") == []


@pytest.mark.parametrize(
    ("language", "words", "count"),
    [
        ("en", "Buy now", 1),
        ("en", "Don’t miss it", 1),
        ("en", "There’s no need to hurry up", 0),
        ("nb", "Skynd deg!", 1),
        ("nb", "Det er ikke noe hastverk", 0),
        ("fr", "N’attendez plus", 1),
    ],
)
def test_the_first_reminder_says_nothing_that_presses(language, words, count):
    assert len(found(saying(language, words), "first_no_pressure", (language,))) == count


def test_the_first_e_mail_after_a_notification_is_still_a_first_reminder():
    held = sent(short("nudge", "push"), mail("one", "urgency"), mail("two", "incentive"))
    assert places(held, "first_no_pressure") == ["one"]


def test_a_birthday_may_begin_with_its_gift():
    held = sent(mail("one", "incentive", extra=(discount("d"),)), event=Event.DATE_REACHED)
    assert places(held, "first_no_pressure") == []


def test_a_sound_first_reminder_has_nothing_to_mend():
    assert places(sent(mail("one")), "first_no_pressure") == []
