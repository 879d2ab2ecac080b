"""A shop in memory, as its REST API (wc/v3) tells it: Basic authentication, arrays in pages, its own error envelope."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Iterator
from typing import Any

from tests.fakes.routing import Route, find_route, whole_query
from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "ck_fake:cs_fake"
PAGED = frozenset({"per_page", "page", "status", "_fields"})


class WooCommerce(Fake):
    """The fake; its API lies below `url + "/wp-json/wc/v3"`. `products` are in the shop's order."""

    label = "WooCommerce"

    def __init__(self, clock: Callable[[], float] = time.monotonic, products: int = 3, currency: str = "NOK"):
        super().__init__(clock)
        self.key = KEY
        self.currency = currency
        self.products = [self.product(number) for number in range(1, products + 1)]

    def product(self, number: int) -> dict[str, Any]:
        """Return a product as the shop lists it."""
        return {
            "id": number,
            "name": f"Sko nr. {number}",
            "price": f"{100 + number}.50",
            "permalink": f"https://shop.example/sko-{number}",
            "images": [{"id": number, "src": f"https://cdn.example/sko-{number}.jpg"}],
        }

    def answer(self, received: Received) -> Answer:
        """Check the key, then do what is asked."""
        wanted = f"Basic {base64.b64encode(self.key.encode()).decode()}"
        if received.headers.get("authorization", "") != wanted:
            raise Refusal(401, Problem("", "Consumer key is invalid.", "woocommerce_rest_authentication_error"))
        route, parts = find_route(ROUTES, received)
        return route.act(self, received, *parts)

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return the first problem as WordPress words it."""
        return {"code": problems[0].code, "message": problems[0].detail, "data": {"status": status}}

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield nothing: a client can create nothing here."""
        return iter(())


def list_products(fake: WooCommerce, received: Received) -> Answer:
    """Answer GET /wp-json/wc/v3/products: an array, empty after the last page."""
    size, page = whole_query(received, "per_page", 10, 1, 100), whole_query(received, "page", 1, 1, 10**6)
    shown = fake.products[(page - 1) * size : page * size]
    names = received.query.get("_fields", "").split(",")
    return Answer(200, [{name: row[name] for name in row if name in names} for row in shown])


def read_currency(fake: WooCommerce, received: Received) -> Answer:
    """Answer GET /wp-json/wc/v3/data/currencies/current."""
    return Answer(200, {"code": fake.currency, "name": "Norwegian krone", "symbol": "kr"})


ROUTES = (
    Route("GET", "/wp-json/wc/v3/products", list_products, PAGED),
    Route("GET", "/wp-json/wc/v3/data/currencies/current", read_currency),
)
