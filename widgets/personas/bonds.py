"""How the fields of the editor and a persona say the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from typing import Any

from studio.edits.personas import persona_of, with_items
from studio.edits.shelf import keep
from studio.i18n import Sentence
from studio.model.persona import CartEvent, CartItem, Persona
from studio.model.project import Project
from widgets.brand.bonds import with_part
from widgets.tied import Bond

Whose = Callable[[], str]
"""Returns the id of the persona that the editor shows."""


def of_persona(
    whose: Whose,
    path: str,
    step: str,
    judge: Callable[[Any], Sentence | None] | None = None,
    tidy: Callable[[Any], Any] | None = None,
) -> Bond:
    """Return the bond of a field of the shown persona, or of its cart ("event.email"); `step` is in words."""

    def shown(project: Project) -> Any:  # noqa: ANN401 - a field's own type
        return attrgetter(path)(project.personas.get(whose(), Persona("", "", CartEvent())))

    def written(project: Project, value: object) -> Project:
        return keep(project, with_part(persona_of(project, whose()), path, value))

    return Bond(shown, written, step, ("persona", path), judge, tidy)


def of_item(
    whose: Whose,
    index: int,
    field: str,
    step: str,
    judge: Callable[[Any], Sentence | None] | None = None,
    tidy: Callable[[Any], Any] | None = None,
) -> Bond:
    """Return the bond of a field of one product in the shown persona's cart."""

    def shown(project: Project) -> Any:  # noqa: ANN401 - a field's own type
        items = _items(project, whose())
        return getattr(items[index] if index < len(items) else CartItem("", "", 0.0), field)

    def written(project: Project, value: Any) -> Project:  # noqa: ANN401 - a field's own type
        items = _items(project, whose())
        item = replace(items[index], **{field: value})
        return with_cart(project, whose(), (*items[:index], item, *items[index + 1 :]))

    return Bond(shown, written, step, ("item", index, field), judge, tidy)


def with_cart(project: Project, persona_id: str, items: tuple[CartItem, ...]) -> Project:
    """Return a project in which a persona has these products in the cart."""
    return keep(project, with_items(persona_of(project, persona_id), items))


def _items(project: Project, persona_id: str) -> tuple[CartItem, ...]:
    found = project.personas.get(persona_id)
    return found.event.items if found else ()
