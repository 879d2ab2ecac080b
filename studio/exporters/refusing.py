"""A flow that its own lint finds faults in is refused in one sentence, and nothing of it is sent."""

from __future__ import annotations

from studio.errors import StudioError
from studio.i18n import Sentence


def refuse_faults(found: tuple[Sentence, ...], label: str, language: str) -> None:
    """Raise StudioError with the first fault and how many more there are; `label` is the service's name."""
    if not found:
        return
    said = {"service": label, "language": language, "fault": found[0]}
    if len(found) == 1:
        raise StudioError("The flow in “{language}” cannot be built for {service}: {fault}", **said)
    raise StudioError(
        "The flow in “{language}” cannot be built for {service}: {fault} (and {count} more)",
        count=len(found) - 1,
        **said,
    )
