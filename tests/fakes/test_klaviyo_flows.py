"""Klaviyo takes a whole flow, or says where it is wrong; what it answers has ids and templates of its own."""

import json

import pytest

from tests.fakes.calling import call_klaviyo, pointers
from tests.fakes.klaviyo import Klaviyo, Options
from tests.fakes.klaviyo.oracle import SPECS, schema_problems
from tests.fakes.rates import DAY
from tests.fakes.samples import AT, ab_test, delay, email, flow_body, split

PATH = "/api/flows"
WHOLE = f"{PATH}?additional-fields[flow]=definition"
EXAMPLE = SPECS.parents[1] / "examples" / "klaviyo_flow_abandoned_cart.json"


@pytest.fixture
def fake(klaviyo_fake):
    klaviyo_fake.add_template("TPL001", "Cart 1")
    return klaviyo_fake


def create(fake, body):
    return call_klaviyo(fake, "POST", WHOLE, body)


def made(fake, *actions):
    answer = create(fake, flow_body(*actions))
    assert answer.status_code == 201, answer.text
    return answer.json()["data"]["attributes"]["definition"]


def refused_at(fake, *actions, **more):
    answer = create(fake, flow_body(*actions, **more))
    assert answer.status_code == 400
    assert not fake.flows
    return pointers(answer)


def trigger(**words):
    return {"triggers": [words]}


def test_a_flow_is_created_as_a_draft(fake):
    answer = create(fake, flow_body()).json()["data"]
    assert answer["attributes"]["status"] == "draft"
    assert fake.flows[answer["id"]]["name"] == "Cart [fabel a1b2c3]"
    assert not fake.live


def test_temporary_ids_become_real_ones_everywhere(fake):
    definition = made(fake, delay("wait", "test"), ab_test("test", "end"), email("end"))
    wait, test, end = definition["actions"]
    assert definition["entry_action_id"] == wait["id"]
    assert (wait["links"]["next"], test["links"]["next"]) == (test["id"], end["id"])
    assert "temporary_id" not in json.dumps(definition)


def test_the_shares_of_an_experiment_are_by_real_ids(fake):
    experiment = made(fake, ab_test("test"))["actions"][0]["data"]["current_experiment"]
    assert list(experiment["allocations"]) == [arm["id"] for arm in experiment["variations"]]


def test_every_message_gets_its_own_copy_of_its_template(fake):
    definition = made(fake, ab_test("test", "end"), email("end"))
    data = definition["actions"][0]["data"]
    mails = [data["main_action"], *data["current_experiment"]["variations"], definition["actions"][1]]
    copies = [mail["data"]["message"]["template_id"] for mail in mails]
    assert len({*copies, "TPL001"}) == 5
    assert [fake.clones[copy]["source"] for copy in copies] == ["TPL001"] * 4


def test_a_copy_does_not_follow_its_template(fake):
    copy = made(fake)["actions"][1]["data"]["message"]["template_id"]
    body = {"data": {"type": "template", "id": "TPL001", "attributes": {"html": "<p>Ny</p>"}}}
    call_klaviyo(fake, "PATCH", "/api/templates/TPL001", body)
    assert fake.clones[copy]["html"] == "<html></html>"


@pytest.mark.parametrize(("is_open", "status"), [(False, 404), (True, 200)])
def test_a_copy_is_reached_as_a_template_only_where_the_account_says_so(serve, is_open, status):
    fake = Klaviyo(Options(clones_open=is_open))
    fake.add_template("TPL001", "Cart 1")
    serve(fake)
    copy = made(fake)["actions"][1]["data"]["message"]["template_id"]
    assert call_klaviyo(fake, "GET", f"/api/templates/{copy}").status_code == status


def test_the_definition_comes_only_when_asked_for(fake):
    short = call_klaviyo(fake, "POST", PATH, flow_body()).json()["data"]
    whole = call_klaviyo(fake, "GET", f"{PATH}/{short['id']}?additional-fields[flow]=definition").json()["data"]
    assert "definition" not in short["attributes"]
    assert whole["attributes"]["definition"] == fake.flows[short["id"]]["definition"]


