"""The verb for a variant's share in percent: its siblings divide the rest as they did before."""

from __future__ import annotations

from studio.edits.things import home_of_variant
from studio.edits.variants import set_weight
from studio.errors import StudioError
from studio.model.project import Project


def set_share(project: Project, variant_id: str, percent: float) -> Project:
    """Return a project in which a variant gets `percent` of the readers (above 0, below 100).

    The weights of its message then sum to 100. Raise StudioError for another number, or for a message's only variant.
    """
    message = home_of_variant(project, variant_id)
    others = [id_ for id_ in message.variants if id_ != variant_id]
    if not others:
        raise StudioError("The only version of a message goes to every reader.")
    if not 0 < percent < 100:
        raise StudioError("A share in percent lies between 0 and 100.")
    whole = sum(project.variants[id_].weight for id_ in others)
    shares = {id_: round((100 - percent) * project.variants[id_].weight / whole, 2) for id_ in others}
    for id_, weight in {variant_id: float(percent), **shares}.items():
        project = set_weight(project, id_, weight)
    return project
