"""Invented readers for the tests of the tags: one with everything, one with nothing, one with awkward words."""

from studio.model.persona import CartEvent, CartItem, Persona

CART = "https://fjord.example/cart?wck_rebuild_cart=abc"
SHOP = "https://fjord.example/products/"


def item(name, price, quantity=1, variant=""):
    return CartItem("1", name, price, "https://fjord.example/p.jpg", quantity, variant, SHOP + "genser")


KARI = Persona(
    "kari",
    "Kari",
    CartEvent(
        first_name="Kari",
        last_name="Nordmann",
        email="kari@example.no",
        currency="NOK",
        total=1299.0,
        url=CART,
        items=(item("Blå genser", 499.5, 2, "M"), item("Lue", 300.0), item("Votter", 0.0, 0)),
        order_number="10042",
        tracking_url="https://post.example/s?nr=1&x=2",
        delivery="2026-12-03",
    ),
)
NOBODY = Persona("nobody", "Nobody", CartEvent(currency="NOK", url=CART))
AWKWARD = Persona(
    "awkward",
    "Awkward",
    CartEvent(
        first_name='<b>O\'Hara & "Co" {{ x }} {% y',
        last_name="fx0000000000000000n0z",
        email="a+b?c=d&e#f@example.no",
        currency="NOK",
        total=12345678.9,
        url=CART,
        items=(item("{# Bukse", 1.0, 1, "<XL>"),),
    ),
)
PERSONAS = (KARI, NOBODY, AWKWARD)
