"""Verbs for the project's own fields: its name, whom it is for, and the brand."""

from __future__ import annotations

from dataclasses import replace

from studio.errors import StudioError
from studio.model.brand import Brand
from studio.model.project import Client, Project


def rename_project(project: Project, name: str) -> Project:
    """Return a project with another name."""
    return project if name == project.name else replace(project, name=name)


def set_client(project: Project, client: Client) -> Project:
    """Return a project that is for another client."""
    return project if client == project.client else replace(project, client=client)


def apply_brand(project: Project, brand: Brand) -> Project:
    """Return a project whose messages speak and look as `brand` says.

    Raise StudioError where its logo or portrait is not among the project's assets.
    """
    for asset in (brand.logo, brand.portrait):
        if asset and asset not in project.assets:
            raise StudioError("There is no picture “{id}”.", id=asset)
    return project if brand == project.brand else replace(project, brand=brand)


def remove_fact(project: Project, name: str) -> Project:
    """Return a project whose brand says nothing about `name`, in any language."""
    if name not in project.brand.facts:
        return project
    return replace(project, brand=replace(project.brand, facts=project.brand.facts.delete(name)))
