"""Products of a WooCommerce shop, through its REST API (wc/v3), read only."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

from immutables import Map

from studio.delivery.http import Client
from studio.errors import StudioError
from studio.exporters.service import Rate, Service
from studio.i18n import sentence
from studio.imports.products import MOST_ITEMS, Goods
from studio.imports.woocommerce import goods_of
from studio.tasks import Progress, stop_if_cancelled

_PAGE = 100
_FIELDS = "id,name,price,permalink,images"


def _headers(key: str) -> Map[str, str]:
    return Map({"authorization": f"Basic {base64.b64encode(key.encode()).decode()}", "accept": "application/json"})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the shop answered
    said = body.get("message") if isinstance(body, dict) else ""
    return said if isinstance(said, str) and said else f"HTTP {status}"


# Nothing is ever made there; a shop on a small server is asked gently.
SERVICE = Service(
    name="woocommerce",
    label="WooCommerce",
    base_url="",
    headers=_headers,
    words=_words,
    resources=Map(),
    check="wp-json/wc/v3/data/currencies/current",
    account_name="code",
    rate=Rate(per_second=4),
    address_hint="https://shop.example",
    key_hint=sentence("Consumer key and secret with a colon between them: ck_…:cs_…"),
)


def fetch_goods(client: Client, progress: Progress) -> Goods:
    """Return the first published products of a shop, in its own order, in the shop's currency.

    Raise KeyRefused for a bad key, ServiceTrouble where the shop does not answer, StudioError where it has no products,
    Cancelled when called off.
    """
    code = client.get("wp-json/wc/v3/data/currencies/current", "currency")
    currency = str(code.get("code") or "") if isinstance(code, dict) else ""
    goods = goods_of(_products(client, progress), currency)
    if not goods.items:
        raise StudioError("The shop has no products that can be shown.")
    return goods


def _products(client: Client, progress: Progress) -> Iterator[dict[str, Any]]:
    for page in range(1, MOST_ITEMS // _PAGE + 1):
        stop_if_cancelled(progress)
        progress.said(sentence("Reading products, page {page}.", page=page), 0, 0)
        path = f"wp-json/wc/v3/products?status=publish&per_page={_PAGE}&page={page}&_fields={_FIELDS}"
        found = client.get(path, "products")
        rows = found if isinstance(found, list) else []
        yield from (row for row in rows if isinstance(row, dict))
        if len(rows) < _PAGE:
            return
