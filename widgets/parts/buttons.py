"""Buttons: the one primary, the plain ones, words in accent, and icons of 32 pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from widgets.theme.focus import FocusRing
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look
from widgets.theme.paint import RADIUS_CONTROL, nothing, paint_ring, rounded


@dataclass(frozen=True, slots=True)
class Dress:
    """Tokens of a kind of button: words, ground, edge, and another ground under the pointer; "" paints none."""

    words: str
    ground: str = ""
    edge: str = ""
    hover: str = ""


UNDERLINE = "underline"
"""In place of a token: the words are underlined under the pointer."""

KINDS = {
    "primary": Dress("onAccent", "accent"),
    "plain": Dress("ink2", "", "line2"),
    "quiet": Dress("accent", hover=UNDERLINE),
    "danger": Dress("bad", "", "line2", hover="badSoft"),
}
CHECKED = Dress("accent", "accentSoft")
ICON = 16
GAP = 8


class Binding(QObject):
    """Lets a button follow an action and trigger it, for as long as the button lives or until another is bound."""

    def __init__(self, button: QAbstractButton, action: QAction) -> None:
        """Bind the two; what the button followed before is let go."""
        self._own = button.icon()
        for old in button.findChildren(Binding):
            self._own = old.own_icon
            old.end()
        super().__init__(button)
        self._button, self._action = button, action
        action.changed.connect(self.follow)
        button.clicked.connect(self._run)
        self.follow()

    @property
    def own_icon(self) -> QIcon:
        """Return the icon that the button had before it was bound; an action without one shows it."""
        return self._own

    def follow(self) -> None:
        """Take words, icon, tooltip and state from the action."""
        button, action = self._button, self._action
        button.setText(action.text())
        button.setAccessibleName(_plain(action.text()))
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())
        button.setCheckable(action.isCheckable())
        button.setChecked(action.isChecked())
        button.setIcon(self._own if action.icon().isNull() else action.icon())
        button.updateGeometry()

    def end(self) -> None:
        """Let the button go."""
        self._action.changed.disconnect(self.follow)
        self._button.clicked.disconnect(self._run)
        self.setParent(None)

    def _run(self) -> None:
        self._action.trigger()
        # A click has turned a checkable button already; the action decides.
        self._button.setChecked(self._action.isChecked())


class Button(QPushButton):
    """A button with words: "primary" (one per screen), "plain", "quiet" (words only, in accent) or "danger"."""

    def __init__(self, look: Look, text: str, kind: str = "plain", icon: str = "") -> None:
        """Take the words, the kind and a Phosphor name."""
        super().__init__(text.replace("&", "&&"))
        self._look, self._kind = look, kind
        self._ring = FocusRing(self)
        self.setFont(look.font("button" if kind != "quiet" else "smallstrong"))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        if icon:
            self.setIcon(look.icon(icon, KINDS[kind].words))
        look.changed.connect(self.update)

    @property
    def kind(self) -> str:
        """Return the kind: "primary", "plain", "quiet" or "danger"."""
        return self._kind

    def set_text(self, text: str) -> None:
        """Take other words."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def show_action(self, action: QAction) -> None:
        """Be the button of an action: its words, icon, tooltip and state, and a click triggers it."""
        Binding(self, action)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for icon and words."""
        metrics = self.fontMetrics()
        icon = 0 if self.icon().isNull() else ICON + (GAP if self.text() else 0)
        # Words alone stand in line with what is above them.
        side = 3 if self._kind == "quiet" else 15
        return QSize(
            metrics.horizontalAdvance(_plain(self.text())) + icon + 2 * side, 28 if self._kind == "quiet" else 36
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a button's words are never cut by a layout."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the button as it stands."""
        painter = QPainter(self)
        dress = CHECKED if self.isChecked() else KINDS[self._kind]
        paint_ground(painter, self, self._look, dress)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        _paint_words(painter, self, self._look.color(dress.words))
        if self._ring.shown:
            _paint_focus(painter, self, self._look, self._kind)


