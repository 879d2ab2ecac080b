"""Icons wear the theme that is on when they are painted, at the sharpness of the screen."""

import re
import sys
from collections import Counter

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from widgets.theme.icons import outline


def strongest(image):
    """Return the most opaque colour of an image, without its alpha."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return Counter(pixel.rgb() for pixel in pixels if pixel.alpha() == 255).most_common(1)[0][0]


def painted(icon, mode=QIcon.Mode.Normal, ratio=1.0):
    return icon.pixmap(QSize(32, 32), ratio, mode).toImage()


def test_an_icon_follows_the_theme_without_being_set_again(look):
    icon = look.icon("ph.bell-fill", "accent")
    for theme in ("light", "dark"):
        look.choose(theme)
        assert strongest(painted(icon)) == look.color("accent").rgb()


def test_a_copied_icon_follows_too(look):
    icon = look.icon("ph.bell-fill", "accent")
    icon.setIsMask(False)
    look.choose("dark")
    assert strongest(painted(QIcon(icon))) == look.color("accent").rgb()


def test_a_disabled_icon_is_paler(look):
    icon = look.icon("ph.bell-fill")
    strong, pale = (painted(icon, mode).pixelColor(16, 12).alpha() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert 0 < pale < strong


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_the_pixels_of_the_screen(look, ratio):
    image = painted(look.icon("ph.bell"), ratio=ratio)
    assert (image.width(), image.devicePixelRatio()) == (32 * ratio, ratio)


def test_an_icon_tells_its_name(look):
    assert look.icon("ph.bell").name() == "ph.bell"


def test_the_twelve_icon_fonts_are_not_loaded(look):
    painted(look.icon("ph.bell"))
    assert "qtawesome" not in sys.modules


def test_every_icon_the_window_names_exists(look, root):
    sources = [path.read_text("utf-8") for path in root.glob("widgets/**/*.py")]
    names = {name for source in sources for name in re.findall(r"\"(ph\.[a-z0-9-]+)\"", source)}
    missing = [name for name in sorted(names) if outline_of(name) is None]
    assert names
    assert missing == []


def outline_of(name):
    try:
        return outline(name)
    except KeyError:
        return None
