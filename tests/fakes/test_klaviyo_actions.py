"""A single action of a Klaviyo flow can be changed, but not the structure around it."""

from copy import deepcopy

import pytest

from tests.fakes.calling import call_klaviyo, pointers
from tests.fakes.klaviyo import Klaviyo, Options
from tests.fakes.samples import AT, ab_test, action_body, delay, email, flow_body

WHOLE = "/api/flows?additional-fields[flow]=definition"


@pytest.fixture
def fake(klaviyo_fake):
    klaviyo_fake.add_template("TPL001", "Cart 1")
    klaviyo_fake.add_template("TPL002", "Cart 2")
    return klaviyo_fake


def actions(fake):
    """Return the actions of a new flow: a wait, a test, an e-mail."""
    body = flow_body(delay("wait", "test"), ab_test("test", "end"), email("end"))
    return call_klaviyo(fake, "POST", WHOLE, body).json()["data"]["attributes"]["definition"]["actions"]


def change(fake, action):
    return call_klaviyo(fake, "PATCH", f"/api/flow-actions/{action['id']}", action_body(action))


def read(fake, name):
    return call_klaviyo(fake, "GET", f"/api/flow-actions/{name}").json()["data"]["attributes"]["definition"]


def test_what_was_read_can_be_sent_back_unchanged(fake):
    for action in actions(fake):
        assert change(fake, action).status_code == 200
        assert read(fake, action["id"]) == action


def test_a_wait_is_changed(fake):
    wait = actions(fake)[0]
    wait["data"]["value"] = 4
    assert change(fake, wait).status_code == 200
    assert read(fake, wait["id"])["data"]["value"] == 4


def test_a_message_is_changed_and_keeps_its_id_and_its_copy(fake):
    mail = actions(fake)[2]
    before = deepcopy(mail["data"]["message"])
    del mail["data"]["message"]["id"]
    mail["data"]["message"]["subject_line"] = "Ny"
    change(fake, mail)
    assert read(fake, mail["id"])["data"]["message"] == {**before, "subject_line": "Ny"}


def test_another_template_is_copied_anew(fake):
    mail = actions(fake)[2]
    old = mail["data"]["message"]["template_id"]
    mail["data"]["message"]["template_id"] = "TPL002"
    change(fake, mail)
    new = read(fake, mail["id"])["data"]["message"]["template_id"]
    assert new not in {old, "TPL002"}
    assert fake.clones[new]["source"] == "TPL002"


def test_the_arms_of_a_test_are_changed_with_it(fake):
    test = actions(fake)[1]
    test["data"]["current_experiment"]["variations"][1]["data"]["message"]["subject_line"] = "Ny"
    assert change(fake, test).status_code == 200
    assert "Ny" in str(read(fake, test["id"]))


def pointed(action):
    action["links"]["next"] = None


def retyped(action):
    action.update(type="countdown-delay", data={"unit": "days", "value": 1})


def renamed(action):
    action["temporary_id"] = "wait"


def loosened(action):
    action["data"]["delay_until_time"] = "09:00:00"


def misspelt(action):
    action["data"]["hours"] = 1


@pytest.mark.parametrize(
    ("spoil", "pointer"),
    [
        (pointed, "/links"),
        (retyped, "/type"),
        (renamed, "/temporary_id"),
        (loosened, "/data/delay_until_time"),
        (misspelt, "/data/hours"),
    ],
)
def test_a_wrong_change_of_a_wait_is_refused(fake, spoil, pointer):
    wait = actions(fake)[0]
    spoilt = deepcopy(wait)
    spoil(spoilt)
    answer = change(fake, spoilt)
    assert (answer.status_code, pointers(answer)) == (400, [AT + pointer])
    assert read(fake, wait["id"]) == wait


def test_a_template_that_does_not_exist_is_refused(fake):
    mail = actions(fake)[2]
    mail["data"]["message"]["template_id"] = "NONE"
    assert pointers(change(fake, mail)) == [f"{AT}/data/message/template_id"]


def test_another_flows_copy_is_no_template(fake):
    other = actions(fake)[2]["data"]["message"]["template_id"]
    mail = actions(fake)[2]
    mail["data"]["message"]["template_id"] = other
    assert pointers(change(fake, mail)) == [f"{AT}/data/message/template_id"]


def test_a_third_arm_is_refused(fake):
    test = actions(fake)[1]
    arms = test["data"]["current_experiment"]["variations"]
    arms.append({**deepcopy(arms[0]), "id": "999"})
    assert f"{AT}/data/current_experiment/variations" in pointers(change(fake, test))


def test_starting_a_test_is_noticed(fake):
    test = actions(fake)[1]
    test["data"]["experiment_status"] = "live"
    assert change(fake, test).status_code == 200
    assert fake.live == [("action", test["id"], "live")]


def test_the_main_action_of_a_running_test_cannot_be_changed(fake):
    test = actions(fake)[1]
    test["data"]["experiment_status"] = "live"
    change(fake, test)
    test["data"]["main_action"]["data"]["message"]["subject_line"] = "Ny"
    assert pointers(change(fake, test)) == [f"{AT}/data/main_action"]


def test_an_action_that_does_not_exist_is_not_found(fake):
    assert change(fake, {**delay("a"), "id": "1"}).status_code == 404


def test_an_account_can_refuse_every_change(serve):
    fake = Klaviyo(Options(action_patches=False))
    fake.add_template("TPL001", "Cart 1")
    serve(fake)
    assert change(fake, actions(fake)[0]).status_code == 400


def test_actions_could_not_be_changed_in_old_revisions(fake):
    wait = actions(fake)[0]
    path = f"/api/flow-actions/{wait['id']}"
    assert call_klaviyo(fake, "PATCH", path, action_body(wait), revision="2025-07-15").status_code == 404
