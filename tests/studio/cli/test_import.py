"""`import products` and `import cart`: what a client's own shop sells comes into the carts of a flow's readers."""

import json

import pytest

from studio.store.archive.reading import read_fabel
from tests.fakes.woocommerce import KEY, WooCommerce
from tests.fakes.woocommerce.pictures import picture_place
from tests.studio.exporters.projects import PICTURE, PIXEL

SHOPIFY = "Handle,Title,Variant Price,Image Src\nsko,Tursko,1299.00,{image}\nlisser,Lisser,49,\nbørste,Børste,99,\n"
EVENT = {"customer_email": "kari@post.example", "cart_total": 47, "products": [{"name": "Pull bleu", "price": 47}]}


@pytest.fixture
def flow(fabel, tmp_path):
    """Return a file with a cart flow."""
    file = tmp_path / "cart.fabel"
    assert fabel("new", "cart-classic", "--language", "nb", "-o", file).code == 0
    return file


@pytest.fixture
def exported(tmp_path, monkeypatch):
    """Return a product export of Shopify whose picture lies on this computer."""
    monkeypatch.setattr("studio.delivery.imports.pictures._check", lambda _: None)
    with picture_place() as place:
        file = tmp_path / "products.csv"
        file.write_text(SHOPIFY.format(image=place.put("/sko.png", PIXEL)), "utf-8")
        yield file


def cart_of(file, name):
    people = read_fabel(file).project.personas.values()
    return next(each.event for each in people if name in (each.id, each.name))


def reader(file):
    return sorted(read_fabel(file).project.personas)[0]


def test_products_come_into_a_reader_s_cart_with_their_pictures(fabel, flow, exported):
    name = reader(flow)
    ran = fabel("import", "products", exported, "--into", flow, "--reader", name, "--pick", "1,3", "--pictures")
    assert ran.code == 0, ran.err
    event = cart_of(flow, name)
    assert [item.name for item in event.items] == ["Tursko", "Børste"]
    assert (event.total, event.items[0].image) == (1398.0, f"asset:{PICTURE}")
    assert read_fabel(flow).content[PICTURE] == PIXEL


def test_the_fetched_picture_is_shown_in_what_is_rendered(fabel, flow, exported, tmp_path):
    name = reader(flow)
    fabel("import", "products", exported, "--into", flow, "--reader", name, "--pictures")
    assert fabel("render", flow, "-o", tmp_path / "out", "--persona", name).code == 0
    pages = [file.read_text("utf-8") for file in (tmp_path / "out").rglob("*.html")]
    assert any(f"pictures/{PICTURE[:12]}.png" in page for page in pages)


def test_several_readers_must_be_told_apart(fabel, flow, exported):
    ran = fabel("import", "products", exported, "--into", flow)
    assert ran.code == 2
    assert "Choose a reader" in ran.err


@pytest.mark.parametrize("pick", ["0", "9", "x", "1,,2"])
def test_a_number_that_no_product_has_changes_nothing(fabel, flow, exported, pick):
    before = flow.read_bytes()
    ran = fabel("import", "products", exported, "--into", flow, "--reader", reader(flow), "--pick", pick)
    assert ran.code == 2
    assert flow.read_bytes() == before


def test_products_come_from_woocommerce(fabel, flow, serve):
    shop = WooCommerce()
    serve(shop)
    words = ("import", "products", "woocommerce", "--base-url", shop.url, "--into", flow, "--reader", reader(flow))
    ran = fabel(*words, FABEL_WOOCOMMERCE_KEY=KEY)
    assert ran.code == 0, ran.err
    assert [item.name for item in cart_of(flow, reader(flow)).items] == ["Sko nr. 1", "Sko nr. 2", "Sko nr. 3"]
    assert cart_of(flow, reader(flow)).currency == "NOK"


def test_a_cart_event_becomes_a_reader(fabel, flow, tmp_path):
    event = tmp_path / "event.json"
    event.write_text(json.dumps(EVENT), "utf-8")
    ran = fabel("import", "cart", event, "--into", flow, "--name", "Anne")
    assert ran.code == 0, ran.err
    assert [item.name for item in cart_of(flow, "Anne").items] == ["Pull bleu"]
    assert "kari@post.example" not in str(read_fabel(flow).project)


def test_the_same_reader_again_gets_another_cart(fabel, flow, tmp_path):
    event = tmp_path / "event.json"
    for price in (47, 80):
        event.write_text(json.dumps({"products": [{"name": "Robe", "price": price}]}), "utf-8")
        assert fabel("import", "cart", event, "--into", flow, "--name", "Anne").code == 0
    people = [each for each in read_fabel(flow).project.personas.values() if each.name == "Anne"]
    assert [each.event.total for each in people] == [80.0]


def test_a_broken_event_is_refused_in_one_sentence(fabel, flow, tmp_path):
    event = tmp_path / "event.json"
    event.write_text("{", "utf-8")
    ran = fabel("import", "cart", event, "--into", flow, "--name", "Anne")
    assert (ran.code, len(ran.err.strip().splitlines())) == (1, 1)


@pytest.mark.parametrize(
    "line",
    [
        '{"name": "Robe", "price": 1e400}',
        '{"name": "Robe", "price": 123456789012345}',
        '{"name": "Robe", "price": 1, "quantity": 1e300}',
        '{"name": "Robe", "price": 1, "quantity": 1e400}',
        '{"name": "Robe", "price": 999999999, "quantity": 999999}',
        '{"name": "\\u0000", "price": 1}',
    ],
)
def test_a_cart_out_of_reason_never_makes_a_file_that_does_not_open(fabel, flow, tmp_path, line):
    event, before = tmp_path / "event.json", flow.read_bytes()
    event.write_text(f'{{"products": [{line}]}}', "utf-8")
    ran = fabel("import", "cart", event, "--into", flow, "--name", "Anne")
    assert (ran.code, ran.err.count("no cart event")) == (1, 1)
    assert flow.read_bytes() == before


def test_an_event_that_is_too_large_is_refused_without_being_read_whole(fabel, flow, tmp_path):
    event = tmp_path / "event.json"
    with event.open("wb") as file:
        file.truncate(2_000_000_000)
    ran = fabel("import", "cart", event, "--into", flow, "--name", "Anne")
    assert (ran.code, "larger than 1 MB" in ran.err) == (1, True)


def test_a_shop_s_key_in_the_keychain_goes_to_that_shop_only(fabel, flow, ring, serve):
    shop = WooCommerce()
    serve(shop)
    words = ("import", "products", "woocommerce", "--base-url", shop.url, "--into", flow, "--reader", reader(flow))
    ring.set_password("fabel", "woocommerce:other.example", KEY)
    ran = fabel(*words)
    assert (ran.code, shop.requests) == (1, [])
    assert "woocommerce:127.0.0.1" in ran.err
    ring.set_password("fabel", "woocommerce:127.0.0.1", KEY)
    assert fabel(*words).code == 0
