from datetime import date, timedelta

import pytest

from studio.errors import StudioError
from studio.tags.amounts import day
from studio.tags.days import day_format, day_names
from studio.tags.parser import parse_tag
from studio.tags.services import dialect
from studio.tags.slots import Slots, fill
from studio.tags.tree import Context
from tests.studio.tags.engines import curly, django

LANGUAGES = ("nb", "nn", "sv", "da", "nl", "en", "de", "fr", "fi", "es")
YEAR = [date(2028, 1, 1) + timedelta(days) for days in range(366)]


def said(written, language):
    for english, own in day_names(language):
        written = written.replace(english, own)
    return written


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_names_become_the_languages_own_every_day_of_the_year(language):
    order = day_format(language, "%A", "%-d", "%B")
    assert [said(each.strftime(order), language) for each in YEAR] == [day(each.isoformat(), language) for each in YEAR]


def test_letters_that_mean_themselves_are_kept_from_the_engine():
    assert day_format("es", "l", "j", "F", "\\") == r"l, j \d\e F"
    assert day_format("da", "l", "j", "F", "\\") == r"l \d\e\n j. F"


def test_a_language_that_babel_does_not_know_is_refused():
    with pytest.raises(StudioError, match="cannot be written"):
        day_format("xx", "%A", "%-d", "%B")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("service", "engine"), [("klaviyo", django), ("liquid", curly)])
def test_a_service_says_the_day_as_the_language_does(service, engine, language):
    slots = Slots()
    template = fill(
        slots.hold(parse_tag("order.delivery"), Context.TEXT),
        slots,
        dialect(service, profile="custom", currency="EUR", language=language),
    ).text
    for each in ("2026-12-03", "2026-03-01", "2026-05-31"):
        assert engine(template, {"event": {"delivery_date": each}}, in_html=True) == day(each, language)
    assert engine(template, {"event": {}}, in_html=True) == ""


def test_a_service_that_writes_no_days_says_so():
    slots = Slots()
    held = slots.hold(parse_tag("order.delivery"), Context.TEXT)
    filled = fill(held, slots, dialect("brevo", currency="NOK", language="nb"))
    assert filled.text == "{{ params.delivery_date }}"
    assert "as it arrives" in str(filled.unsayable[0].becomes)
