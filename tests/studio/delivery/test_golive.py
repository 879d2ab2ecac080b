"""Going live: only with the flow's name typed, only from its own module, and never while something is undecided."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import studio.delivery
from studio.delivery.drift import Choice
from studio.delivery.golive import NotLive, check, go_live, gone_live, ready_to_go_live
from studio.delivery.past import pushes
from studio.errors import ServiceTrouble
from studio.exporters.service import Call
from studio.model.journal import State
from tests.studio.delivery import shop as small
from tests.studio.delivery.conftest import FLOW
from tests.studio.delivery.test_drift import ours, theirs

ROOM = Path(studio.delivery.__file__).parent


def switched(remote_id, answer):
    return (Call("PATCH", f"/flows/{remote_id}", {"state": "live"}),)


@pytest.fixture
def service():
    letter = small.resource("letter", update=small.patched, read="/letters/{id}", ours=ours, theirs=theirs)
    return small.service(kinds={"letter": letter, "flow": small.resource("flow", update=small.patched, live=switched)})


@pytest.fixture
def pushed(deliver, service):
    return deliver(service=service)


@pytest.fixture
def live(pushed, service, connect, journal):
    """Return a function that switches the pushed flow on."""

    def switch(confirmed="Cart"):
        return go_live(ready_to_go_live(service, journal, [FLOW]), connect(service), journal, confirmed)

    return switch


def flow_there(shop):
    (thing,) = shop.of("flows")
    return thing


def test_what_can_be_switched_on_is_listed_with_the_name_to_type(pushed, service, journal):
    (ready,) = ready_to_go_live(service, journal, [FLOW])
    assert (ready.key, ready.asked) == ("flow", "Cart")
    assert ready.url == f"https://shop.example/flow/{ready.remote_id}"


def test_what_was_never_pushed_cannot_be_switched_on(service, journal, connect):
    assert ready_to_go_live(service, journal, [FLOW]) == ()
    with pytest.raises(NotLive):
        go_live((), connect(service), journal, "")


def test_a_confirmed_flow_goes_live_and_the_journal_knows(shop, live, journal):
    (told,) = live()
    assert flow_there(shop)["state"] == "live"
    assert "live" in str(told.reason)
    assert journal.states("live:flow") == ["sent", "done"]
    assert gone_live(journal, FLOW, "flow")


@pytest.mark.parametrize("confirmed", ["", "cart", "Cart (nb)", "yes"])
def test_without_the_name_as_typed_nothing_is_sent(shop, live, confirmed):
    with pytest.raises(NotLive, match="type its name: Cart"):
        live(confirmed)
    assert shop.sent("PATCH") == []


def test_a_broken_off_push_comes_first(live, journal):
    letter = journal.entries(FLOW)["letter:2"]
    journal.write(FLOW, replace(letter, state=State.SENT, remote_id=""))
    with pytest.raises(NotLive, match="push again first"):
        live()


def test_a_draft_that_may_be_half_made_is_not_offered(shop, pushed, deliver, service, journal):
    shop.faults = {shop.writes: "before"}
    deliver(small.bundle(shape="other"), service)
    assert ready_to_go_live(service, journal, [FLOW]) == ()


def change_there(shop):
    for its, thing in shop.things.values():
        if its == "letters":
            thing["html"] += "<p>By somebody</p>"


def test_undecided_drift_comes_first(shop, live):
    change_there(shop)
    with pytest.raises(NotLive, match="nobody has decided"):
        live()
    assert "state" not in flow_there(shop)


@pytest.mark.parametrize("choice", Choice)
def test_decided_drift_holds_nothing_up(shop, live, deliver, service, choice):
    change_there(shop)
    deliver(service=service, choices=dict.fromkeys(("letter:1", "letter:2"), choice))
    live()
    assert flow_there(shop)["state"] == "live"


def test_switching_on_twice_does_no_more(shop, live):
    live()
    live()
    assert flow_there(shop)["state"] == "live"


def test_a_lost_answer_leaves_a_note_and_can_be_done_again(shop, live, journal):
    shop.faults = dict.fromkeys(range(shop.writes, shop.writes + 9), "before")
    with pytest.raises(ServiceTrouble, match="was lost: look there"):
        live()
    assert gone_live(journal, FLOW, "flow") == ""
    shop.faults = {}
    live()
    assert gone_live(journal, FLOW, "flow")


def test_a_later_push_is_not_confused_by_the_note(shop, live, deliver, service, journal):
    live()
    assert {thing.action.value for thing in deliver(service=service).things} == {"unchanged"}
    assert sum(pushes(journal.entries(FLOW).values())[0].kinds.values()) == 4


def test_a_new_draft_is_not_said_to_be_live(live, deliver, service, journal):
    live()
    entry = journal.entries(FLOW)["flow"]
    journal.write(FLOW, replace(entry, remote_id="999", state=State.DONE))
    assert gone_live(journal, FLOW, "flow") == ""


@pytest.mark.parametrize(
    "call",
    [
        Call("DELETE", "/flows/5", None),
        Call("PATCH", "/flows/6", {"state": "live"}),
        Call("POST", "/flows", {"state": "live"}),
        Call("POST", "/campaigns/5/send", None),
        Call("POST", "/campaigns/5/sendNow", None),
        Call("PUT", "/flows/5", {"settings": [{"send_at": "2026-12-01"}]}),
    ],
)
def test_only_the_one_thing_is_switched_on_and_nothing_is_sent(call):
    with pytest.raises(NotLive):
        check(call, "5")


@pytest.mark.parametrize(
    "call", [Call("PATCH", "/flows/a%2Fb", {}), Call("POST", "/automations/a%2Fb/enable", None)], ids=str
)
def test_switching_on_passes(call):
    check(call, "a/b")


def imported(path):
    tree = ast.parse(path.read_text("utf-8"))
    nodes = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    return {f"{getattr(node, 'module', '') or ''}.{alias.name}" for node in nodes for alias in node.names}


def sources():
    return [path for path in ROOM.rglob("*.py") if path.name != "golive.py"]


def test_no_push_path_can_reach_it():
    assert len(sources()) > 20
    assert [path.name for path in sources() if any("golive" in name for name in imported(path))] == []


def test_nobody_else_asks_a_resource_how_to_switch_on():
    reaching = [
        path.name
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "live"
    ]
    assert reaching == []


def test_the_gate_of_pushes_stays_shut_for_it(service):
    from studio.delivery.guard import WouldGoLive
    from studio.delivery.guard import check as of_pushes

    for call in switched("5", ""):
        with pytest.raises(WouldGoLive):
            of_pushes(call.method, call.path, call.body)
