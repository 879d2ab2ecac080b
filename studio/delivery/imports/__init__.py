"""Fetching what is imported: the network side of the parsers in `studio.imports`."""
