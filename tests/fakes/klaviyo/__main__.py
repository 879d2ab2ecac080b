"""Run the Klaviyo fake by hand: `python -m tests.fakes.klaviyo --port 8123`."""

from __future__ import annotations

import argparse

from tests.fakes.by_hand import port_parser, serve_until_stopped
from tests.fakes.klaviyo.oracle import schema_is_there
from tests.fakes.klaviyo.state import Klaviyo, Options


def parse(words: list[str] | None = None) -> tuple[int, Options]:
    """Return the port and the account's options from the command line."""
    parser = port_parser("Klaviyo")
    parser.add_argument("--rates", action="store_true", help="enforce the limits per second and minute")
    parser.add_argument("--schema", action="store_true", help="also validate against the vendor's description")
    parser.add_argument("--page-size", type=int, default=None, help="cap every page")
    said: argparse.Namespace = parser.parse_args(words)
    if said.schema and not schema_is_there():
        parser.error("the vendor's description is not beside this tree")
    return said.port, Options(page_size=said.page_size, rates=said.rates, schema=said.schema)


if __name__ == "__main__":
    port, options = parse()
    serve_until_stopped(Klaviyo(options), port, "Authorization: Klaviyo-API-Key pk_fake, revision: 2026-07-15")
