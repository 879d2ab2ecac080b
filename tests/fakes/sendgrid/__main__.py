"""Run the SendGrid fake by hand: `python -m tests.fakes.sendgrid --port 8126`."""

from __future__ import annotations

from tests.fakes.by_hand import port_parser, serve_until_stopped
from tests.fakes.sendgrid.state import KEY, SendGrid

if __name__ == "__main__":
    serve_until_stopped(SendGrid(), port_parser("SendGrid").parse_args().port, f"Authorization: Bearer {KEY}")