def test_flows_are_listed_by_pages(fake):
    for number in range(3):
        create(fake, flow_body(name=f"F{number}"))
    first = call_klaviyo(fake, "GET", f"{PATH}?page[size]=2").json()
    second = call_klaviyo(fake, "GET", first["links"]["next"]).json()
    assert [row["attributes"]["name"] for row in first["data"] + second["data"]] == ["F0", "F1", "F2"]
    assert "definition" not in first["data"][0]["attributes"]


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"triggers": []}, "/triggers"),
        ({"triggers": [{"type": "metric", "id": "SHCHKO"}] * 2}, "/triggers"),
        (trigger(type="metric"), "/triggers/0/id"),
        (trigger(type="metric", id="NONE"), "/triggers/0/id"),
        (trigger(type="list", id="SHCHKO"), "/triggers/0/id"),
        (trigger(type="birthday"), "/triggers/0/type"),
        (trigger(type="list", id="LISTNL", trigger_filter=None), "/triggers/0/trigger_filter"),
        ({"reentry_criteria": {"duration": 1, "unit": "month"}}, "/reentry_criteria/unit"),
        ({"entry_action_id": "nowhere"}, "/entry_action_id"),
        ({"entry_action": "wait"}, "/entry_action"),
    ],
)
def test_a_wrong_start_is_refused(fake, more, pointer):
    assert AT + pointer in refused_at(fake, **more)


def condition(**words):
    return {"profile_filter": {"condition_groups": [{"conditions": [words]}]}}


ORDERS = {
    "type": "profile-metric",
    "metric_id": "SHORDR",
    "measurement": "count",
    "measurement_filter": {"type": "numeric", "operator": "equals", "value": 0},
    "timeframe_filter": {"type": "date", "operator": "flow-start"},
}


def test_a_filter_on_orders_since_the_start_is_taken(fake):
    assert create(fake, flow_body(**condition(**ORDERS))).status_code == 201


@pytest.mark.parametrize(
    ("words", "pointer"),
    [
        ({**ORDERS, "metric_id": "NONE"}, "/metric_id"),
        ({**ORDERS, "measurement": "average"}, "/measurement"),
        ({**ORDERS, "timeframe_filter": {"type": "date", "operator": "since"}}, "/timeframe_filter/operator"),
        ({**ORDERS, "measurement_filter": {"type": "numeric", "operator": "equals"}}, "/measurement_filter/value"),
        ({**ORDERS, "note": "x"}, "/note"),
        ({"type": "profile-sample", "percentage": 0}, "/percentage"),
        ({"type": "profile-group-membership", "is_member": True, "group_ids": ["NONE"]}, "/group_ids/0"),
        ({"type": "profile-mood"}, "/type"),
    ],
)
def test_a_wrong_filter_is_refused(fake, words, pointer):
    place = f"{AT}/profile_filter/condition_groups/0/conditions/0"
    assert refused_at(fake, **condition(**words)) == [place + pointer]


def test_only_the_filter_of_the_flow_may_ask_for_other_flows(fake):
    branch = split("split", None, None)
    words = {
        "type": "profile-not-in-flow",
        "timeframe_filter": {"type": "date", "operator": "in-the-last", "unit": "day", "quantity": 14},
    }
    branch["data"] = condition(**words)
    place = "/actions/0/data/profile_filter/condition_groups/0/conditions/0/type"
    assert refused_at(fake, branch) == [AT + place]
    assert create(fake, flow_body(**condition(**words))).status_code == 201


