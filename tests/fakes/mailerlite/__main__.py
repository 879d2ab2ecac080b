"""Run the MailerLite fake by hand: `python -m tests.fakes.mailerlite --port 8127`."""

from __future__ import annotations

from tests.fakes.by_hand import port_parser, serve_until_stopped
from tests.fakes.mailerlite.state import KEY, MailerLite

if __name__ == "__main__":
    serve_until_stopped(MailerLite(), port_parser("MailerLite").parse_args().port, f"Authorization: Bearer {KEY}")
