"""Labels that sort what is made at a service, where its API takes them together with the thing itself."""

from __future__ import annotations

from typing import Any

from studio.errors import StudioError
from studio.exporters.options import option
from studio.i18n import N_


def labels_option() -> Any:  # noqa: ANN401 - the field of an Options dataclass
    """Return the field of an Options dataclass in which a person names labels."""
    return option("", N_("Labels"), N_("They sort what is made at the service; with commas between them."))


def labels(words: str, service: str, most: int) -> list[str]:
    """Return the labels in a list with commas, each once; raise StudioError for more than a service takes."""
    found = list(dict.fromkeys(filter(None, map(str.strip, words.split(",")))))
    if len(found) > most:
        raise StudioError(
            "Option “labels”: {service} takes no more than {most}, and these are {count}.",
            service=service,
            most=most,
            count=len(found),
        )
    return found
