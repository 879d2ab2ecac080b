"""Names at Mailchimp: short ones for templates, whose mark must survive all the same."""

from __future__ import annotations

from studio.exporters.base import Work
from studio.exporters.naming import flow_mark, mark, marked, part_name
from studio.exporters.pictures import extension
from studio.exporters.pieces import Piece
from studio.model.asset import Asset
from studio.model.message import Message

# A template's name has at most 50 bytes. Three of them are kept for the number of a later draft.
_TEMPLATE = 50 - 3
_TITLE = 70


def template_name(work: Work, key: str, one: Piece) -> str:
    """Return a template's name, at most 50 bytes long: `<message> <variant> (nb) [fabel a1b2c3]`."""
    short = flow_mark(work, key)
    rest = len(marked("", work.language, short).encode())
    readable = " ".join(f"{one.message.name} {one.variant_name}".split())
    return marked(_within(readable, _TEMPLATE - rest), work.language, short)


def campaign_title(work: Work, key: str, message: Message, variant: str) -> str:
    """Return the title of a campaign's draft, at most 100 characters long."""
    return part_name(work, key, message.name, variant, _TITLE)


def picture_name(asset: Asset) -> str:
    """Return a picture's name, which keeps its ending; the mark is of its content, so that it is uploaded once."""
    stem = asset.name.rpartition(".")[0] or asset.name
    return f"{stem} [fabel {mark('image', asset.id)}].{extension(asset)}"


def _within(words: str, size: int) -> str:
    """Return words of at most `size` bytes, cut between characters."""
    whole = words.encode()
    return words if len(whole) <= size else whole[: size - 3].decode(errors="ignore").rstrip() + "…"
