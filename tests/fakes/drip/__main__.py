"""Run the Drip fake by hand: `python -m tests.fakes.drip --port 8125`."""

from __future__ import annotations

from tests.fakes.by_hand import port_parser, serve_until_stopped
from tests.fakes.drip.state import ACCOUNT, KEY, Drip

if __name__ == "__main__":
    said = port_parser("Drip").parse_args()
    serve_until_stopped(Drip(), said.port, f"Basic, user {KEY} (the account's API lies below /v2/{ACCOUNT})")
