"""How tests of parts put a part on the screen."""

import pytest


@pytest.fixture
def shown(qtbot):
    """Return a function that shows a part, waits until it is there and gives it back."""

    kept = []

    def show(widget, width=400):
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, max(widget.sizeHint().height(), 40))
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


@pytest.fixture
def heard():
    """Return a function that gives a list which fills with what a signal says."""

    def listen(signal):
        said = []
        signal.connect(lambda *values: said.append(values[0] if len(values) == 1 else values))
        return said

    return listen
