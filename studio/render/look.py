"""How an e-mail looks: a theme with a brand's colours and fonts, as the values that templates print."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from immutables import Map

from studio.model.brand import Brand, Colors, Fonts
from studio.model.trade import MailTheme

SERIF, SANS = "serif", "sans"
STACKS: Map[str, tuple[str, str]] = Map(
    {
        "georgia": (SERIF, "Georgia,'Times New Roman',serif"),
        "charter": (SERIF, "Charter,'Bitstream Charter',Cambria,Georgia,serif"),
        "palatino": (SERIF, "'Palatino Linotype',Palatino,'Book Antiqua',Georgia,serif"),
        "times": (SERIF, "'Times New Roman',Times,serif"),
        "helvetica": (SANS, "Helvetica,Arial,sans-serif"),
        "system": (SANS, "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"),
        "verdana": (SANS, "Verdana,Geneva,sans-serif"),
        "trebuchet": (SANS, "'Trebuchet MS',Helvetica,Arial,sans-serif"),
        "gill": (SANS, "'Gill Sans','Gill Sans MT',Calibri,Arial,sans-serif"),
    }
)


@dataclass(frozen=True, slots=True)
class Look:
    """A theme for a brand: faces are font stacks, sizes are px, colours `#rrggbb`."""

    theme: MailTheme
    colors: Colors
    title_face: str
    text_face: str
    label_face: str
    text_size: int
    text_leading: str
    small_text_size: int
    small_title_size: int
    small_thumb: int
    sunken: str
    dark_sunken: str
    ground: str
    dark_ground: str

    @property
    def link(self) -> str:
        """The HTML attributes of a link in running words."""
        return f'class="ac" style="color:{self.colors.accent}"'


def look_of(brand: Brand, theme: MailTheme) -> Look:
    """Return the look of `theme` for a brand; the same values give the same look."""
    return _look(theme, brand.colors, brand.fonts)


@lru_cache(maxsize=64)
def _look(theme: MailTheme, colors: Colors, fonts: Fonts) -> Look:
    return _letter(colors, fonts) if theme is MailTheme.LETTER else _shop(colors, fonts)


def _letter(colors: Colors, fonts: Fonts) -> Look:
    """A letter is set in the brand's serif, whichever of its two faces that is, and labels in the other."""
    serif = next((name for name in (fonts.body, fonts.heading) if _kind(name) == SERIF), "georgia")
    return Look(
        theme=MailTheme.LETTER,
        colors=colors,
        title_face=_stack(serif),
        text_face=_stack(serif),
        label_face=_stack(fonts.body if _kind(fonts.body) == SANS else "helvetica"),
        text_size=18,
        text_leading="1.65",
        small_text_size=17,
        small_title_size=27,
        small_thumb=60,
        sunken=mixed(colors.paper, colors.line, 0.3),
        dark_sunken=mixed(colors.dark_surface, colors.dark_line, 0.6),
        ground=colors.surface,
        dark_ground=colors.dark_surface,
    )


def _shop(colors: Colors, fonts: Fonts) -> Look:
    return Look(
        theme=MailTheme.SHOP,
        colors=colors,
        title_face=_stack(fonts.heading),
        text_face=_stack(fonts.body),
        label_face=_stack(fonts.body),
        text_size=16,
        text_leading="1.6",
        small_text_size=16,
        small_title_size=28,
        small_thumb=72,
        sunken=colors.paper,
        dark_sunken=mixed(colors.dark_surface, colors.dark_line, 0.5),
        ground=colors.paper,
        dark_ground=colors.dark_paper,
    )


def _stack(name: str) -> str:
    return STACKS.get(name, STACKS["helvetica"])[1]


def _kind(name: str) -> str:
    return STACKS.get(name, STACKS["helvetica"])[0]


def mixed(first: str, second: str, share: float) -> str:
    """Return the colour between two (`#rrggbb`) that has `share` (0 to 1) of the second."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in pairs)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
