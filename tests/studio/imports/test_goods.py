"""Products of a client's shop come in from files, whatever shape these are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.imports import products
from studio.imports.goods import read_goods
from studio.imports.merchant import read_merchant
from studio.imports.products import amount, currency
from studio.imports.shopify import read_shopify
from studio.imports.woocommerce import goods_of

OLD = """Handle,Title,Vendor,Published,Option1 Value,Variant Price,Image Src,Variant Image,Status
sko,Tursko,Verkstedet,true,42,1299.00,https://cdn.example/sko.jpg,,active
sko,,,,43,1349.00,https://cdn.example/sko2.jpg,,
lisser,"Lisser, røde",Verkstedet,true,Default Title,49,,,active
gammel,Gammel sko,Verkstedet,true,42,10,,,draft
hemmelig,Hemmelig sko,Verkstedet,false,42,10,,,active
gratis,Uten pris,Verkstedet,true,42,,,,active
"""
NEW = """Title,URL handle,Status,Option1 value,Price,Product image URL
Tursko,sko,Active,42,1299.00,https://cdn.example/sko.jpg
"""
FEED = """<?xml version="1.0"?>
<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Butikk</title>
<item><g:id>1</g:id><title>Tursko &amp; lisser</title><link>https://butikk.example/sko</link>
<g:image_link>https://cdn.example/sko.jpg</g:image_link><g:price>1 299,00 NOK</g:price>
<g:sale_price>999.00 NOK</g:sale_price><g:color>Svart</g:color><g:size>42</g:size></item>
<item><g:id>2</g:id><g:title>Uten pris</g:title></item>
<item><g:id>3</g:id><g:title>I euro</g:title><g:price>10 EUR</g:price></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0">
<entry><g:id>1</g:id><title>Tursko</title><link href="https://butikk.example/sko"/><g:price>199.00 SEK</g:price></entry>
</feed>"""
BOMB = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>
<rss><channel><item><title>&lol2;</title></item></channel></rss>"""
THIEF = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>
<rss xmlns:g="http://base.google.com/ns/1.0"><channel><item><g:title>&file;</g:title></item></channel></rss>"""


def said(goods):
    return [str(sentence) for sentence in goods.skipped]


def test_shopify_gives_one_line_for_each_product_in_the_shop():
    goods = read_shopify(OLD.encode())
    assert [(item.name, item.price, item.variant) for item in goods.items] == [
        ("Tursko", 1299.0, "42"),
        ("Lisser, røde", 49.0, ""),
    ]
    assert goods.items[0].image == "https://cdn.example/sko.jpg"


def test_what_shopify_does_not_sell_is_named():
    assert said(read_shopify(OLD.encode())) == [
        "“Gammel sko” was left out: it is not in the shop.",
        "“Hemmelig sko” was left out: it is not in the shop.",
        "“Uten pris” was left out: it has no price.",
    ]


def test_shopify_s_newer_columns_are_read_too():
    (item,) = read_shopify(NEW.encode("utf-8-sig")).items
    assert (item.id, item.name, item.price) == ("sko", "Tursko", 1299.0)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "no column for the handle"),
        (b"Handle,Title\na,b", "no column for the price"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b'Handle,Title,Price\n"a', "not valid CSV"),
    ],
)
def test_what_is_no_export_of_shopify_is_refused_in_one_sentence(content, complaint):
    with pytest.raises(StudioError, match=complaint):
        read_shopify(content)


def test_a_merchant_feed_tells_name_price_variant_picture_and_page():
    goods = read_merchant(FEED.encode())
    (item,) = goods.items
    assert (item.name, item.price, item.variant) == ("Tursko & lisser", 999.0, "Svart, 42")
    assert (item.image, item.url) == ("https://cdn.example/sko.jpg", "https://butikk.example/sko")
    assert goods.currency == "NOK"


def test_what_a_feed_lacks_is_named():
    assert said(read_merchant(FEED.encode())) == [
        "“Uten pris” was left out: it has no price.",
        "“I euro” was left out: its price is in EUR, the others are in NOK.",
    ]


def test_an_atom_feed_is_read_too():
    goods = read_merchant(ATOM.encode())
    assert [(item.name, item.url) for item in goods.items] == [("Tursko", "https://butikk.example/sko")]


@pytest.mark.parametrize("bomb", [BOMB.encode(), THIEF.encode(), THIEF.encode("utf-16")])
def test_a_feed_with_a_document_type_is_refused(bomb):
    with pytest.raises(StudioError, match="document type"):
        read_merchant(bomb)


@pytest.mark.parametrize("broken", [b"<rss><item>", b"no xml", b"", b"<rss></rss>"])
def test_a_broken_feed_is_refused_in_one_sentence(broken):
    with pytest.raises(StudioError):
        read_merchant(broken)


def test_a_picture_that_is_no_address_is_left_out():
    feed = FEED.replace("https://cdn.example/sko.jpg", "javascript:alert(1)")
    assert read_merchant(feed.encode()).items[0].image == ""


def test_only_so_many_products_are_taken_and_it_is_said(monkeypatch):
    monkeypatch.setattr(products, "MOST_ITEMS", 1)
    goods = read_shopify(OLD.encode())
    assert len(goods.items) == 1
    assert said(goods)[-1] == "The first 1 products were taken, of 2."


def test_woocommerce_tells_products_with_their_entities():
    row = {"id": 7, "name": "Sko &amp; lisser", "price": "12.50", "permalink": "https://x.example/p", "images": []}
    goods = goods_of([row, {"id": 8, "name": "Variabel", "price": ""}], "EUR")
    assert [(item.id, item.name, item.price) for item in goods.items] == [("7", "Sko & lisser", 12.5)]
    assert said(goods) == ["“Variabel” was left out: it has no price."]


@pytest.mark.parametrize(
    "odd", [{}, {"name": 1, "price": 2}, {"name": "x", "price": "1", "images": ["y"]}, {"images": 3}]
)
def test_an_odd_product_never_breaks_the_list(odd):
    goods = goods_of([odd], "EUR")
    assert len(goods.items) + len(goods.skipped) == 1


def test_a_file_is_read_by_its_ending(tmp_path):
    (tmp_path / "varer.CSV").write_text(NEW, "utf-8")
    (tmp_path / "feed.xml").write_text(FEED, "utf-8")
    assert read_goods(tmp_path / "varer.CSV").items[0].name == "Tursko"
    assert read_goods(tmp_path / "feed.xml").items[0].name == "Tursko & lisser"


@pytest.mark.parametrize("name", ["varer.pdf", "borte.csv"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, name):
    with pytest.raises(StudioError, match=name):
        read_goods(tmp_path / name)


def test_a_file_that_is_too_large_is_not_opened(tmp_path):
    with (tmp_path / "feed.xml").open("wb") as file:
        file.truncate(products.MOST_BYTES + 1)
    with pytest.raises(StudioError, match="larger than 20 MB"):
        read_goods(tmp_path / "feed.xml")


def test_a_list_without_products_is_refused(tmp_path):
    (tmp_path / "tom.csv").write_text("Handle,Title,Price\n", "utf-8")
    with pytest.raises(StudioError, match="holds no products"):
        read_goods(tmp_path / "tom.csv")


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("1 299,00 kr", 1299.0),
        ("1,299.00 NOK", 1299.0),
        ("1.299,00 €", 1299.0),
        ("1.299.000", 1299000.0),
        ("49.5", 49.5),
        ("1299", 1299.0),
        ("1,299", 1299.0),
        ("kr 0", 0.0),
        ("12,5", 12.5),
        ("free", None),
        ("", None),
        ("12.500 KWD", 12.5),
        ("KWD 12,500", 12.5),
        ("12.500KWD", 12.5),
        ("1,299.500 BHD", 1299.5),
        ("1.299.500 IQD", 1299500),
        ("12.50 KWD", 12.5),
        ("12.500 NOK", 12500),
        ("0,999", 0.999),
        ("0.500 NOK", 0.5),
        ("-5.00", None),
        ("−5,00 kr", None),
        ("NOK -5.00", None),
        ("-$5.00", None),
        ("- NOK 5", None),
        ("5,-", 5),
        ("Pre-order: 5.00", 5),
    ],
)
def test_prices_are_read_as_shops_write_them(said, number):
    assert amount(said) == number


@given(st.floats(0, 10**7).map(lambda value: round(value, 2)))
def test_any_price_is_read_back(value):
    assert amount(f"{value:.2f} NOK") == value
    assert currency(f"{value:.2f} NOK") == "NOK"


@given(st.binary(max_size=400))
def test_no_file_of_any_kind_breaks_a_reader(content):
    for read in (read_shopify, read_merchant):
        try:
            read(content)
        except StudioError:
            continue


HIDDEN = (
    '<?xml version="1.0" encoding="UTF-7"?>+ADw-+ACE-DOCTYPE a +AFs-+ADw-+ACE-ENTITY x +ACI-y+ACI-+AD4-+AF0-+AD4-'
    "<rss><item><title>+ACY-x+ADs-</title><price>3</price></item></rss>"
)


@pytest.mark.parametrize("feed", [HIDDEN, BOMB.replace("<!DOCTYPE", "<!-- <a --><!DOCTYPE"), BOMB[21:]])
def test_a_document_type_hidden_by_its_encoding_or_a_comment_is_refused_too(feed):
    with pytest.raises(StudioError, match="document type"):
        read_merchant(feed.encode())


def test_a_description_may_speak_of_document_types():
    told = FEED.replace("<g:size>", "<description><![CDATA[<!DOCTYPE html><p>Sko]]></description><g:size>")
    assert read_merchant(told.encode()).items[0].name == "Tursko & lisser"


@pytest.mark.parametrize("price", ["9" * 20, "9" * 400])
def test_a_price_out_of_reason_is_none(price):
    assert amount(price) is None


def test_a_name_holds_no_control_characters():
    (item,) = read_shopify(b"Handle,Title,Variant Price\na,A\x00\x07 b,3\n").items
    assert item.name == "A b"


@pytest.mark.parametrize("address", ["https://[bad/x.png", "https://x:99999/y", "https:///y", "https://a\\@b/y"])
def test_an_address_that_no_program_can_read_is_none(address):
    assert products.web_address(address) == ""


def test_woocommerce_writes_decimals_with_a_point_whatever_the_currency():
    listed = [{"name": "A", "price": said} for said in ("1.250", "1299.000", "1299", "", "x")]
    assert [item.price for item in goods_of(listed, "KWD").items] == [1.25, 1299.0, 1299.0]
