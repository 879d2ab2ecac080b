"""Klaviyo flows as editable sequences: a definition and its templates become a project, with what was lost."""
