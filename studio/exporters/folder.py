"""What the file targets share: names in reading order, the pictures beside them, and what a folder of files loses."""

from __future__ import annotations

from dataclasses import dataclass

from studio.exporters.base import Work
from studio.exporters.naming import slug
from studio.exporters.pieces import Piece, place_of, sequence_of
from studio.i18n import sentence
from studio.model.findings import Loss
from studio.model.sequence import message_ids


@dataclass(frozen=True, slots=True)
class Numbered:
    """A piece with its stem, `<nn>-<message>-<variant>`."""

    stem: str
    piece: Piece


def numbered(work: Work, pieces: tuple[Piece, ...]) -> tuple[Numbered, ...]:
    """Return the pieces with their stems: numbered by message in reading order, unique whatever the names are."""
    order = {message: number for number, message in enumerate(message_ids(sequence_of(work)), start=1)}
    taken: set[str] = set()
    named: list[Numbered] = []
    for piece in pieces:
        stem = free(_stem(order[piece.message.id], piece), taken)
        named.append(Numbered(stem, piece))
    return tuple(named)


def _stem(number: int, piece: Piece) -> str:
    parts = [f"{number:02}", slug(piece.message.name)]
    return "-".join([*parts, slug(piece.variant_name)] if piece.variant_name else parts)


def free(stem: str, taken: set[str]) -> str:
    """Return a stem that is not taken yet, with a number where it was, and take it."""
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return name


def flow_loss(work: Work, target: str) -> Loss:
    """Return the loss that every file target has: files carry the words, not the flow."""
    return Loss(
        f"{target}.flow",
        place_of(work),
        sentence("The flow of “{name}”: trigger, waits, conditions, exits", name=sequence_of(work).name),
        sentence("Files in reading order, with the words of each message"),
    )
