"""Run the Mailjet fake by hand: `python -m tests.fakes.mailjet --port 8127`."""

from __future__ import annotations

from tests.fakes.by_hand import port_parser, serve_until_stopped
from tests.fakes.mailjet.state import KEY, Mailjet

if __name__ == "__main__":
    said = port_parser("Mailjet").parse_args()
    serve_until_stopped(Mailjet(), said.port, f"Basic {KEY} (its API lies below /v3/REST)")
