"""A whole project once more, in which everything that a service could take for the original has a new id."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from immutables import Map

from studio.edits.copying import Copies, Mint, copied_message, copied_node, copied_waivers
from studio.model.ids import new_id
from studio.model.project import Project
from studio.model.sequence import Sequence
from studio.model.steps import Step


def copy_project(project: Project, name: str, mint: Mint = new_id) -> Project:
    """Return a copy of a project, called `name`, with new ids for it, its sequences, steps, messages and their parts.

    Personas, snippets, glossary and pictures keep theirs: they are known within the project, pictures by content.
    """
    copies = Copies(project, mint)
    flows = [_copied(copies, project.sequences[id_]) for id_ in project.sequence_order]
    for message in project.messages.values():
        copied_message(copies, message)
    bare = replace(project, id=mint(), name=name, messages=Map(), blocks=Map(), variants=Map())
    order = tuple(flow.id for flow in flows)
    return replace(copies.into(bare), sequence_order=order, sequences=Map({flow.id: flow for flow in flows}))


def _copied(copies: Copies, sequence: Sequence) -> Sequence:
    steps = tuple(cast("Step", copied_node(copies, step)) for step in sequence.steps)
    return replace(sequence, id=copies.mint(), steps=steps, waivers=copied_waivers(copies, sequence.waivers))
