"""Run the Customer.io fake by hand: `python -m tests.fakes.customerio --port 8128`."""

from __future__ import annotations

from tests.fakes.by_hand import port_parser, serve_until_stopped
from tests.fakes.customerio.state import KEY, CustomerIo

if __name__ == "__main__":
    said = port_parser("Customer.io").parse_args()
    serve_until_stopped(CustomerIo(), said.port, f"Bearer {KEY} (its API lies below /v1)")
