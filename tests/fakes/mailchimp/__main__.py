"""Run the Mailchimp fake by hand: `python -m tests.fakes.mailchimp --port 8125`."""

from __future__ import annotations

from tests.fakes.by_hand import port_parser, serve_until_stopped
from tests.fakes.mailchimp.state import KEY, Mailchimp

if __name__ == "__main__":
    serve_until_stopped(Mailchimp(), port_parser("Mailchimp").parse_args().port, f"the key {KEY} (below /3.0)")
