"""Products come from a shop page by page, and pictures from where they lie, or a sentence says why not."""

from dataclasses import replace

import pytest

from studio.delivery.connection import account_of
from studio.delivery.http import Client
from studio.delivery.imports.pictures import fetch_pictures
from studio.delivery.imports.woocommerce import SERVICE, fetch_goods
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from studio.delivery.refusals import KeyRefused
from studio.edits.assets import used_assets
from studio.edits.personas import with_goods
from studio.errors import StudioError
from studio.model.message import Block
from studio.tasks import Unheard
from tests.fakes.faults import Fault
from tests.fakes.woocommerce import WooCommerce
from tests.fakes.woocommerce.pictures import picture_place
from tests.studio.exporters.building import as_json, built
from tests.studio.exporters.projects import MESSAGES, PICTURE, PIXEL, send, work


@pytest.fixture
def shop(serve, hand_clock):
    """Return a function that opens a shop with so many products, and a client for it."""

    def opened(key="", **fields):
        fake = WooCommerce(hand_clock, **fields)
        serve(fake)
        timing = Timing(hand_clock, hand_clock.advance, lambda: 0.0)
        return fake, Client(SERVICE, Secret(key or fake.key), fake.url, timing)

    return opened


@pytest.fixture
def place():
    """Return a place where pictures lie."""
    with picture_place() as held:
        yield held


def test_every_page_of_a_shop_is_read(shop):
    fake, client = shop(products=230)
    goods = fetch_goods(client, Unheard())
    assert len(goods.items) == 230
    assert (goods.items[0].name, goods.items[0].price, goods.currency) == ("Sko nr. 1", 101.5, "NOK")
    assert [call.query["page"] for call in fake.calls("GET", "*/products")] == ["1", "2", "3"]


def test_a_large_shop_is_read_as_far_as_a_preview_needs(shop):
    fake, client = shop(products=900)
    assert len(fetch_goods(client, Unheard()).items) == 500
    assert len(fake.calls("GET", "*/products")) == 5


def test_a_wrong_key_is_told_in_the_shop_s_words(shop):
    _, client = shop(key="ck_a:cs_b")
    with pytest.raises(KeyRefused, match=r"Consumer key is invalid\."):
        fetch_goods(client, Unheard())


def test_an_empty_shop_is_told(shop):
    _, client = shop(products=0)
    with pytest.raises(StudioError, match="no products"):
        fetch_goods(client, Unheard())


def test_a_broken_line_is_tried_again(shop):
    fake, client = shop()
    fake.faults.on("GET", "*/products", Fault.RESET_AFTER)
    assert len(fetch_goods(client, Unheard()).items) == 3


def test_the_connection_can_be_tested(shop):
    _, client = shop()
    assert account_of(SERVICE, client).name == "NOK"


@pytest.fixture
def near(monkeypatch):
    """Let pictures be fetched from this computer over plain http, as tests must."""
    monkeypatch.setattr("studio.delivery.imports.pictures._check", lambda _: None)


def test_pictures_are_fetched_and_kept(place, near):
    address = place.put("/sko.png", PIXEL)
    got = fetch_pictures([address, address, ""], Unheard())
    assert got.assets[address].id == PICTURE
    assert got.content[PICTURE] == PIXEL
    assert got.skipped == ()


@pytest.mark.parametrize(
    ("data", "status", "why"),
    [
        (b"<html>", 200, "is no PNG, JPEG or GIF"),
        (PIXEL, 404, "answers 404"),
        (PIXEL, 302, "answers 302"),
        (b"\x89PNG\r\n\x1a\n" + bytes(3_000_001), 200, "larger than 3 MB"),
    ],
    ids=["a page", "nothing", "a redirect", "too much"],
)
def test_what_is_no_picture_is_left_out_with_the_reason(place, near, data, status, why):
    got = fetch_pictures([place.put("/x.png", data, status)], Unheard())
    assert not got.assets
    assert why in str(got.skipped[0])


def test_a_picture_is_asked_over_https_only():
    assert "https://" in str(fetch_pictures(["http://shop.example/a.png"], Unheard()).skipped[0])


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://127.0.0.1/admin", "not on the public web"),
        ("https://localhost/admin", "not on the public web"),
        ("https://10.0.0.1/x.png", "not on the public web"),
        ("https://169.254.169.254/latest", "not on the public web"),
        ("https://[::1]/x.png", "not on the public web"),
        ("https://[bad/x.png", "cannot be read"),
        ("https://a..b/x.png", "could not be fetched"),
    ],
)
def test_a_product_list_never_makes_this_computer_speak_to_its_neighbours(address, why):
    assert why in str(fetch_pictures([address], Unheard()).skipped[0])


def test_a_picture_is_asked_without_the_keys_of_a_netrc(place, near, monkeypatch, tmp_path):
    (tmp_path / "netrc").write_text("default login kari password hemmelig\n", "utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    fetch_pictures([place.put("/sko.png", PIXEL)], Unheard())
    assert place.asked == [None]


def test_nobody_at_the_address_is_said(near):
    assert "could not be fetched" in str(fetch_pictures(["http://127.0.0.1:9/a.png"], Unheard()).skipped[0])


def test_a_reader_s_cart_shows_what_was_fetched(shop):
    _, client = shop()
    goods = fetch_goods(client, Unheard())
    pictures = {goods.items[0].image: MESSAGES.assets[PICTURE]}
    made = with_goods(MESSAGES, "ingrid", goods.items[:2], pictures, goods.currency)
    event = made.personas["ingrid"].event
    assert [item.name for item in event.items] == ["Sko nr. 1", "Sko nr. 2"]
    assert (event.total, event.items[0].image) == (204.0, f"asset:{PICTURE}")
    assert PICTURE in used_assets(made)


def test_files_bring_the_pictures_of_the_reader_s_products():
    cart = Block("m2-p", "cart", texts=MESSAGES.blocks["m2-p"].texts)
    plain = replace(MESSAGES, blocks=MESSAGES.blocks.set("m2-p", cart), brand=replace(MESSAGES.brand, logo=""))
    item = replace(plain.personas["ingrid"].event.items[0], image="https://cdn.example/a.png")
    made = with_goods(plain, "ingrid", (item,), {item.image: MESSAGES.assets[PICTURE]})
    files = {file.path: file.content for file in built(work(send("m2"), project=made), "json").files}
    assert files[f"pictures/{PICTURE[:12]}.png"] == PIXEL
    assert f"pictures/{PICTURE[:12]}.png" in as_json(files["flow.json"])["messages"][0]["versions"][0]["html"]
