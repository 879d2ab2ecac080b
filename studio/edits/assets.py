"""Verbs for pictures, which are known by their content: another picture is another asset, taken up everywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from immutables import Map

from studio.edits.things import drop, put
from studio.errors import StudioError
from studio.model.asset import Asset
from studio.model.kinds import BLOCK_KINDS
from studio.model.message import Block, Hidden, Variant
from studio.model.persona import KEPT, Persona
from studio.model.project import Project


def add_asset(project: Project, asset: Asset) -> Project:
    """Return a project that has a picture; the same picture again changes its name and alt text only."""
    if not asset.id:
        raise StudioError("The id “{id}” is taken.", id=asset.id)
    return put(project, "assets", asset)


def assets_in(block: Block | Hidden) -> frozenset[str]:
    """Return the digests of the pictures that a block shows."""
    kind = BLOCK_KINDS.get(block.kind) if isinstance(block, Block) else None
    if kind is None or not isinstance(block, Block):
        return frozenset()
    named = {str(block.settings.get(name, "")) for name in kind.assets}
    return frozenset(named - {"", "brand"})


def used_assets(project: Project) -> frozenset[str]:
    """Return the digests of the pictures that the brand, a block, a variant or a reader's cart of a project shows."""
    overrides = (each for variant in project.variants.values() for each in variant.overrides.values())
    shown = (assets_in(block) for block in (*project.blocks.values(), *overrides))
    return frozenset({project.brand.logo, project.brand.portrait} - {""}).union(in_carts(project), *shown)


def in_carts(project: Project) -> frozenset[str]:
    """Return the digests of the pictures that products in readers' carts show."""
    items = (item for persona in project.personas.values() for item in persona.event.items)
    return frozenset(item.image.removeprefix(KEPT) for item in items if item.image.startswith(KEPT))


def replace_asset(project: Project, asset_id: str, asset: Asset) -> Project:
    """Return a project in which `asset` has taken the place of another picture wherever that was shown.

    A new picture without an alt text keeps that of the old one. Raise StudioError where there is no such picture.
    """
    old = _asset_of(project, asset_id)
    if asset.id == asset_id:
        return add_asset(project, asset)
    project = add_asset(project, asset if asset.alt.texts else replace(asset, alt=old.alt))
    blocks = [cast("Block", _with(block, asset_id, asset.id)) for block in project.blocks.values()]
    variants = [_with_overrides(variant, asset_id, asset.id) for variant in project.variants.values()]
    logo, portrait = (asset.id if now == asset_id else now for now in (project.brand.logo, project.brand.portrait))
    project = put(put(project, "blocks", *blocks), "variants", *variants)
    project = put(project, "personas", *(_in_cart(each, asset_id, asset.id) for each in project.personas.values()))
    return drop(replace(project, brand=replace(project.brand, logo=logo, portrait=portrait)), "assets", [asset_id])


def _asset_of(project: Project, asset_id: str) -> Asset:
    if asset_id not in project.assets:
        raise StudioError("There is no picture “{id}”.", id=asset_id)
    return project.assets[asset_id]


def _with(block: Block | Hidden, old: str, new: str) -> Block | Hidden:
    if not isinstance(block, Block) or old not in assets_in(block):
        return block
    named = {name: new for name in BLOCK_KINDS[block.kind].assets if block.settings.get(name) == old}
    return replace(block, settings=block.settings.update(named))


def _in_cart(persona: Persona, old: str, new: str) -> Persona:
    was, now = f"{KEPT}{old}", f"{KEPT}{new}"
    if not any(item.image == was for item in persona.event.items):
        return persona
    items = tuple(replace(item, image=now) if item.image == was else item for item in persona.event.items)
    return replace(persona, event=replace(persona.event, items=items))


def _with_overrides(variant: Variant, old: str, new: str) -> Variant:
    if not variant.overrides:
        return variant
    overrides = Map({key: _with(override, old, new) for key, override in variant.overrides.items()})
    return variant if overrides == variant.overrides else replace(variant, overrides=overrides)


def remove_asset(project: Project, asset_id: str) -> Project:
    """Return a project without a picture; raise StudioError while something shows it."""
    asset = _asset_of(project, asset_id)
    if asset_id in used_assets(project):
        raise StudioError("The picture “{name}” is still in use.", name=asset.name)
    return drop(project, "assets", [asset_id])
