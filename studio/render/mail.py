"""An e-mail's frame around its blocks: what the layout prints besides them."""

from __future__ import annotations

from collections.abc import Sequence

from studio.render.reader import Scene
from studio.render.said import NOTHING, Picture, Said, bare
from studio.render.views import View

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi"})
_BELOW = frozenset({"social", "footer", "divider", "spacer"})
_WIDEST_LOGO = 168
_LOGO_HEIGHT = 36


def frame(subject: Said, preheader: Said, views: Sequence[View], scene: Scene) -> dict[str, object]:
    """Return what the layout prints: head, masthead, the blocks as `body`, and the small print as `tail`."""
    backwards = scene.language.partition("-")[0] in RIGHT_TO_LEFT
    body, tail = _parted(views)
    brand = scene.brand
    return {
        "subject": subject,
        "preheader": preheader,
        "language": scene.language,
        "direction": "rtl" if backwards else "ltr",
        "start": "right" if backwards else "left",
        "end": "left" if backwards else "right",
        "shop": bare(brand.name),
        "home": scene.typesetter.address(brand.url) if brand.url else NOTHING,
        "logo": _logo(scene),
        "body": body,
        "tail": tail,
    }


def _parted(views: Sequence[View]) -> tuple[Sequence[View], Sequence[View]]:
    cut = len(views)
    while cut and views[cut - 1]["kind"] in _BELOW:
        cut -= 1
    while cut < len(views) and views[cut]["kind"] in ("divider", "spacer"):
        cut += 1
    return views[:cut], views[cut:]


def _logo(scene: Scene) -> Picture | None:
    asset = scene.project.assets.get(scene.brand.logo)
    if asset is None:
        return None
    width = min(_WIDEST_LOGO, round(_LOGO_HEIGHT * asset.width / asset.height)) if asset.height else _WIDEST_LOGO
    alt = bare(asset.alt.words(scene.language) or scene.brand.name)
    return Picture(scene.source(asset), alt, width)
