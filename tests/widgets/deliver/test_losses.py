"""The table of losses: the same as in losses.json, grouped, each with its places, and a way to each of them."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from studio.delivery.consignment import Parcel
from studio.exporters.base import Bundle, Work
from studio.exporters.write import files_of
from studio.i18n import NullTranslator, sentence
from studio.model.findings import Loss, Place
from widgets.deliver.losses import Places, as_table, counted, loss_lines
from widgets.deliver.losses_view import KindHead, PlaceLink

WORDS = NullTranslator()


@pytest.fixture
def parcels(cart_project):
    """Return two languages with the same loss at three messages each, and one loss of the whole flow."""
    project, content = cart_project
    sequence = project.sequence_order[0]

    def losses(language):
        places = [Place(sequence, message, "", language) for message in ("reminder", "questions", "offer")]
        wait = [Loss("klaviyo.wait", place, sentence("Waits"), sentence("Waits longer")) for place in places]
        return (Loss("klaviyo.exit", Place(sequence), sentence("Ends"), sentence("Goes on")), *wait)

    def parcel(language):
        work = Work(project, sequence, language, content.__getitem__, WORDS)
        return Parcel(work, Bundle(losses=losses(language)))

    return parcel("nb"), parcel("sv")


def test_the_same_words_are_one_row_with_all_their_places(parcels):
    waits = next(line for line in loss_lines(parcels, WORDS) if line.id == "klaviyo.wait")
    assert len(waits.places) == 6
    assert (waits.wanted, waits.becomes, waits.kind) == ("Waits", "Waits longer", "Waits")


def test_how_many_there_are_is_said(parcels):
    assert counted(loss_lines(parcels, WORDS), WORDS) == "2 things at 7 places"


def test_a_place_is_named_by_message_and_by_language_where_several_go(parcels):
    both, one = Places(parcels, WORDS), Places(parcels[:1], WORDS)
    place = next(loss.place for loss in parcels[0].bundle.lost if loss.place.message)
    assert one.name(place) in both.name(place)
    assert both.name(place).endswith(", nb")
    assert one.name(Place(place.sequence)) == "The flow"


def test_the_copied_table_has_a_row_for_each_place(parcels):
    lines = as_table(loss_lines(parcels, WORDS), Places(parcels, WORDS), WORDS).splitlines()
    assert lines[0] == "Wanted\tBecomes\tWhere"
    assert len(lines) == 1 + 7


@pytest.fixture
def at_brevo(desk, show, add_account, brevo_fake):
    add_account(desk, "brevo", brevo_fake)
    screen = show(desk)
    screen.delivery.choose(target="brevo")
    return screen


def test_the_screen_shows_exactly_what_losses_json_holds(at_brevo):
    (parcel,) = at_brevo.delivery.prepared.parcels
    files = files_of(parcel.bundle, parcel.work, at_brevo.delivery.target.exporter)
    written = json.loads(next(file.content for file in files if file.path == "losses.json"))
    shown = {(row.accessibleName(), row.accessibleDescription()) for row in at_brevo.plan.losses.rows}
    assert shown == {(loss["wanted"], loss["becomes"]) for loss in written}


def test_many_losses_stand_under_the_names_of_their_kinds(at_brevo):
    heads = [row for row in at_brevo.plan.losses.card.rows if isinstance(row, KindHead)]
    assert len(heads) >= 2
    assert all(head.accessibleName().partition(": ")[2].isdigit() for head in heads)


def test_a_place_leads_to_its_message(qtbot, at_brevo, desk):
    link = next(one for one in at_brevo.plan.losses.findChildren(PlaceLink) if "The flow" not in one.text())
    link.setFocus()
    with qtbot.waitSignal(at_brevo.go_requested) as asked:
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert asked.args == ["write"]
    assert desk.session.project.messages[desk.here.spot.message].name in link.text()


def test_a_place_of_the_whole_flow_leads_to_the_flow(qtbot, at_brevo):
    link = next(one for one in at_brevo.plan.losses.findChildren(PlaceLink) if one.text() == "The flow")
    with qtbot.waitSignal(at_brevo.go_requested) as asked:
        link.click()
    assert asked.args == ["flow"]


def test_the_table_goes_to_the_clipboard(at_brevo):
    at_brevo.plan.losses.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 1 + len(at_brevo.delivery.prepared.parcels[0].bundle.lost)


def test_more_places_than_a_few_are_a_press_away(qtbot, look, parcels, desk):
    from widgets.deliver.losses_view import PlaceColumn

    line = loss_lines(parcels, WORDS)[-1]
    line = type(line)(line.id, line.wanted, line.becomes, line.places * 2)
    made = PlaceColumn(look, line, Places(parcels, WORDS), print)
    qtbot.addWidget(made)
    assert (len(made.findChildren(PlaceLink)), made.more.text()) == (6, "and 6 more")
    made.more.click()
    assert len(made.findChildren(PlaceLink)) == 12