@pytest.mark.parametrize(
    ("actions", "pointer"),
    [
        ([delay("a", "gone")], "/actions/0/links/next"),
        ([split("a", "gone", None)], "/actions/0/links/next_if_true"),
        ([delay("a"), delay("b")], "/actions/1"),
        ([delay("a", "b"), delay("b", "a")], "/actions/0/links"),
        ([delay("a", "a")], "/actions/0/links"),
        ([delay("a", "b"), email("b"), email("b")], "/actions/1/temporary_id"),
        ([ab_test("a", "a-a"), email("a-a")], "/actions/1/temporary_id"),
    ],
)
def test_a_wrong_structure_is_refused(fake, actions, pointer):
    assert AT + pointer in refused_at(fake, *actions)


def test_branches_that_meet_again_are_taken(fake):
    assert made(fake, split("s", "a", "b"), email("a", "c"), email("b", "c"), email("c"))


def with_key(action, key, value):
    return {**action, key: value}


def without_key(action, key):
    return {name: value for name, value in action.items() if name != key}


@pytest.mark.parametrize(
    ("action", "pointer"),
    [
        (with_key(delay("a"), "id", "17"), "/id"),
        (without_key(delay("a"), "temporary_id"), "/temporary_id"),
        (without_key(delay("a"), "data"), "/data"),
        (without_key(split("a", None, None), "links"), "/links"),
        (with_key(split("a", None, None), "links", {"next_if_true": None}), "/links/next_if_false"),
        (with_key(delay("a"), "type", "pause"), "/type"),
        (with_key(delay("a"), "note", ""), "/note"),
        (delay("a", value="1"), "/data/value"),
        (delay("a", value=1.5), "/data/value"),
        (delay("a", unit="weeks"), "/data/unit"),
        (delay("a", unit="days", delay_until_time="9:00"), "/data/delay_until_time"),
        (delay("a", unit="hours", delay_until_time="09:00:00"), "/data/delay_until_time"),
        (delay("a", unit="days", delay_until_weekdays=["Monday"]), "/data/delay_until_weekdays/0"),
        (delay("a", timezone="Oslo"), "/data/timezone"),
        (email("a", template="NONE"), "/data/message/template_id"),
        (email("a", template=None), "/data/message/template_id"),
    ],
)
def test_a_wrong_action_is_refused(fake, action, pointer):
    body = (
        flow_body(action, entry_action_id="a") if "temporary_id" in action else flow_body(delay("z"), actions=[action])
    )
    answer = create(fake, body)
    assert f"{AT}/actions/0{pointer}" in pointers(answer)


def test_a_message_with_an_unknown_key_is_refused(fake):
    mail = email("a")
    mail["data"]["message"]["subject"] = "Hei"
    assert refused_at(fake, mail) == [f"{AT}/actions/0/data/message/subject"]


def test_a_message_with_an_id_is_refused_on_create(fake):
    mail = email("a")
    mail["data"]["message"]["id"] = "M1"
    assert refused_at(fake, mail) == [f"{AT}/actions/0/data/message/id"]


def test_a_wait_in_days_may_last_until_a_time_of_day(fake):
    assert made(fake, delay("a", unit="days", delay_until_time="09:00:00", delay_until_weekdays=["monday"]))


def spoilt(**data):
    test = ab_test("a")
    test["data"]["current_experiment"].update(data)
    return test


@pytest.mark.parametrize(
    ("test", "pointer"),
    [
        (spoilt(allocations={"a-a": 0.5, "a-b": 0.4}), "/allocations"),
        (spoilt(allocations={"a-a": 1.5, "a-b": -0.5}), "/allocations"),
        (spoilt(allocations={"a-a": 0.5, "a-c": 0.5}), "/allocations/a-b"),
        (spoilt(allocations={"a-main": 0.5, "a-a": 0.5}), "/allocations/a-main"),
        (spoilt(variations=[email("a-a")]), "/variations"),
        (spoilt(variations=[email("a-a", "end"), email("a-b")]), "/variations/0/links"),
        (spoilt(variations=[email("a-a"), delay("a-b")]), "/variations/1/type"),
        (spoilt(variations=[email("a-a"), email("a-b", template="NONE")]), "/variations/1/data/message/template_id"),
        (spoilt(winner_metric="opens"), "/winner_metric"),
        (spoilt(id="17"), "/id"),
    ],
)
def test_a_wrong_experiment_is_refused(fake, test, pointer):
    assert f"{AT}/actions/0/data/current_experiment{pointer}" in refused_at(fake, test)


