"""At the window's smallest size the middle of the deliver screen is as wide as what is seen of it."""

import pytest
from PySide6.QtTest import QTest

from studio.i18n import NullTranslator, translator
from studio.paths import shipped
from tests.widgets.measured import program_in
from widgets.preview.offscreen import draw_in_software

draw_in_software()


@pytest.fixture(params=["en", "nb"])
def screen(fonts, tmp_path, qtbot, request):
    """The deliver screen of the sample shop in the smallest window, in English and Norwegian."""
    english = request.param == "en"
    words = NullTranslator() if english else translator(shipped("resources", "translations"), (request.param,))
    program = program_in(tmp_path, words)
    program.window.show_screen("deliver")
    yield program.window.current
    program.close()
    program.deleteLater()
    fonts.setStyleSheet("")


def overhang(screen, target):
    """Return by how many pixels the page of a target goes over what is seen of it."""
    screen.delivery.choose(target=target)
    QTest.qWait(30)
    page = screen.plan.page
    return page.widget().width() - page.viewport().width()


def test_no_target_s_page_is_cut_at_the_right(screen):
    found = {each.name: overhang(screen, each.name) for each in screen.delivery.targets}
    assert {name: wide for name, wide in found.items() if wide > 0} == {}
