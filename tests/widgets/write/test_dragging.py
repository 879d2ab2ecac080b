import pytest
from PySide6.QtCore import QRectF

from widgets.write.dragging import landing
from widgets.write.engine.rows import Row, RowKind


@pytest.fixture
def seen(desk):
    """Rows 40 pixels high and 10 apart: head, then one per block, then the hint."""
    project = desk.session.project
    message = project.messages[desk.here.spot.message]
    rows = [Row(RowKind.HEAD, message.id)]
    rows += [Row(RowKind.TEXT, message.id, block) for block in message.blocks]
    rows.append(Row(RowKind.HINT, message.id))
    return project, message, [(row, QRectF(0, 50 * number, 600, 40)) for number, row in enumerate(rows)]


def test_the_upper_half_of_a_block_means_before_it(seen):
    project, message, rows = seen
    where = landing(project, rows, 105)
    assert (where.before, where.y) == (message.blocks[1], 95)


def test_the_lower_half_means_after_it(seen):
    project, message, rows = seen
    where = landing(project, rows, 135)
    assert (where.before, where.y) == (message.blocks[2], 145)


def test_a_head_means_first_and_the_hint_means_last(seen):
    project, message, rows = seen
    assert landing(project, rows, 10).before == message.blocks[0]
    assert landing(project, rows, 50 * len(rows) - 30).before == ""


def test_below_everything_means_last(seen):
    project, _, rows = seen
    assert landing(project, rows, 9999).before == ""


def test_nothing_seen_is_nowhere(seen):
    assert landing(seen[0], [], 10) is None
