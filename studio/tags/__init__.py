"""Merge tags: the neutral language of copy, what is held out of rendering, and how each service says it."""
