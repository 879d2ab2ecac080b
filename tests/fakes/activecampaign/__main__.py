"""Run the ActiveCampaign fake by hand: `python -m tests.fakes.activecampaign --port 8128`."""

from __future__ import annotations

from tests.fakes.activecampaign.state import KEY, ActiveCampaign
from tests.fakes.by_hand import port_parser, serve_until_stopped

if __name__ == "__main__":
    serve_until_stopped(ActiveCampaign(), port_parser("ActiveCampaign").parse_args().port, f"Api-Token: {KEY}")
