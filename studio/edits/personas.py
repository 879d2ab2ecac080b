"""Verbs for invented readers: carts whose total follows the products, copies, and the ones that ship."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from studio.edits.assets import add_asset
from studio.edits.shelf import keep
from studio.edits.things import fresh, put
from studio.errors import StudioError
from studio.model.asset import Asset
from studio.model.persona import KEPT, CartItem, Persona
from studio.model.project import Project


def cart_total(items: Iterable[CartItem]) -> float:
    """Return what the products of a cart cost together, in whole cents."""
    return round(sum(item.price * item.quantity for item in items), 2)


def adds_up(persona: Persona) -> bool:
    """Tell whether the total of a persona's cart is that of its products."""
    return abs(persona.event.total - cart_total(persona.event.items)) < 0.005


def with_items(persona: Persona, items: tuple[CartItem, ...]) -> Persona:
    """Return a persona with other products in the cart; a total that was theirs follows, one of its own stays."""
    total = cart_total(items) if adds_up(persona) else persona.event.total
    return replace(persona, event=replace(persona.event, items=items, total=total))


def persona_of(project: Project, persona_id: str) -> Persona:
    """Return a persona; raise StudioError where there is none."""
    if persona_id not in project.personas:
        raise StudioError("There is no persona “{id}”.", id=persona_id)
    return project.personas[persona_id]


def copy_persona(project: Project, persona_id: str, new_id: str, name: str) -> Project:
    """Return a project with a copy of a persona; raise StudioError where there is none or the new id is taken."""
    fresh(project.personas, new_id)
    return keep(project, replace(persona_of(project, persona_id), id=new_id, name=name))


def with_goods(
    project: Project, persona_id: str, items: tuple[CartItem, ...], pictures: Mapping[str, Asset], currency: str = ""
) -> Project:
    """Return a project in which a reader's cart holds these products and nothing else; the total follows.

    `pictures` are those that the project shall keep, by the address that the products name; an empty `currency` leaves
    the reader's own. Raise StudioError where there is no such persona.
    """
    persona = persona_of(project, persona_id)
    shown = tuple(replace(item, image=_kept(item.image, pictures)) for item in items)
    event = replace(persona.event, items=shown, total=cart_total(shown), currency=currency or persona.event.currency)
    for asset in pictures.values():
        project = add_asset(project, asset)
    return keep(project, replace(persona, event=event))


def _kept(image: str, pictures: Mapping[str, Asset]) -> str:
    return f"{KEPT}{pictures[image].id}" if image in pictures else image


def add_personas(project: Project, personas: Iterable[Persona]) -> Project:
    """Return a project that has these personas too; one that it has under the same id stays as it is."""
    return put(project, "personas", *(each for each in personas if each.id not in project.personas))
