"""Verbs for the project's own fields: its name, whom it is for, and the brand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from studio.edits.assets import add_asset, remove_asset, used_assets
from studio.errors import StudioError
from studio.model.asset import Asset
from studio.model.brand import Brand
from studio.model.localized import Localized
from studio.model.project import Client, Project

PICTURES = ("logo", "portrait")
"""The fields of a Brand that hold the digest of a picture."""
_FACT = re.compile(r"[a-z][a-z0-9_]*")
_OWN = ("name", "url", "address", "email")
"""What copy says of the shop without a fact: the brand has fields for these."""


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


def add_fact(project: Project, name: str) -> Project:
    """Return a project whose brand has room for something to say under `name`, in no language yet.

    Raise StudioError for a name that copy could not write, and for one that is taken.
    """
    if not _FACT.fullmatch(name):
        raise StudioError("“{name}” cannot name a fact: use small letters, digits and underscores.", name=name)
    if name in _OWN or name in project.brand.facts:
        raise StudioError("There is a fact “{name}” already.", name=name)
    return replace(project, brand=replace(project.brand, facts=project.brand.facts.set(name, Localized())))


def show_picture(project: Project, role: str, asset: Asset | None) -> Project:
    """Return a project whose brand shows another picture as its "logo" or "portrait", or none.

    A picture that the project has already keeps its alt text; the one from before goes unless something shows it.
    """
    before = getattr(project.brand, role)
    if asset is not None:
        project = add_asset(project, project.assets.get(asset.id, asset))
    shown: dict[str, Any] = {role: asset.id if asset else ""}
    project = apply_brand(project, replace(project.brand, **shown))
    if before in project.assets and before not in used_assets(project):
        project = remove_asset(project, before)
    return project
