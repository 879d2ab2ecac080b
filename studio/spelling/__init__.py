"""Spelling: dictionaries found on the machine, a process of its own that reads them, and what it finds in copy."""
