"""The compiler: what becomes of steps at HubSpot, and what is said of it."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.errors import StudioError
from studio.model.conditions import Condition, Fact, Operator
from studio.model.localized import localized
from studio.model.message import Block
from studio.model.steps import Experiment, Path, Stop, Wait
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import DAY, HOUR, LOYAL, MESSAGES, RICH, fork, send, with_mail, work

OPENED = Condition(Fact.OPENED, Operator.YES)
MAY_MAIL = Condition(Fact.CONSENT_EMAIL, Operator.YES)
KNOWN = {"total_property": "total", "customers": "7"}


def bundle(*steps, **options):
    return built(work(*steps), "hubspot", **{**KNOWN, **options})


def flow(*steps, **options):
    return bundle(*steps, **options).requests[-1].body


def ways(*steps, **options):
    """Return every way through the workflow, as words."""
    made = flow(*steps, **options)
    actions = {action["actionId"]: action for action in made["actions"]}

    def follow(edge):
        return _follow(actions[edge["nextActionId"]]) if edge else [[]]

    def _follow(action):
        if action["type"] == "SINGLE_CONNECTION":
            fields = action["fields"]
            word = fields.get("delta") or fields["content_id"].split(":")[-1].removesuffix("#id").removesuffix("-a")
            return [[word, *rest] for rest in follow(action.get("connection"))]
        edges = [one.get("connection") for one in action.get("testBranches") or action["listBranches"]]
        edges += [action.get("defaultBranch")] if action["type"] == "LIST_BRANCH" else []
        return [rest for edge in edges for rest in follow(edge)]

    return [" ".join(way) for way in follow({"nextActionId": made["startActionId"]})]


def test_three_ways_are_one_branch_and_meet_again():
    steps = (fork((RICH, [send("m2")]), (LOYAL, [send("m3")]), (None, [])), send("m4"))
    assert ways(*steps) == ["m2 m4", "m3 m4", "m4"]
    assert losses(bundle(*steps, pictures="https://x.example")) == [
        "hubspot.reentry",
        "hubspot.trigger",
        "hubspot.address",
    ]


def test_a_way_that_stops_ends_there():
    assert ways(fork((RICH, [send("m2"), Stop("s")]), (None, [send("m3")])), send("m4")) == ["m2", "m3 m4"]


def test_only_the_first_way_to_an_action_is_an_edge():
    made = flow(fork((RICH, [send("m2")]), (None, [send("m3")])), send("m4"))
    last = made["actions"][0]["listBranches"]
    edges = [action["connection"]["edgeType"] for action in made["actions"] if action.get("connection")]
    assert sorted(edges) == ["GOTO", "STANDARD"]
    assert last[0]["connection"]["edgeType"] == "STANDARD"


def test_two_versions_are_a_branch_by_chance():
    assert ways(send("m1"), send("m2")) == ["m1 m2", "m1-b m2"]


def test_paths_by_chance_are_one_branch():
    paths = Experiment("e", "Test", tuple(Path(f"p{n}", "Vei", n, (send(f"m{n}"),)) for n in (2, 3, 4)))
    made = flow(paths)
    assert [branch["percentage"] for branch in made["actions"][0]["testBranches"]] == [22, 33, 45]


def test_a_way_by_chance_that_holds_nothing_leads_to_the_shortest_wait():
    paths = Experiment("e", "Test", (Path("p1", "Vei", 1, (send("m2"),)), Path("p2", "Ingen", 1, ())))
    assert ways(paths) == ["m2", "1"]


def test_a_guarded_send_is_a_branch_around_it():
    assert ways(send("m2", RICH), send("m3")) == ["m2 m3", "m3"]


def test_consent_to_email_is_left_to_hubspot():
    assert ways(send("m2", MAY_MAIL)) == ["m2"]


def test_what_cannot_be_asked_counts_as_never_and_that_is_said():
    made = bundle(fork((OPENED, [send("m2")]), (None, [send("m3")])))
    assert "hubspot.condition" in losses(made)
    assert ways(fork((OPENED, [send("m2")]), (None, [send("m3")]))) == ["m3"]


def test_other_channels_are_added_by_hand():
    made = bundle(send("m2"), send("s1"))
    assert "hubspot.channel" in losses(made)
    assert "add-send-s1" in [step.id for step in made.sheet.steps]


def test_hours_that_all_waits_share_are_the_workflows_own():
    made = bundle(Wait("w", DAY, weekdays=(1, 5), window="08:00-20:00"), send("m2"))
    assert [window["day"] for window in made.requests[-1].body["timeWindows"]] == ["MONDAY", "FRIDAY"]
    assert "hubspot.wait" not in losses(made)


def test_hours_of_some_waits_hold_for_all_and_that_is_said():
    made = bundle(Wait("w", DAY, window="08:00-20:00"), send("m2"), Wait("v", HOUR), send("m3"))
    assert len(made.requests[-1].body["timeWindows"]) == 7
    assert "hubspot.hours" in losses(made)


@pytest.mark.parametrize(
    "waits",
    [
        (Wait("w", DAY, window="08:00-20:00"), Wait("v", DAY, window="09:00-12:00")),
        (Wait("w", DAY, "09:00", (1, 2)),),
        (Wait("w", DAY, window="21:00-06:00"),),
    ],
)
def test_hours_that_the_workflow_cannot_keep_are_lost_and_that_is_said(waits):
    made = bundle(*waits, send("m2"))
    assert made.requests[-1].body["timeWindows"] == []
    assert "hubspot.wait" in losses(made)


def test_what_a_person_must_set_stands_on_the_sheet():
    made = bundle(fork((OPENED, [send("m2")]), (None, [send("m3")])), Wait("w", DAY, "09:00"), send("m4"))
    steps = {step.id: " ".join(map(str, step.words)) for step in made.sheet.steps}
    assert "has opened a message" in steps["way-Stor kurv-0"]
    assert "09:00" in steps["hours"]


def test_a_message_that_nobody_can_get_is_said_with_its_place():
    made = bundle(fork((OPENED, [send("m2")]), (None, [send("m3")])))
    (untaken,) = (loss for loss in made.losses if loss.id == "hubspot.untaken")
    assert untaken.place.message == "m2"


def test_a_guard_that_never_holds_is_told_where_its_message_is_missing():
    made = bundle(send("m2"), send("m3", OPENED), Wait("w", DAY, "09:00"), send("m4"))
    (added,) = (step for step in made.sheet.steps if step.id == "add-send-m3")
    words = [str(one) for one in added.words]
    assert words[:2] == ["It comes after “Brev m2”.", "Only for: has opened a message of this flow: yes."]
    assert words[-1] == "It lies in the account already."
    assert [step.id for step in made.sheet.steps if "has opened" in " ".join(map(str, step.words))] == ["add-send-m3"]


def test_a_branch_that_leads_nowhere_is_built_by_hand():
    made = bundle(send("m2"), fork((RICH, [send("s1")]), (None, [])))
    steps = {step.id: step for step in made.sheet.steps}
    assert len(made.requests[-1].body["actions"]) == 1
    assert "“Melding s1” (SMS)" in map(str, steps["way-Stor kurv-0"].words)
    assert "add-send-s1" not in steps
    assert "words-s1" in steps


def test_nothing_is_told_of_a_message_behind_ways_that_all_stop():
    paths = (Path("a", "A", 1, (send("m2"), Stop("s"))), Path("b", "B", 1, (send("m3"), Stop("t"))))
    made = bundle(Experiment("e", "Vei", paths), send("m1"), send("s1"))
    assert not {"test-m1", "add-send-s1"} & {step.id for step in made.sheet.steps}
    assert [loss.place.message for loss in made.losses if loss.id == "hubspot.unsent"] == ["m1"]


def test_a_test_that_leads_nowhere_is_built_by_hand():
    paths = (Path("a", "A", 3, (send("s1"),)), Path("b", "B", 1, ()))
    made = bundle(send("m2"), Experiment("e", "Kanal", paths))
    (way,) = (step for step in made.sheet.steps if step.id.startswith("way-"))
    assert "For 75 per cent of the readers, by chance." in map(str, way.words)


def test_hours_of_waits_that_nobody_comes_to_do_not_bind_the_workflow():
    made = bundle(fork((OPENED, [Wait("w", DAY, window="08:00-20:00"), send("m2")]), (None, [send("m3")])))
    assert made.requests[-1].body["timeWindows"] == []
    assert not {"hubspot.hours", "hubspot.wait"} & set(losses(made))


def test_a_wait_that_becomes_none_says_so_and_where():
    made = bundle(Wait("w", 0, "10:00"), send("m2"))
    (lost,) = (loss for loss in made.losses if loss.id == "hubspot.wait")
    assert (str(lost.wanted), str(lost.becomes)) == ("Wait until 10:00, before “Brev m2”", "No wait")


def sent(project):
    return built(work(send("m2"), project=project), "hubspot")


def told(project):
    (loss,) = [one for one in sent(project).losses if one.id == "hubspot.event_data"]
    return str(loss.becomes)


def test_a_cart_that_cannot_be_filled_is_told_as_everybody_gets_it():
    cart = Block("m2-p", "cart", texts=Map({"empty": localized(nb="Kurven er tom.")}))
    project = replace(MESSAGES, blocks=MESSAGES.blocks.set("m2-p", cart))
    (page, *_) = [one.body["file"]["content"] for one in sent(project).requests if one.kind == "template"]
    assert "Varene i handlekurven din" in page
    assert "Kurven er tom." not in page
    assert "the words for a filled cart, with “Varene i handlekurven din”" in told(project)


def test_a_condition_on_the_cart_is_told_as_everybody_gets_it():
    words = "{{ if cart.count }}Full{{ else }}Tom{{ end }}"
    assert "the words for an empty cart" in told(with_mail(MESSAGES, "m2", "Emne", words=words))


def test_a_flow_that_sends_nothing_is_refused():
    with pytest.raises(StudioError, match="sends nothing"):
        bundle(send("s1"))


def test_a_flow_beyond_reason_is_refused():
    with pytest.raises(StudioError, match="Use fewer"):
        bundle(*(send("m2", step=f"x{number}") for number in range(500)))
