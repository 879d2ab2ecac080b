"""One sequence taken out of a project with all it needs, for presets, exports and sharing."""

from __future__ import annotations

from dataclasses import replace

from immutables import Map

from studio.edits.assets import used_assets
from studio.edits.things import message_of, sequence_of
from studio.model.project import Project
from studio.model.sequence import message_ids


def sequence_alone(project: Project, sequence_id: str) -> Project:
    """Return a project with only one sequence, its messages, and the pictures they and the brand show.

    Client, brand, personas, snippets and glossary stay, for they belong to every sequence. Raise StudioError where
    there is no such sequence.
    """
    sequence = sequence_of(project, sequence_id)
    messages = [message_of(project, id_) for id_ in message_ids(sequence)]
    alone = replace(
        project,
        sequence_order=(sequence_id,),
        sequences=Map({sequence_id: sequence}),
        messages=Map({message.id: message for message in messages}),
        blocks=Map({id_: project.blocks[id_] for message in messages for id_ in message.blocks}),
        variants=Map({id_: project.variants[id_] for message in messages for id_ in message.variants}),
    )
    used = used_assets(alone)
    return replace(alone, assets=Map({id_: asset for id_, asset in project.assets.items() if id_ in used}))
