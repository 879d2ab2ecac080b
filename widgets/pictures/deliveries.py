"""The stops of the tour around deliveries and accounts; what a service would say is invented, for nobody is asked."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from immutables import Map
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from studio.delivery.accounts import Account
from studio.delivery.book import Book, Kept, save_book, with_account
from studio.delivery.drift import Drifted, Facet
from studio.delivery.golive import Ready
from studio.exporters.tracking import Utm
from studio.model.brand import Sender
from studio.model.findings import Place
from studio.model.journal import Flow
from widgets.accounts.book import book_of
from widgets.accounts.defaults import DefaultsSheet
from widgets.deliver.doors import Doors
from widgets.deliver.drift_sheet import DriftSheet
from widgets.deliver.drifting import Drift
from widgets.deliver.live_sheet import LiveSheet
from widgets.deliver.lying import Lying
from widgets.deliver.screen import DeliverScreen
from widgets.imports.goods_sheet import GoodsSheet
from widgets.imports.klaviyo_sheet import KlaviyoSheet
from widgets.window import StudioWindow

FLOW = Flow("klaviyo:nettbutikk", "sample-shop", "cart-classic", "nb")
SOON = 90
"""Milliseconds after which a page is laid out."""
MARK = "[fabel a1b2c3]"
SAID = "Vi la skoene til side for deg.\nDe venter til i morgen kveld.\nHilsen Solveig"
DRIFTED = (
    Drifted(
        FLOW,
        "template:reminder",
        f"Forlatt handlekurv – Lappen på kurven (nb) {MARK}",
        Place("cart-classic", "reminder"),
        (
            Facet("Subject", "Skoene dine venter", "Skoene dine venter på deg", "Du glemte noe pent"),
            Facet(
                "Text", SAID, SAID.replace("i morgen kveld", "på fredag"), SAID.replace("De venter", "Vi holder dem")
            ),
        ),
        both=True,
    ),
    Drifted(
        FLOW,
        "template:offer",
        f"Forlatt handlekurv – Takk med frist (nb) {MARK}",
        Place("cart-classic", "offer"),
        (Facet("Preview text", "Fram til søndag", "Fram til mandag", "Fram til søndag"),),
    ),
)
KEPT = (
    Kept(
        Account("klaviyo", "nettbutikk"),
        "Fjellvik Sko",
        options=Map({"list": "Nyhetsbrev"}),
        sender=Sender("Fjellvik Sko", "hei@fjellvik.example"),
        utm=Utm("fabel", "email", "{sequence}"),
    ),
    Kept(Account("brevo", "Fjellvik Sko"), "Fjellvik Sko"),
    Kept(Account("klaviyo", "Nordlys"), "Nordlys Garn", read_only=True),
)


def deliver_to(target: str, window: StudioWindow) -> DeliverScreen:
    """Show the deliver screen with a target chosen."""
    window.show_screen("deliver")
    screen: DeliverScreen = window.findChildren(DeliverScreen)[0]
    screen.delivery.choose(target=target)
    return screen


def losses(window: StudioWindow) -> None:
    """Show what a service cannot do, below the plan."""
    screen = deliver_to("brevo", window)
    _show_soon(screen, screen.plan.losses)


def by_hand(window: StudioWindow) -> None:
    """Show the build sheet with its pictures."""
    screen = deliver_to("brevo", window)
    rows = screen.plan.sheet.rows.rows
    _show_soon(screen, rows[min(9, len(rows) - 1)])


def _show_soon(screen: DeliverScreen, part: QWidget) -> None:
    """Scroll to a part once the page is laid out."""
    QTimer.singleShot(SOON, part, partial(screen.plan.page.ensureWidgetVisible, part, 0, 0))


def drift(window: StudioWindow) -> None:
    """Show what somebody changed at the service."""
    screen = deliver_to("klaviyo", window)
    DriftSheet(window.desk, "Klaviyo", Drift(DRIFTED), screen).open()


def live(window: StudioWindow) -> None:
    """Ask for the second confirmation."""
    screen = deliver_to("klaviyo", window)
    prepared = screen.delivery.prepared
    if prepared is not None:
        name = prepared.wish.project.sequences[prepared.wish.sequence].name
        ready = Ready(FLOW, "flow", f"{name} (nb) {MARK}", "X1", "")
        prepared = replace(prepared, wish=replace(prepared.wish, kept=KEPT[0]))
        LiveSheet(window.desk, Doors(), prepared, (Lying(ready),), screen, behind=True).open()


def accounts(window: StudioWindow) -> None:
    """Show accounts of two clients."""
    _keep(window)
    window.show_screen("library")
    window.show_screen("accounts")


def defaults(window: StudioWindow) -> None:
    """Show what pushes to an account begin with."""
    accounts(window)
    DefaultsSheet(window.desk, window, KEPT[0]).open()


def import_flow(window: StudioWindow) -> None:
    """Show the door for flows where no account has been added."""
    window.show_screen("library")
    KlaviyoSheet(window.desk, Doors(), _ignore, window).open()


def import_goods(window: StudioWindow) -> None:
    """Show the door for products."""
    window.show_screen("personas")
    GoodsSheet(window.desk, Doors(), next(iter(window.desk.session.project.personas)), window).open()


def _keep(window: StudioWindow) -> None:
    book = Book()
    for each in KEPT:
        book = with_account(book, each)
    save_book(book_of(window.desk), book)


def _ignore(_project: object) -> None:
    """Bring nothing in."""


DELIVERIES = (
    ("deliver-losses", losses),
    ("deliver-sheet", by_hand),
    ("deliver-files", partial(deliver_to, "html")),
    ("deliver-drift", drift),
    ("deliver-live", live),
    ("accounts-clients", accounts),
    ("account-defaults", defaults),
    ("import-klaviyo", import_flow),
    ("import-products", import_goods),
)
"""Names of stops, and the way to each."""
