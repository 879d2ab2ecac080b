"""Run the GetResponse fake by hand: `python -m tests.fakes.getresponse --port 8126`."""

from __future__ import annotations

from tests.fakes.by_hand import port_parser, serve_until_stopped
from tests.fakes.getresponse.state import KEY, GetResponse

if __name__ == "__main__":
    said = port_parser("GetResponse").parse_args()
    serve_until_stopped(GetResponse(), said.port, f"X-Auth-Token: api-key {KEY} (its API lies below /v3)")
