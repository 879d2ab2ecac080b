"""Drafts of single e-mails: their subjects, and what the build sheet says of them."""

from __future__ import annotations

from studio.errors import StudioError
from studio.exporters.base import Request, SheetStep
from studio.exporters.drafts import subject
from studio.exporters.pieces import Piece
from studio.i18n import Sentence, sentence

PREFIX = "draft:"
"""How the keys of such drafts begin."""


def draft_steps(requests: tuple[Request, ...], called: str, *more: Sentence) -> tuple[SheetStep, ...]:
    """Return one step that names the drafts, or none; `called` is the service's word for one of them."""
    names = tuple((sentence("{name}", name=called), one.name) for one in requests if _is_draft(one))
    if not names:
        return ()
    words = sentence(
        "They hold one e-mail each, for a list of yours. They have no date and nobody gets them by themselves."
    )
    return (SheetStep("drafts", sentence("If you like, use the drafts of single e-mails"), (words, *more), names),)


def short_subject(one: Piece, label: str, most: int = 255) -> str:
    """Return the subject of an e-mail; raise StudioError where it has none or more characters than a service takes."""
    said = subject(one, label)
    if len(said) > most:
        raise StudioError(
            "The subject of “{name}” is longer than the {most} characters that {service} takes.",
            name=one.message.name,
            most=most,
            service=label,
        )
    return said


def _is_draft(request: Request) -> bool:
    return request.key.startswith(PREFIX)
