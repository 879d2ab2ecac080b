"""Doors for what comes from elsewhere: flows out of a service, products of a client's own shop."""