class IconButton(QToolButton):
    """An icon of a tool bar; its name is told by the tooltip and to whoever cannot see it."""

    def __init__(self, look: Look, icon: str, name: str) -> None:
        """Take a Phosphor name and the name of what the button does."""
        super().__init__()
        self._look = look
        self._ring = FocusRing(self)
        self.setIcon(look.icon(icon))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(32, 32)
        # A click leaves the focus where the person is writing.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    def set_icon(self, icon: str) -> None:
        """Take another icon."""
        self.setIcon(self._look.icon(icon))

    def set_name(self, name: str) -> None:
        """Take another name."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_action(self, action: QAction) -> None:
        """Be the button of an action: its icon, tooltip and state, and a click triggers it."""
        Binding(self, action)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the icon on the ground of its state."""
        painter = QPainter(self)
        dress = CHECKED if self.isChecked() else Dress("ink2")
        paint_ground(painter, self, self._look, dress)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        box = QRectF(0, 0, 18, 18)
        box.moveCenter(QRectF(self.rect()).center())
        paint_any_icon(painter, box, self.icon(), self._look.color(dress.words))
        if self._ring.shown:
            painter.setOpacity(1)
            paint_ring(painter, self._look, self.rect(), RADIUS_CONTROL)


def paint_ground(painter: QPainter, button: QAbstractButton, look: Look, dress: Dress) -> None:
    """Paint what lies behind a button's words: its ground, deeper while the pointer is on it or it is pressed."""
    steps = (button.underMouse() + button.isDown()) * button.isEnabled()
    ground = look.color(dress.ground) if dress.ground else nothing()
    if steps and dress.hover != UNDERLINE:
        ground = look.color(dress.hover) if dress.hover else ground
        ground = deeper(look, ground, steps) if ground.alpha() else washed(look, steps)
    edge = look.color(dress.edge) if dress.edge else nothing()
    painter.setOpacity(1.0 if button.isEnabled() else 0.5)
    rounded(painter, button.rect(), RADIUS_CONTROL, ground, edge)
    painter.setOpacity(1.0)


def washed(look: Look, steps: int = 1) -> QColor:
    """Return the veil of ink over whatever lies behind something without a ground of its own."""
    color = look.color("ink")
    color.setAlphaF(0.06 * steps)
    return color


def deeper(look: Look, color: QColor, steps: int = 1) -> QColor:
    """Return a colour a little nearer to the ink, for what is under the pointer or pressed."""
    ink, part = look.color("ink"), 0.08 * steps
    red, green, blue = (round(a * (1 - part) + b * part) for a, b in zip(_rgb(color), _rgb(ink), strict=True))
    return QColor(red, green, blue, color.alpha())


def paint_any_icon(painter: QPainter, box: QRectF, icon: QIcon, color: QColor) -> None:
    """Paint an icon: ours in the given colour, any other as it is."""
    if icon.name().startswith("ph."):
        paint_icon(painter, box, icon.name(), color)
    else:
        icon.paint(painter, box.toRect())


def _rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def _plain(text: str) -> str:
    """Return the words without the mark of a mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _paint_words(painter: QPainter, button: Button, color: QColor) -> None:
    """Paint icon and words in the middle."""
    words = _plain(button.text())
    has_icon = not button.icon().isNull()
    lead = (ICON + GAP if words else ICON) if has_icon else 0
    room = button.width() - lead - 5
    shown = button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
    wide = lead + button.fontMetrics().horizontalAdvance(shown)
    left = (button.width() - wide) / 2
    if has_icon:
        box = QRectF(left, (button.height() - ICON) / 2, ICON, ICON)
        paint_any_icon(painter, box, button.icon(), color)
    painter.setPen(color)
    font = button.font()
    font.setUnderline(button.kind == "quiet" and button.isEnabled() and button.underMouse())
    painter.setFont(font)
    where = QRect(round(left + lead), 0, button.width(), button.height())
    painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _paint_focus(painter: QPainter, button: Button, look: Look, kind: str) -> None:
    """Paint the ring; on the accent of a primary button a line of its own ground parts the two."""
    painter.setOpacity(1)
    paint_ring(painter, look, button.rect(), RADIUS_CONTROL)
    if kind == "primary":
        box = QRectF(button.rect()).adjusted(2, 2, -2, -2)
        rounded(painter, box, RADIUS_CONTROL - 2, nothing(), look.color("onAccent"), 1.5)
