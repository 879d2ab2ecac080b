"""A client's brand: voice, colours, type, senders, facts about the shop, and the legal footer."""

from __future__ import annotations

from dataclasses import dataclass, field

from immutables import Map

from studio.model.localized import Localized
from studio.model.style import Style
from studio.model.trade import MailTheme


@dataclass(frozen=True, slots=True)
class Colors:
    """Colours as `#rrggbb`; the e-mail themes derive their dark mode from the `dark_` ones."""

    paper: str = "#f6f3ec"
    surface: str = "#ffffff"
    ink: str = "#23201b"
    muted: str = "#6a6356"
    line: str = "#e4ded1"
    accent: str = "#1f5f5b"
    on_accent: str = "#ffffff"
    dark_paper: str = "#171512"
    dark_surface: str = "#201d19"
    dark_ink: str = "#ece7dd"
    dark_muted: str = "#a9a193"
    dark_line: str = "#3a352d"
    dark_accent: str = "#7cc4bd"
    dark_on_accent: str = "#0f2624"


@dataclass(frozen=True, slots=True)
class Fonts:
    """Names of safe e-mail stacks (see the theme's `STACKS`): never a remote font."""

    heading: str = "georgia"
    body: str = "helvetica"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who an e-mail comes from."""

    name: str = ""
    email: str = ""
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class Social:
    """A link to the brand elsewhere; `label` is what the reader sees."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Brand:
    """What makes a client's messages theirs.

    `facts` are what the copy may say of the shop (`{{ shop.return_days }}`), per language; `currency` is ISO 4217;
    `logo` and `portrait` are digests of Assets or empty; `sample` marks the invented shop that ships with the program.
    """

    name: str = ""
    url: str = ""
    voice: str = ""
    style: Style = field(default_factory=Style)
    currency: str = "EUR"
    theme: MailTheme = MailTheme.LETTER
    colors: Colors = Colors()
    fonts: Fonts = Fonts()
    sender: Sender = Sender()
    address: str = ""
    facts: Map[str, Localized] = field(default_factory=Map)
    socials: tuple[Social, ...] = ()
    logo: str = ""
    portrait: str = ""
    sample: bool = False
