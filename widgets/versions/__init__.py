"""Versions: earlier states of a project, and two versions of the same words."""
