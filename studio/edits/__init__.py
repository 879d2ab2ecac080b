"""The verbs of the trade: pure functions from a Project to a Project, their differences, and merging."""
