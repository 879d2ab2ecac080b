"""A fake of ActiveCampaign: messages and campaigns."""

from tests.fakes.activecampaign.state import KEY, ActiveCampaign, Options

__all__ = ["KEY", "ActiveCampaign", "Options"]
