"""Whose merge tags a file holds: filled in for an invented reader, or as a service or template language writes them."""

from __future__ import annotations

from typing import Any

from studio.exporters.base import Work
from studio.exporters.options import option
from studio.exporters.pieces import sample_dialect
from studio.i18n import N_
from studio.tags.dialect import Dialect
from studio.tags.services import dialect, dialect_names

FILLED = "filled"


def tags_option() -> Any:  # noqa: ANN401 - a field of an Options dataclass
    """Return the field by which a person chooses the merge tags of a file."""
    help_ = N_("Filled in with sample data, or in the tags of a service or template language.")
    return option(FILLED, N_("Merge tags"), help_, (FILLED, *dialect_names()))


def spoken(work: Work, tags: str) -> Dialect:
    """Return the dialect that an option of `tags_option` names, in the brand's currency and the flow's language."""
    if tags == FILLED:
        return sample_dialect(work)
    return dialect(tags, currency=work.project.brand.currency, language=work.language)
