"""Every kind of block, in both themes, as every dialect says it, is sound e-mail."""

import pytest

from studio.model.kinds import BLOCK_KINDS
from studio.model.trade import Channel, MailTheme
from studio.tags.grammar import shipped_grammars
from studio.tags.sample import sample
from studio.tags.services import dialect
from tests.studio.render.pages import page, styles
from tests.studio.render.shop import KARI, PERSONAS, found, of_every_kind, rendered

DIALECTS = {"sample": KARI} | {name: dialect(name) for name in shipped_grammars()}
everywhere = pytest.mark.parametrize("theme", list(MailTheme))
in_each = pytest.mark.parametrize("said", DIALECTS.values(), ids=DIALECTS)


def whole(theme, said=KARI):
    return rendered(*of_every_kind(), theme=theme, dialect=said)


def test_the_sample_message_has_every_kind_of_block():
    assert {held.kind for held in of_every_kind()} == {
        name for name, row in BLOCK_KINDS.items() if row.channel is Channel.EMAIL
    }


@everywhere
@in_each
def test_the_page_says_its_language_and_direction(theme, said):
    document = page(whole(theme, said))
    assert document.xpath("/html[@lang='nb'][@dir='ltr']")
    assert document.xpath("//body/div[@role='article'][@lang='nb'][@dir='ltr']")


@everywhere
@in_each
def test_every_table_is_for_presentation_and_every_picture_has_words(theme, said):
    document = page(whole(theme, said))
    assert document.xpath("//table")
    assert not document.xpath("//table[not(@role='presentation')]")
    assert document.xpath("//img")
    assert not document.xpath("//img[not(@alt)]")


@everywhere
@in_each
def test_no_style_sheet_holds_what_a_service_takes_for_a_tag(theme, said):
    sheets = styles(whole(theme, said))
    assert sheets
    assert not any(opener in sheets for opener in ("{{", "{%", "{#", "}}", "%}"))


@everywhere
@in_each
def test_no_placeholder_is_left_over(theme, said):
    message = whole(theme, said)
    for text in (message.html, message.text, message.mjml, message.subject):
        assert "fabelgap" not in text
        assert "fx" not in text


@everywhere
def test_a_message_of_every_kind_weighs_little(theme):
    assert whole(theme).size < 35_000


@everywhere
def test_nothing_is_fetched_from_elsewhere(theme):
    document = page(whole(theme))
    assert not document.xpath("//link | //script | //iframe | //*[@background]")
    assert all(src.startswith("pictures/") for src in document.xpath("//img/@src"))
    assert "url(" not in styles(whole(theme))
    assert "@import" not in styles(whole(theme))


@everywhere
def test_links_are_large_enough_for_a_thumb(theme):
    links = page(whole(theme)).xpath("//a[not(img) and not(contains(@style, 'inline-block'))]")
    assert {link.text_content() for link in links} == {"holder av paret ditt"}


@everywhere
def test_dark_mode_is_written_for_both_ways_of_asking(theme):
    sheets = styles(whole(theme))
    assert "prefers-color-scheme:dark" in sheets
    assert "[data-ogsc]" in sheets
    assert "[data-ogsb]" in sheets
    assert page(whole(theme)).xpath("//meta[@name='color-scheme']")


def test_letter_and_shop_are_different_mails():
    letter, shop = whole(MailTheme.LETTER), whole(MailTheme.SHOP)
    assert letter.html != shop.html
    assert letter.text == shop.text


@everywhere
@pytest.mark.parametrize("persona", PERSONAS.values(), ids=PERSONAS)
def test_every_persona_gets_a_sound_message(theme, persona):
    message = rendered(*of_every_kind(), theme=theme, dialect=sample(persona, "nb"))
    assert found(message) == []
    assert len(page(message).xpath("//img[contains(@src, 'pictures/')]")) == 3 + min(4, len(persona.event.items))
