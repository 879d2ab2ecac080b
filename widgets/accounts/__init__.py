"""Accounts at the services: added with a key that is never shown again, tested, and read."""
