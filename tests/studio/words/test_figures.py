"""Figures: what a text promises, in ten languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.words.figures import amount, figures
from studio.words.languages import KNOWN

SAID = [
    ("nb", "Du får 10 % på kurven", "percent", "10"),
    ("nb", "Du får 10% på kurven", "percent", "10"),
    ("nb", "Det koster kr 500 her", "price", "500 NOK"),
    ("nb", "Det koster 1 500 kr her", "price", "1500 NOK"),
    ("sv", "Det kostar 1 500 kr här", "price", "1500 SEK"),
    ("en", "It costs £75 now", "price", "75 GBP"),
    ("en", "It costs £1,500.50 now", "price", "1500.5 GBP"),
    ("nl", "Dat kost € 75,50", "price", "75.5 EUR"),
    ("nb", "Koden virker i 48 timer", "deadline", "48"),
    ("nl", "De code werkt 48 uur", "deadline", "48"),
    ("de", "Der Code gilt 48 Stunden", "deadline", "48"),
    ("fr", "Le code est valable 48 heures", "deadline", "48"),
    ("es", "El código vale 48 horas", "deadline", "48"),
    ("fi", "Koodi on voimassa 48 tuntia", "deadline", "48"),
    ("da", "Koden gælder i 2 dage", "deadline", "48"),
    ("nb", "Send det tilbake innen 30 dager", "returns", "30"),
    ("sv", "Skicka tillbaka det inom 30 dagar", "returns", "30"),
    ("nl", "Stuur het binnen 30 dagen terug", "returns", "30"),
    ("en", "You have 30 days to change your mind", "returns", "30"),
    ("nb", "Angre i ro\nDu har 14 dager på deg", "returns", "14"),
    ("nb", "Vi bruker 2–4 virkedager", "delivery", "2-4"),
    ("en", "It takes 2 to 4 working days", "delivery", "2-4"),
    ("nl", "Meestal 2 tot 4 werkdagen", "delivery", "2-4"),
    ("nb", "Over 990 kr er frakten gratis", "free_shipping", "990 NOK"),
    ("en", "Over £75, delivery is free", "free_shipping", "75 GBP"),
    ("nl", "Boven € 75 is de verzending gratis", "free_shipping", "75 EUR"),
    ("nb", "Skriv EXTRA10 i kassen", "code", "EXTRA10"),
    ("nb", "Bruk koden «SOMMER» i kassen", "code", "SOMMER"),
]

NOTHING = [
    ("nb", "Vi har holdt på siden 1987, på Strandgaten 87, 5004 Bergen."),
    ("nb", "Ring 55 00 19 87, hverdager 9–16."),
    ("nb", "To mennesker og elva av dem i NORGE"),
    ("nb", "Historien tok tre år og 12 dager."),
    ("en", ""),
]


@pytest.mark.parametrize(("language", "text", "kind", "value"), SAID)
def test_a_promise_is_found_with_its_place(language, text, kind, value):
    (found,) = figures(text, language)
    assert (found.kind, found.value) == (kind, value)
    assert text[found.start : found.end] == found.words


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_other_numbers_promise_nothing(language, text):
    assert figures(text, language) == ()


def test_a_figure_knows_whether_it_speaks_of_an_offer():
    offer, wool = figures("Koden gir 10 % rabatt. Genseren er 100 % ull.", "nb")
    assert offer.offer
    assert not wool.offer


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1 500", "1500"),
        ("1.500", "1500"),
        ("1,500.50", "1500.5"),
        ("4,50", "4.5"),
        ("0,99", "0.99"),
        ("100,00", "100"),
    ],
)
def test_numbers_are_read_however_they_are_written(words, value):
    assert amount(words) == value


@given(st.text(st.sampled_from(list("0129 .,-–%€£krKODE\n\u00a0٣²timer")) | st.characters(), max_size=60))
def test_anything_can_be_searched_for_figures(text):
    for language in (*KNOWN, "xx"):
        assert all(text[found.start : found.end] == found.words for found in figures(text, language))


@pytest.mark.parametrize("said", ["{} % off", "kr {}", "{} kr", "{},5 %", "{} days to return it"])
def test_thousands_of_digits_are_no_figure_that_anyone_promises(said):
    assert all(len(figure.value) < 30 for figure in figures(said.format("7" * 5000), "en"))
