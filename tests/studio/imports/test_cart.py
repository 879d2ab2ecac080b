"""A cart event becomes a reader whose cart it is, and nobody's address comes along."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.imports.cart import SOMEBODY, read_cart

# The shape of the event that the documents describe.
EVENT = {
    "customer_id": "123",
    "customer_email": "kari@post.example",
    "customer_phone": "+4799999999",
    "first_name": "Kari",
    "cart_total": 127,
    "currency": "eur",
    "products": [
        {"id": "pull-bleu", "name": "Pull bleu", "price": 47, "image": "url"},
        {"id": "robe", "name": "Robe", "price": "80,00", "quantity": 1, "image": "https://cdn.example/robe.jpg"},
    ],
    "cart_url": "https://butikk.example/kurv/1",
    "objection": "shipping",
}


def read(plain):
    return read_cart(json.dumps(plain).encode(), "cart.json", "r1", "Kari", "fr")


def test_the_cart_is_the_reader_s():
    event = read(EVENT).persona.event
    assert [(item.name, item.price) for item in event.items] == [("Pull bleu", 47.0), ("Robe", 80.0)]
    assert (event.total, event.currency, event.url) == (127.0, "EUR", "https://butikk.example/kurv/1")


def test_whose_cart_it_was_stays_outside():
    found = read(EVENT)
    assert found.persona.event.email == SOMEBODY
    assert "99999999" not in repr(found.persona)
    assert "123" not in repr(found.persona.event.customer_id)
    assert any("Who the customer is" in str(said) for said in found.skipped)


def test_what_is_not_known_is_named():
    assert "Fabel does not know “objection”; it was left out." in [str(said) for said in read(EVENT).skipped]


def test_what_is_no_address_is_no_picture():
    assert [item.image for item in read(EVENT).persona.event.items] == ["", "https://cdn.example/robe.jpg"]


def test_a_total_that_is_missing_is_that_of_the_products():
    assert read({"products": [{"name": "A", "price": 2, "quantity": 3}]}).persona.event.total == 6.0


@pytest.mark.parametrize("plain", [[], {}, {"products": []}, {"products": [{"id": 1}]}, {"products": "x"}, "x", None])
def test_what_is_no_cart_is_refused(plain):
    with pytest.raises(StudioError, match=r"cart\.json"):
        read(plain)


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[" * 5000])
def test_what_is_no_json_is_refused(content):
    with pytest.raises(StudioError, match=r"cart\.json"):
        read_cart(content, "cart.json", "r1", "Kari")


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 10**6)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("name", "price", "quantity", "image", "id")), inner)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from((*EVENT, "items", "total", "order_number")), VALUES))
def test_no_event_of_any_shape_breaks_the_reader(plain):
    try:
        found = read(plain)
    except StudioError:
        return
    assert found.persona.event.items


def test_a_price_has_as_many_decimals_as_its_currency():
    event = read({"currency": "kwd", "products": [{"name": "A", "price": "12.505", "quantity": 1}]}).persona.event
    assert (event.items[0].price, event.total) == (12.505, 12.505)


@pytest.mark.parametrize("price", [-5, "-5.00"])
def test_a_price_below_nothing_is_left_out(price):
    made = read({"products": [{"name": "A", "price": 1}, {"name": "B", "price": price}]})
    assert [item.name for item in made.persona.event.items] == ["A"]
    assert "has no price" in str(made.skipped[0])
