"""A fake of HubSpot: coded templates, marketing e-mails with variations, and workflows that are switched off."""

from tests.fakes.hubspot.state import KEY, HubSpot, Options

__all__ = ["KEY", "HubSpot", "Options"]
