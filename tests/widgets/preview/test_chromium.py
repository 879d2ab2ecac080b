"""The real Chromium behind its walls: what it draws, what it tells, and what it never does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from widgets.preview.view import Page

HEAD = (
    "<meta name='color-scheme' content='light dark'><style>body{margin:0;background:#ffffff}td{padding:0;height:200px}"
    "@media(prefers-color-scheme:dark){body{background:#102030}}@media(max-width:480px){td{background:#00ff00}}</style>"
)


def mail(*rows, head=HEAD):
    inside = "".join(f"<!--block b{number}--><tr><td>{row}</td></tr>" for number, row in enumerate(rows))
    table = f"<table width='300' cellspacing='0'><tbody>{inside}</tbody></table>"
    return f"<html><head>{head}</head><body>{table}</body></html>"


def color_at(view, x, y):
    return view.widget.grab().toImage().pixelColor(x, y).name()


def show(qtbot, view, heard, page):
    before = heard.shown
    view.show_page(page)
    qtbot.waitUntil(lambda: heard.shown > before, timeout=15_000)


def click(qtbot, view, x, y):
    qtbot.mouseClick(view.widget.focusProxy().focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))


def test_an_e_mail_is_laid_out_at_its_own_width(qtbot, chromium, heard):
    show(qtbot, chromium, heard, Page(mail("Hello")))
    qtbot.waitUntil(lambda: color_at(chromium, 200, 100) == "#00ff00")
    show(qtbot, chromium, heard, Page(mail("Hello"), width=768))
    qtbot.waitUntil(lambda: color_at(chromium, 200, 50) == "#ffffff")


def test_the_reader_s_dark_mode_answers(qtbot, chromium, heard):
    show(qtbot, chromium, heard, Page(mail("Hello"), dark=True))
    qtbot.waitUntil(lambda: color_at(chromium, 350, 500) == "#102030")
    show(qtbot, chromium, heard, Page(mail("Hello"), dark=False))
    qtbot.waitUntil(lambda: color_at(chromium, 350, 500) == "#ffffff")


def test_a_click_tells_the_block(qtbot, chromium, heard):
    show(qtbot, chromium, heard, Page(mail("One", "Two")))
    click(qtbot, chromium, 50, 300)
    qtbot.waitUntil(lambda: heard.blocks == ["b1"])


def test_a_link_is_told_and_not_followed(qtbot, chromium, heard):
    show(
        qtbot, chromium, heard, Page(mail("<a href='https://shop.example/x' style='display:block;height:200px'>Go</a>"))
    )
    click(qtbot, chromium, 20, 100)
    qtbot.waitUntil(lambda: heard.links == ["https://shop.example/x"])
    qtbot.waitUntil(lambda: color_at(chromium, 200, 100) == "#00ff00")


def test_the_place_stays_when_words_change_and_goes_to_the_top_with_another_message(qtbot, chromium, heard):
    rows = ["<div style='height:1800px;background:#0000ff'></div>"]
    show(qtbot, chromium, heard, Page(mail("Top", *rows), key="a"))
    chromium.point_at("b1", go=True)
    qtbot.waitUntil(lambda: color_at(chromium, 200, 300) == "#0000ff" and color_at(chromium, 200, 10) == "#00ff00")
    show(qtbot, chromium, heard, Page(mail("Changed", *rows), key="a"))
    qtbot.waitUntil(lambda: color_at(chromium, 200, 400) == "#0000ff")
    show(qtbot, chromium, heard, Page(mail("Top", "Other"), key="b"))
    qtbot.waitUntil(lambda: color_at(chromium, 350, 300) == "#ffffff")


def test_pictures_come_from_the_shelf(qtbot, chromium, heard):
    image = "<img src='fabel://preview/picture/red' width='100' height='100' style='display:block'>"
    show(qtbot, chromium, heard, Page(mail(image)))
    qtbot.waitUntil(lambda: color_at(chromium, 50, 100) == "#ff0000")


@pytest.mark.parametrize("scale", [1, 2])
def test_a_picture_shows_the_whole_e_mail(qtbot, chromium, scale):
    taken = []
    chromium.take("png", Page(mail(*"abcdefgh"), dark=True), taken.append, scale=scale)
    qtbot.waitUntil(lambda: bool(taken), timeout=20_000)
    image = QImage.fromData(taken[0])
    assert (image.width(), image.height()) == (375 * scale, 1600 * scale)
    assert image.pixelColor(370 * scale, 1590 * scale).name() == "#102030"


def test_a_pdf_is_one(qtbot, chromium):
    taken = []
    chromium.take("pdf", Page(mail("Hello")), taken.append)
    qtbot.waitUntil(lambda: bool(taken), timeout=20_000)
    assert taken[0].startswith(b"%PDF")