def test_an_experiment_cannot_be_created_running(fake):
    test = ab_test("a")
    test["data"]["experiment_status"] = "live"
    assert refused_at(fake, test) == [f"{AT}/actions/0/data/experiment_status"]


def test_an_e_mail_without_a_template_is_taken_where_the_account_allows_it(serve):
    fake = Klaviyo(Options(templates_required=False))
    serve(fake)
    assert made(fake, email("a", template=None))


def test_an_action_that_is_created_live_is_noticed(fake):
    mail = email("a")
    mail["data"]["status"] = "live"
    assert fake.live == []
    (action,) = made(fake, mail)["actions"]
    assert fake.live == [("action", action["id"], "live")]


@pytest.mark.parametrize(("status", "live"), [("live", 1), ("draft", 0), ("manual", 0)])
def test_switching_a_flow_live_is_noticed(fake, status, live):
    name = create(fake, flow_body()).json()["data"]["id"]
    body = {"data": {"type": "flow", "id": name, "attributes": {"status": status}}}
    assert call_klaviyo(fake, "PATCH", f"{PATH}/{name}", body).status_code == 200
    assert fake.flows[name]["status"] == status
    assert fake.live == [("flow", name, "live")] * live


@pytest.mark.parametrize("attributes", [{"name": "New"}, {"definition": {}}])
def test_nothing_but_the_status_of_a_flow_can_be_changed(fake, attributes):
    name = create(fake, flow_body()).json()["data"]["id"]
    body = {"data": {"type": "flow", "id": name, "attributes": {"status": "draft", **attributes}}}
    (key,) = attributes
    assert pointers(call_klaviyo(fake, "PATCH", f"{PATH}/{name}", body)) == [f"/data/attributes/{key}"]


def test_a_deleted_flow_is_remembered(fake):
    name = create(fake, flow_body()).json()["data"]["id"]
    assert call_klaviyo(fake, "DELETE", f"{PATH}/{name}").status_code == 204
    assert fake.deleted == [("flow", name)]


def test_a_hundred_flows_a_day_and_no_more(fake, hand_clock):
    codes = [create(fake, flow_body()).status_code for _ in range(101)]
    assert codes == [201] * 100 + [429]
    hand_clock.advance(DAY)
    assert create(fake, flow_body()).status_code == 201


def test_the_example_of_the_vendors_description_is_taken(klaviyo_with_schema):
    fake = klaviyo_with_schema
    for number in "123":
        fake.add_template(f"TPL00{number}", f"Cart {number}")
    fake.add_metric("CHKOUT1", "Checkout Started")
    fake.add_metric("ORDER01", "Placed Order")
    assert create(fake, json.loads(EXAMPLE.read_text("utf-8"))).status_code == 201


def test_the_description_itself_refuses_a_misspelt_key(klaviyo_with_schema):
    body = flow_body()
    body["data"]["attributes"]["definition"]["profil_filter"] = None
    assert [problem.pointer for problem in schema_problems(body)] == [AT]


def test_the_description_agrees_with_the_samples(klaviyo_with_schema):
    body = flow_body(split("s", "t", "b"), ab_test("t", "c"), delay("b", "c"), email("c"), **condition(**ORDERS))
    assert schema_problems(body) == []


def test_what_only_the_description_knows_is_refused_with_it(klaviyo_with_schema):
    klaviyo_with_schema.add_template("TPL001", "Cart 1")
    words = {"type": "profile-permissions", "mood": "good"}
    answer = create(klaviyo_with_schema, flow_body(**condition(**words)))
    assert answer.json()["errors"][0]["code"] == "schema"
