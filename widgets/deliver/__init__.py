"""Deliver: where a sequence goes, what happens to it there, and the push itself."""
