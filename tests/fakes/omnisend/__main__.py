"""Run the Omnisend fake by hand: `python -m tests.fakes.omnisend --port 8131`."""

from __future__ import annotations

import argparse

from tests.fakes.by_hand import port_parser, serve_until_stopped
from tests.fakes.omnisend.state import Omnisend, Options


def parse(words: list[str] | None = None) -> tuple[int, Options]:
    """Return the port and the account's options from the command line."""
    parser = port_parser("Omnisend")
    parser.add_argument("--rates", action="store_true", help="enforce the limits")
    parser.add_argument("--page-size", type=int, default=None, help="cap every page")
    said: argparse.Namespace = parser.parse_args(words)
    return said.port, Options(rates=said.rates, page_size=said.page_size)


if __name__ == "__main__":
    port, options = parse()
    serve_until_stopped(
        Omnisend(options), port, "Authorization: Omnisend-API-Key omnisend-fake (its API lies below /api)"
    )
