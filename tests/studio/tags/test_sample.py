import pytest

from studio.errors import StudioError
from studio.model.persona import CartEvent, Persona
from studio.tags.amounts import day, lasting
from studio.tags.parser import parse_tag
from studio.tags.sample import sample
from studio.tags.slots import Slots, fill
from studio.tags.tree import Context, EndFor, For
from tests.studio.tags.personas import KARI, NOBODY


def said(source, persona=KARI, context=Context.TEXT, language="nb", currency=""):
    slots = Slots()
    return fill(slots.hold(parse_tag(source), context), slots, sample(persona, language, currency)).text


@pytest.mark.parametrize(
    ("language", "currency", "words"),
    [
        ("nb", "NOK", "1\xa0299\xa0kr"),
        ("sv", "SEK", "1\xa0299\xa0kr"),
        ("nl", "EUR", "€\xa01.299,00"),
        ("nb", "EUR", "1\xa0299,00\xa0€"),
        ("nb-NO", "NOK", "1\xa0299\xa0kr"),
        ("en", "JPY", "¥1,299"),
        ("en", "NOK", "NOK\xa01,299"),
    ],
)
def test_money_follows_the_habit_of_the_language(language, currency, words):
    assert said("cart.total | money", language=language, currency=currency) == words
    assert said("cart.total", language=language, currency=currency) == words


def test_money_is_in_the_carts_own_currency_unless_told():
    assert said("cart.total") == "1\xa0299\xa0kr"


def test_money_in_an_unknown_language_is_refused():
    with pytest.raises(StudioError, match="“klingon”"):
        said("cart.total", language="klingon")


def test_an_amount_in_an_address_is_a_bare_number():
    assert said("cart.total", context=Context.URL) == "1299.00"


@pytest.mark.parametrize(
    ("source", "kari", "nobody"),
    [
        ('person.first_name | default: "du"', "Kari", "du"),
        ("person.first_name", "Kari", ""),
        ("cart.count", "3", "0"),
        ('cart.count | default: "ingen"', "3", "ingen"),
        ("cart.first.name", "Blå genser", ""),
        ('cart.total | money | default: "gratis"', "1\xa0299\xa0kr", "gratis"),
        ("links.unsubscribe", "#unsubscribe", "#unsubscribe"),
    ],
)
def test_a_tag_is_what_the_reader_has_or_its_default(source, kari, nobody):
    assert (said(source), said(source, NOBODY)) == (kari, nobody)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:x",
        "data:text/html,x",
        "vbscript:x",
    ],
)
@pytest.mark.parametrize("context", list(Context))
def test_a_script_in_event_data_is_never_a_live_link(address, context):
    assert said("cart.url", Persona("p", "P", CartEvent(url=address)), context) == "#"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ('https://x.no/"><script>', "https://x.no/%22%3E%3Cscript%3E"),
        ("https://x.no/å b?a=1&b=2", "https://x.no/%C3%A5%20b?a=1&amp;b=2"),
        ("https://x.no/%20%", "https://x.no/%20%25"),
        ("/kurv?id=1", "/kurv?id=1"),
    ],
)
def test_an_address_is_percent_safe(address, written):
    assert said("cart.url", Persona("p", "P", CartEvent(url=address)), Context.URL) == written


def test_a_name_in_an_address_is_one_part_of_it():
    assert said("person.first_name", Persona("p", "P", CartEvent(first_name="a&b=/?")), Context.URL) == "a%26b%3D%2F%3F"


def test_event_data_cannot_break_a_line():
    assert (
        said("person.first_name", Persona("p", "P", CartEvent(first_name="a\r\nBcc: b")), Context.PLAIN) == "a Bcc: b"
    )


@pytest.mark.parametrize(("limit", "words"), [(0, "Blå genser;Lue;Votter;"), (2, "Blå genser;Lue;")])
def test_a_loop_stops_at_its_limit(limit, words):
    slots = Slots()
    start, name, end = (
        slots.hold(node, Context.TEXT) for node in (For("cart.items", limit), parse_tag("item.name"), EndFor())
    )
    assert fill(f"{start}{name};{end}", slots, sample(KARI, "nb")).text == words


def test_an_item_outside_the_loop_is_said():
    slots = Slots()
    filled = fill(slots.hold(parse_tag("item.name"), Context.TEXT), slots, sample(KARI, "nb"))
    assert (filled.text, [lost.path for lost in filled.unsayable]) == ("", ["item.name"])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "torsdag 3. desember"),
        ("sv", "torsdag 3 december"),
        ("nl", "donderdag 3 december"),
        ("en", "Thursday, 3 December"),
        ("de", "Donnerstag, 3. Dezember"),
        ("fr", "jeudi 3 décembre"),
        ("es", "jueves, 3 de diciembre"),
        ("da", "torsdag den 3. december"),
        ("fi", "torstai 3. joulukuuta"),
    ],
)
def test_a_day_is_written_as_its_readers_say_it(language, words):
    assert said("order.delivery", language=language) == words


def test_a_day_that_is_no_date_stays_as_the_shop_wrote_it():
    assert day("neste uke", "nb") == "neste uke"


def test_words_for_an_address_that_is_missing_stay_words():
    assert said('cart.first.url | default: "50 %"', NOBODY) == "50 %"


@pytest.mark.parametrize(
    ("hours", "language", "words"),
    [
        (48, "nb", "48 timer"),
        (72, "sv", "72 timmar"),
        (96, "nl", "4 dagen"),
        (168, "de-AT", "7 Tage"),
        (100, "en", "100 hours"),
        (1, "fi", "1 tunti"),
    ],
)
def test_a_deadline_is_counted_in_days_where_it_is_long(hours, language, words):
    assert lasting(hours, language) == words
