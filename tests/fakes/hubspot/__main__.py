"""Run the HubSpot fake by hand: `python -m tests.fakes.hubspot --port 8132`."""

from __future__ import annotations

import argparse

from tests.fakes.by_hand import port_parser, serve_until_stopped
from tests.fakes.hubspot.state import HubSpot, Options


def parse(words: list[str] | None = None) -> tuple[int, Options]:
    """Return the port and the account's options from the command line."""
    parser = port_parser("HubSpot")
    parser.add_argument("--rates", action="store_true", help="enforce the limits")
    parser.add_argument("--page-size", type=int, default=None, help="cap every page")
    said: argparse.Namespace = parser.parse_args(words)
    return said.port, Options(rates=said.rates, page_size=said.page_size)


if __name__ == "__main__":
    port, options = parse()
    serve_until_stopped(HubSpot(options), port, "Authorization: Bearer pat-fake")
