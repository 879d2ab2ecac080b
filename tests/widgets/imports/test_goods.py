"""Products of a client's shop into a reader's cart: out of files, a cart event, or a WooCommerce shop."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from tests.fakes.woocommerce import WooCommerce
from tests.studio.imports.test_goods import BOMB, FEED, OLD
from widgets.imports.goods_sheet import GoodsSheet
from widgets.notices import Tone

EVENT = """{"customer_email": "kari@example.com", "first_name": "Kari", "cart_total": 1299,
"products": [{"name": "Tursko", "price": 1299, "quantity": 1}]}"""


def answer(path, _parent, _wish, take):
    take(path)


@pytest.fixture
def persona(desk):
    return next(iter(desk.session.project.personas))


@pytest.fixture
def open_sheet(qtbot, desk, outside, persona):
    """Return a function that opens the sheet; the person chooses the file at `path`."""

    def opened(path=None):
        sheet = GoodsSheet(desk, outside.doors(), persona, None, partial(answer, path))
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(sheet)
        sheet.show()
        return sheet

    return opened


@pytest.fixture
def file(tmp_path):
    def made(name, text):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return made


@pytest.fixture
def shop(serve, hand_clock):
    fake = WooCommerce(clock=hand_clock, products=60)
    for product in fake.products:
        product["images"] = []
    serve(fake)
    return fake


def items(desk, persona):
    return [item.name for item in desk.session.project.personas[persona].event.items]


def test_a_shopify_export_fills_the_cart(qtbot, open_sheet, file, desk, persona):
    sheet = open_sheet(file("products.csv", OLD.replace("https://cdn.example", "")))
    qtbot.mouseClick(sheet.source.file, Qt.MouseButton.LeftButton)
    assert sheet.goods.count.text() == "2 of 2 chosen"
    qtbot.mouseClick(sheet.take, Qt.MouseButton.LeftButton)
    assert items(desk, persona) == ["Tursko", "Lisser, røde"]


def test_it_is_one_step_to_undo(qtbot, open_sheet, file, desk, persona):
    before = items(desk, persona)
    sheet = open_sheet(file("products.csv", OLD.replace("https://cdn.example", "")))
    sheet.source.file.click()
    sheet.take.click()
    desk.session.stack.undo()
    assert items(desk, persona) == before


def test_what_was_passed_over_is_a_press_away(open_sheet, file):
    sheet = open_sheet(file("feed.xml", FEED))
    sheet.source.file.click()
    assert sheet.goods.passed.isVisible()
    sheet.goods.passed.click()
    assert sheet.goods._left.count() >= 1


HEAD = "Handle,Title,Variant Price,Image Src,Status\n"
GOOD = "sko-{0},Sko {0},100,http://shop.example/{0}.jpg,active\n"
BAD = "odd-{0},Uten pris {0},,,active\n"


def listed(good, bad=0):
    """Return a product list whose pictures lie where nobody fetches them, and products without a price."""
    return HEAD + "".join(map(GOOD.format, range(good))) + "".join(map(BAD.format, range(bad)))


@pytest.fixture
def told(desk):
    """What the window was told, one notice after the other."""
    told = []
    desk.notices.said.connect(told.append)
    return told


@pytest.mark.parametrize(("bad", "said"), [(1, "1 remark on"), (2, "2 remarks on")])
def test_remarks_are_counted_as_a_person_would(open_sheet, file, bad, said):
    sheet = open_sheet(file("products.csv", listed(2, bad)))
    sheet.source.file.click()
    assert sheet.goods.passed.text() == f"{said} what was left out"


@pytest.mark.parametrize(("good", "said"), [(1, "1 picture was left out."), (3, "3 pictures were left out.")])
def test_pictures_that_did_not_come_are_counted_and_the_first_is_told(open_sheet, file, told, good, said):
    sheet = open_sheet(file("products.csv", listed(good)))
    sheet.source.file.click()
    sheet.take.click()
    why = "The picture “0.jpg” was left out: its address does not begin with https://."
    assert (told[-1].text, told[-1].tone) == (f"The cart is filled; {said} {why}", Tone.WARN)


def test_a_cart_that_came_whole_is_good_news(open_sheet, file, told):
    sheet = open_sheet(file("products.csv", OLD.replace("https://cdn.example", "")))
    sheet.source.file.click()
    sheet.take.click()
    assert (told[-1].text, told[-1].tone) == ("The cart is filled.", Tone.GOOD)


def test_much_that_a_cart_event_lost_is_counted(open_sheet, file, told):
    more = "".join(f', "field_{number}": 1' for number in range(20))
    sheet = open_sheet(file("kari.json", EVENT.replace(', "cart_total"', f'{more}, "cart_total"')))
    sheet.source.cart.click()
    first = "Who the customer is was left out: address, number, last name and customer id."
    said = f"“kari” came as a new reader. 21 things of the event were left out. {first}"
    assert (told[-1].text, told[-1].tone) == (said, Tone.WARN)


def test_products_are_ticked_with_the_keys(qtbot, open_sheet, file, desk):
    sheet = open_sheet(file("products.csv", OLD))
    sheet.source.file.click()
    for tick in sheet.goods.ticks.values():
        qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert sheet.goods.items == ()
    assert not sheet.take.isEnabled()


@pytest.mark.parametrize(("name", "text"), [("bomb.xml", BOMB), ("x.csv", "not a list"), ("x.pdf", "x")])
def test_a_file_that_is_none_is_told_and_another_can_be_chosen(open_sheet, file, name, text):
    sheet = open_sheet(file(name, text))
    sheet.source.file.click()
    assert sheet.states.state == "trouble"
    sheet.states.message.button.click()
    assert sheet.source.isVisible()


def test_a_cart_event_becomes_a_reader_without_an_address(open_sheet, file, desk):
    said = []
    desk.notices.said.connect(said.append)
    sheet = open_sheet(file("kari.json", EVENT))
    sheet.source.cart.click()
    reader = next(each for each in desk.session.project.personas.values() if each.name == "kari")
    assert [item.name for item in reader.event.items] == ["Tursko"]
    assert "kari@example.com" not in str(reader)
    assert said[-1].text.startswith("“kari” came as a new reader.")


def test_a_cart_event_as_large_as_a_film_is_refused(open_sheet, file, desk):
    before = desk.session.project.personas
    sheet = open_sheet(file("film.json", "[" + " " * 1_000_000 + "]"))
    sheet.source.cart.click()
    assert sheet.states.state == "trouble"
    assert desk.session.project.personas == before


def test_a_shop_is_read_and_its_key_kept(qtbot, open_sheet, shop, desk, persona):
    sheet = open_sheet()
    sheet.source.address.set_value(shop.url)
    sheet.source.key.set_value(shop.key)
    qtbot.mouseClick(sheet.source.shop, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(sheet.goods.search, "nr. 55")
    assert len(sheet.goods.ticks) == 1
    sheet.take.click()
    assert items(desk, persona) == ["Sko nr. 1", "Sko nr. 2", "Sko nr. 3"]
    again = open_sheet()
    again.source.address.set_value(shop.url)
    again.source.shop.click()
    assert again.goods.isVisible()


def test_an_unsafe_address_is_refused_in_place(open_sheet):
    sheet = open_sheet()
    sheet.source.address.set_value("http://shop.example")
    sheet.source.shop.click()
    assert sheet.source.address_field.is_wrong


def test_a_wrong_key_is_told(open_sheet, shop):
    sheet = open_sheet()
    sheet.source.address.set_value(shop.url)
    sheet.source.key.set_value("ck_x:cs_x")
    sheet.source.shop.click()
    assert sheet.states.state == "trouble"


def test_back_leads_to_the_source_and_then_out(open_sheet, file):
    sheet = open_sheet(file("products.csv", OLD))
    sheet.source.file.click()
    sheet._go_back()
    assert sheet.source.isVisible()
    sheet._go_back()
    assert not sheet.isVisible()
