"""Delivery: accounts, keys, HTTP, and the push with its journal; the only room with requests and keyring."""
