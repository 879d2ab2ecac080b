"""Preferences: language, theme, workspace, folders and keys of one person on one machine."""
