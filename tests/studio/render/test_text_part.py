"""The text part is pleasant to read."""

import os
from pathlib import Path

import pytest

from studio.render.colons import colon_in
from studio.render.said import Said
from studio.render.text_part import WIDTH, text_part, wrapped
from studio.tags.sample import sample
from studio.tags.services import dialect
from tests.studio.render.shop import KARI, PERSONAS, block, of_every_kind, rendered

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "render"
CART = block("cart", quantity="Antall", total="Sum", empty="Kurven er tom.")


@pytest.mark.parametrize(("name", "said"), [("kari", KARI), ("klaviyo", dialect("klaviyo"))])
def test_the_text_part_is_the_one_that_was_agreed_on(name, said):
    text = rendered(*of_every_kind(), dialect=said).text
    file = GOLDEN / f"every-kind-{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("persona", PERSONAS.values(), ids=PERSONAS)
def test_lines_fit_unless_they_are_addresses(persona):
    lines = rendered(*of_every_kind(), dialect=sample(persona, "nb")).text.split("\n")
    assert all(len(line) <= WIDTH or " " not in line for line in lines)


def test_an_empty_cart_says_so_instead_of_a_sum():
    text = rendered(CART, dialect=sample(PERSONAS["tom-kurv"], "nb")).text
    assert text.strip() == "Kurven er tom."


def test_a_list_hangs_under_its_mark():
    assert wrapped("- " + "ord " * 20).split("\n")[1].startswith("  ord")


def test_links_are_numbered_below_their_paragraph():
    text = rendered(block("paragraph", text="[Her](https://a.no) og [der](https://b.no).")).text
    assert text.strip() == "Her [1] og der [2].\n\n[1] https://a.no\n[2] https://b.no"


def test_a_writers_own_sentence_of_quantity_is_kept():
    cart = block("cart", quantity="{{ item.quantity }} par", total="Til sammen {{ cart.total | money }}", empty="Tom")
    text = rendered(cart).text
    assert "1 par" in text
    assert text.count("Til sammen") == 1


def test_a_line_is_never_broken_at_a_no_break_space():
    line = "x" * (WIDTH - 3) + " ici\N{NO-BREAK SPACE}: voilà"
    assert wrapped(line).split("\n")[1] == "ici\N{NO-BREAK SPACE}: voilà"


def test_a_french_link_has_a_no_break_space_before_its_colon():
    label, url = Said("Voir", "Voir"), Said("https://x.example", "https://x.example")
    view = {"kind": "button", "id": "go", "colon": colon_in("fr-CA"), "label": label, "url": url}
    assert text_part([view]).strip() == "Voir\N{NO-BREAK SPACE}: https://x.example"


def test_a_single_product_has_no_total_beside_its_price():
    words = {"quantity": "Antall", "total": "Til sammen", "empty": "Tomt."}
    one, all_ = (rendered(block("cart", settings={"limit": limit}, **words)) for limit in (1, 4))
    assert ("Til sammen" in one.text, "Til sammen" in one.html) == (False, False)
    assert ("Til sammen" in all_.text, "Til sammen" in all_.html) == (True, True)


def test_a_total_without_its_word_is_shown_all_the_same():
    message = rendered(block("cart", quantity="Antall", empty="Tomt."))
    assert "2\N{NO-BREAK SPACE}948" in message.html.replace("&nbsp;", "\N{NO-BREAK SPACE}")
