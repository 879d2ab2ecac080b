"""“Products for the preview…”: from a file, a cart event or a WooCommerce shop into the cart of a reader."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from studio.delivery.imports.woocommerce import SERVICE
from studio.edits.personas import with_goods
from studio.edits.shelf import keep
from studio.errors import StudioError
from studio.i18n import Sentence, Translator
from studio.imports.cart import CartRead
from studio.imports.products import Goods
from studio.tasks import Cancelled
from widgets.deliver.doors import Doors
from widgets.deliver.under_way import UnderWay
from widgets.desk import Desk
from widgets.imports.goods_list import GoodsList
from widgets.imports.goods_work import Picked, cart_from, from_file, from_shop, shop_at, with_pictures
from widgets.library.choosing import ChooseFile, FileWish, ask_for_file
from widgets.notices import Tone
from widgets.parts.buttons import Button
from widgets.parts.fields import Field, LineField, SecretField
from widgets.parts.labels import Label
from widgets.parts.layouts import Line, column, row
from widgets.parts.sheet import Sheet
from widgets.parts.states import States


class SourcePage(QWidget):
    """Where the products are: two kinds of files, or a shop with its address and key."""

    def __init__(self, desk: Desk) -> None:
        """Begin with an empty address."""
        super().__init__()
        words, look = desk.words, desk.look
        files = words("A product export of Shopify (CSV), or a Google Merchant feed (XML).")
        event = words("A cart event (JSON) becomes a reader of its own; whose cart it was is left out.")
        self.file = Button(look, words("Choose a product file…"), icon="ph.file-text")
        self.cart = Button(look, words("Choose a cart event…"), icon="ph.shopping-cart")
        self.address = LineField(look, words("Address of the shop"), SERVICE.address_hint)
        self.key = SecretField(look, words("Key"))
        hint = words.say(SERVICE.key_hint) if SERVICE.key_hint else ""
        self.address_field = Field(look, words("Address of the shop"), self.address)
        kept = words("It goes to this computer’s keychain; leave it empty if it is there.")
        self.key_field = Field(look, words("Key"), self.key, f"{hint}. {kept}")
        self.shop = Button(look, words("Read the shop’s products"), icon="ph.storefront")
        parts = (
            *(Label(look, files, "body", "ink2", wrap=True), row(self.file, None), 10),
            *(Label(look, event, "body", "ink2", wrap=True), row(self.cart, None), 14, Line(look), 10),
            *(Label(look, words("A WooCommerce shop"), "strong"), self.address_field, self.key_field),
            *(row(self.shop, None), None),
        )
        self.setLayout(column(*parts, spacing=8))


class GoodsSheet(Sheet):
    """Two pages: the source, and the products to choose from."""

    def __init__(
        self, desk: Desk, doors: Doors, persona: str, parent: QWidget, choose_file: ChooseFile = ask_for_file
    ) -> None:
        """Take the id of the reader whose cart is filled."""
        words, look = desk.words, desk.look
        super().__init__(look, words("Products for the preview"), parent)
        self._desk, self._doors, self._persona, self._choose_file = desk, doors, persona, choose_file
        self._currency = ""
        self.way = UnderWay(desk.tasks, self)
        self.way.progressed.connect(self._say)
        self.source, self.goods = SourcePage(desk), GoodsList(desk, desk.here.spot.language)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.source)
        self._pages.addWidget(self.goods)
        self.states = States(look, self._pages)
        self.body.addWidget(self.states, 1)
        self.add_button(Button(look, words("Back"))).clicked.connect(self._go_back)
        self.take = self.add_button(Button(look, words("Put into the cart"), "primary"))
        self.take.clicked.connect(self._take)
        products = FileWish(words("Products of a shop"), words("Product files (*.csv *.xml)"))
        event = FileWish(words("A cart event"), words("Cart events (*.json)"))
        self.source.file.clicked.connect(partial(self._ask, products, self._read_file))
        self.source.cart.clicked.connect(partial(self._ask, event, self._read_event))
        self.source.shop.clicked.connect(self._read_shop)
        self.goods.changed.connect(self._follow)
        self.finished.connect(self.way.drop)
        self.resize(560, 560)
        self._follow()

    def _ask(self, wish: FileWish, read: Callable[[Path], None]) -> None:
        self._choose_file(self, wish, read)

    def _read_file(self, path: Path) -> None:
        self._begin(self._desk.words("Reading “{file}”.", file=path.name))
        self.way.start("goods", partial(from_file, path), self._offer, self._fail)

    def _read_event(self, path: Path) -> None:
        self._begin(self._desk.words("Reading “{file}”.", file=path.name))
        work = partial(cart_from, path, path.stem, self._desk.here.spot.language)
        self.way.start("event", work, self._keep_reader, self._fail)

    def _read_shop(self) -> None:
        self.source.address_field.say_wrong("")
        try:
            shop = shop_at(self.source.address.value)
        except StudioError as refusal:
            self.source.address_field.say_wrong(self._desk.words.say(refusal))
            return
        self._begin(self._desk.words("Reading what is at {service}.", service=shop.name))
        work = partial(from_shop, shop, self.source.key.value, self._desk, self._doors)
        self.way.start("goods", work, self._offer, self._fail)

    def _offer(self, goods: Goods) -> None:
        self._currency = goods.currency
        self.goods.offer(goods)
        self._show(self.goods)

    def _take(self) -> None:
        items = self.goods.items
        self._begin(self._desk.words("Fetching pictures."))
        work = partial(with_pictures, items, self._currency, self._desk)
        self.way.start("pictures", work, self._put, self._fail)

    def _put(self, picked: Picked) -> None:
        desk, words = self._desk, self._desk.words
        if not desk.session.is_open or self._persona not in desk.session.project.personas:
            self._fail(StudioError("The reader is no longer there."))
            return
        project = with_goods(desk.session.project, self._persona, picked.items, picked.pictures, picked.currency)
        desk.session.do(words("Products from a shop"), project)
        desk.notices.say(filled(words, picked.skipped), Tone.WARN if picked.skipped else Tone.GOOD)
        self.accept()

    def _keep_reader(self, read: CartRead) -> None:
        desk, words = self._desk, self._desk.words
        if desk.session.is_open:
            desk.session.do(words("A reader from a cart event"), keep(desk.session.project, read.persona))
        desk.notices.say(arrived(words, read), Tone.WARN if read.skipped else Tone.GOOD)
        self.accept()

    def _go_back(self) -> None:
        if self._pages.currentWidget() is self.goods or self.states.state != "content":
            self.way.drop()
            self._show(self.source)
        else:
            self.reject()

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.states.show_content()
        self._follow()

    def _begin(self, said: str) -> None:
        self.take.setEnabled(False)
        self.states.show_busy(said, self.way.cancel)

    def _follow(self) -> None:
        shown = self._pages.currentWidget() is self.goods
        self.take.setVisible(shown)
        self.take.setEnabled(shown and bool(self.goods.items))

    def _say(self, said: Sentence, _done: int, _total: int) -> None:
        self.states.message.sentence.set_text(self._desk.words.say(said))

    def _fail(self, trouble: StudioError) -> None:
        if isinstance(trouble, Cancelled):
            self._show(self._pages.currentWidget() or self.source)
        else:
            self.states.show_trouble(self._desk.words.say(trouble), partial(self._show, self.source))


def filled(words: Translator, skipped: tuple[Sentence, ...]) -> str:
    """Return that the cart is filled, how many pictures did not come, and why the first of them did not."""
    if not skipped:
        return words("The cart is filled.")
    count = len(skipped)
    said = (
        words("The cart is filled; 1 picture was left out.")
        if count == 1
        else words("The cart is filled; {count} pictures were left out.", count=count)
    )
    return f"{said} {words.say(skipped[0])}"


def arrived(words: Translator, read: CartRead) -> str:
    """Return that a reader came out of a cart event, and what was left out: how much, and the first of it."""
    said = [words("“{name}” came as a new reader.", name=read.persona.name)]
    if len(read.skipped) > 1:
        said.append(words("{count} things of the event were left out.", count=len(read.skipped)))
    return " ".join((*said, *map(words.say, read.skipped[:1])))
