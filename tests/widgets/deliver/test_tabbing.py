"""Tab goes through the deliver screen as it is read: targets, plan, losses, build sheet, and the panel at the right."""

from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, Qt

from widgets.deliver import losses_view
from widgets.deliver.losses_view import PlaceLink


@pytest.fixture
def pushed(at_klaviyo):
    at_klaviyo.delivery.push()
    return at_klaviyo


def stops(screen):
    """Return where Tab stops on the screen, from the line that filters on."""
    first = screen.targets.search
    chain, now = [first], first.nextInFocusChain()
    while now is not first:
        chain.append(now)
        now = now.nextInFocusChain()
    return [each for each in chain if each.isVisible() and each.isEnabled() and takes_tab(each)]


def takes_tab(widget):
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def part_of(screen, widget):
    """Return the name of the part of the screen that a widget stands in."""
    plan = screen.plan
    named = {"targets": screen.targets, "rows": plan.plan, "losses": plan.losses, "sheet": plan.sheet}
    named |= {"ready": screen.ready}
    return next((name for name, part in named.items() if part.isAncestorOf(widget)), "head")


def order(screen):
    return [name for name, _ in groupby(part_of(screen, each) for each in stops(screen))]


ORDER = ["targets", "head", "rows", "losses", "sheet", "ready"]


def test_tab_goes_from_left_to_right_through_all_parts(pushed):
    assert order(pushed) == ORDER


def test_rows_that_were_made_anew_keep_their_place(pushed):
    pushed.delivery.choose(target="brevo")
    pushed.delivery.choose(target="klaviyo")
    pushed.delivery.push()
    assert order(pushed) == ORDER


def test_within_the_plan_tab_goes_downwards(pushed):
    page = pushed.plan.page.widget()
    tops = [each.mapTo(page, QPoint(0, 0)).y() for each in stops(pushed) if page.isAncestorOf(each)]
    assert len(tops) > 10
    assert tops == sorted(tops)


def test_the_first_stop_of_the_sheet_is_its_page_and_then_the_ticks(pushed):
    sheet = pushed.plan.sheet
    held = [each for each in stops(pushed) if sheet.isAncestorOf(each)]
    assert held[:2] == [sheet.page, sheet.rows.rows[0].tick]


def test_links_that_are_unfolded_follow_those_above_them(qtbot, at_klaviyo, monkeypatch):
    monkeypatch.setattr(losses_view, "FEW", 1)
    at_klaviyo.delivery.push()
    places = next(row.places for row in at_klaviyo.plan.losses.rows if row.places.more)
    places.more.click()
    first, second, *_ = places.findChildren(PlaceLink)
    qtbot.waitUntil(second.isVisible)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    held = stops(at_klaviyo)
    assert held[held.index(first) + 1] is second
    assert order(at_klaviyo) == ORDER
