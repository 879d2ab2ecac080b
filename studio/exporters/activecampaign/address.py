"""ActiveCampaign's own tag for the postal address: without it, it puts a footer of its own below every e-mail."""

from __future__ import annotations

from dataclasses import replace

from studio.exporters.addresses import with_tag
from studio.exporters.drafts import Letters
from studio.exporters.pieces import Piece
from studio.model.brand import Brand

TAG = "%SENDER-INFO-SINGLELINE%"


def addressed(made: Letters, brand: Brand) -> Letters:
    """Return e-mails whose HTML ends in ActiveCampaign's tag instead of the brand's address, where it stands there."""
    return replace(made, pieces=tuple(_with_tag(one, brand) for one in made.pieces))


def _with_tag(one: Piece, brand: Brand) -> Piece:
    return replace(one, rendered=replace(one.rendered, html=with_tag(one.rendered.html, brand, TAG)))
