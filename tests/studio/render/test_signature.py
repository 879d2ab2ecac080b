"""A signature is signed: the last line is the name, with a face or initials beside it."""

from dataclasses import replace

from tests.studio.render.pages import page, words
from tests.studio.render.shop import BRAND, block, rendered

SIGNED = block("signature", text="Hilsen\n{{ shop.signer }}", role="skomaker")


def test_the_portrait_of_the_brand_stands_beside_the_name():
    pictures = page(rendered(SIGNED)).xpath("//img")
    assert [(held.get("src"), held.get("alt")) for held in pictures] == [("pictures/portrait.png", "Marte Lien")]


def test_without_a_portrait_there_are_initials_even_of_a_fact():
    message = rendered(SIGNED, brand=replace(BRAND, portrait=""))
    assert "ML" in words(message)
    assert not page(message).xpath("//img")


def test_a_block_that_wants_no_portrait_gets_neither():
    plain = block("signature", text="Hilsen\nMarte Lien", settings={"portrait": ""})
    assert "ML" not in words(rendered(plain))


def test_a_long_last_line_is_no_name():
    long = block("signature", text="Hilsen oss som sitter på verkstedet i Strandavegen hver eneste dag")
    assert "italic" not in page(rendered(long)).xpath("string(//div[@role='article']//table)")
    assert rendered(long).text.strip() == "Hilsen oss som sitter på verkstedet i Strandavegen hver eneste dag"
