"""`queue` on the command line, and the pushes that get there: put off, or kept because nobody was reached."""

import pytest

from studio.cli.program import DONE, REFUSED, TROUBLE, WRONG_USE
from studio.delivery.journal_file import JournalFile
from studio.delivery.locked import locked, place_of_lock
from studio.delivery.queue_file import QueueFile
from studio.edits import texts
from studio.errors import StudioError
from studio.store.archive.reading import read_fabel
from studio.store.archive.writing import write_fabel
from studio.store.store import open_store
from tests.fakes.faults import Fault


@pytest.fixture
def push(fabel, cart, kept):
    """Return a function that pushes the Norwegian cart to the kept account."""
    kept()

    def call(*more):
        return fabel("push", "klaviyo", cart, "--language", "nb", *more)

    return call


@pytest.fixture
def queue(fabel, cart):
    def call(*more):
        return fabel("queue", cart, *more)

    return call


@pytest.fixture
def offline(klaviyo_fake, monkeypatch):
    """Let every answer of the fake fail, without anybody waiting for it."""
    monkeypatch.setattr("studio.delivery.http.TRIES", 1)
    klaviyo_fake.faults.on("*", "*", Fault.ERROR_BEFORE, times=0)
    return klaviyo_fake


def sent(fake):
    return [call for call in fake.requests if call.method != "GET"]


def test_a_push_that_is_put_off_sends_nothing_and_waits(push, queue, klaviyo_fake):
    ran = push("--later", "--json")
    assert (ran.code, sent(klaviyo_fake)) == (DONE, [])
    (one,) = queue("--json").json["waiting"]
    assert [one["id"]] == ran.json["queued"]
    assert (one["account"], one["languages"], one["due"]) == ("klaviyo:Hansen", ["nb"], True)


def test_the_list_says_what_waits_for_whom_and_why(push, queue):
    push("--later")
    line = queue().out
    assert all(word in line for word in ("nb", "klaviyo:Hansen", "due", "It was put off."))
    assert "cart-classic" not in line  # its name, not its id


def test_what_is_put_off_twice_waits_once(push, queue):
    push("--later")
    push("--later")
    assert len(queue("--json").json["waiting"]) == 1


def test_running_the_queue_pushes_once_and_empties_it(push, queue, klaviyo_fake, cart):
    push("--later")
    first, second = queue("--run", "--json"), queue("--run", "--json")
    assert [thing["action"] for ran in first.json["ran"] for thing in ran["things"]].count("created") > 1
    assert (second.json["ran"], len(klaviyo_fake.flows), klaviyo_fake.live) == ([], 1, [])
    assert not cart.with_name("cart.fabel.queue").exists()


def test_a_crash_between_the_push_and_the_queue_makes_nothing_twice(push, queue, klaviyo_fake, monkeypatch):
    push("--later")
    with monkeypatch.context() as patched:
        patched.setattr(QueueFile, "drop", lambda *_: (_ for _ in ()).throw(StudioError("The power is gone.")))
        assert queue("--run").code == REFUSED
    made = sent(klaviyo_fake)
    again = queue("--run", "--json")
    assert {thing["action"] for thing in again.json["ran"][0]["things"]} == {"unchanged"}
    assert sent(klaviyo_fake) == made


def test_the_newest_words_are_sent(push, queue, klaviyo_fake, cart):
    push("--later")
    opened = read_fabel(cart)
    changed = texts.write(opened.project, texts.block_text("offer-opening"), "nb", "Helt nye ord.")
    write_fabel(cart, changed, opened.content.__getitem__)
    assert queue("--run").code == DONE
    assert any("Helt nye ord." in str(one) for one in klaviyo_fake.templates.values())


@pytest.fixture
def changed_on_both_sides(push, klaviyo_fake, cart):
    """Push, change a text here and the templates there, put the push off, and return the templates as they are."""
    assert push().code == DONE
    opened = read_fabel(cart)
    changed = texts.write(opened.project, texts.block_text("offer-opening"), "nb", "Helt nye ord.")
    write_fabel(cart, changed, opened.content.__getitem__)
    for template in klaviyo_fake.templates.values():
        template["html"] = template["html"].replace("</body>", "<p>Added there.</p></body>")
    assert push("--later").code == DONE
    return klaviyo_fake.templates


def test_a_push_whose_words_were_not_sent_waits_until_somebody_chooses(changed_on_both_sides, push, queue):
    ran = queue("--run")
    assert (ran.code, "no longer waits" in ran.err) == (REFUSED, False)
    assert "push it yourself and choose" in ran.err
    assert not any("Helt nye ord." in str(one) for one in changed_on_both_sides.values())
    (one,) = queue("--json").json["waiting"]
    assert (one["reason"], one["due"]) == ("choice", False)
    assert queue().out.count("push it yourself and choose") == 1
    assert queue("--run").err.strip() == "Nothing is due."


def test_a_push_that_waits_for_a_choice_says_so_in_json(changed_on_both_sides, queue):
    (one,) = queue("--run", "--json").json["ran"]
    assert "push it yourself and choose" in one["trouble"]
    assert "skipped" in [thing["action"] for thing in one["things"]]


def test_errors_written_meanwhile_stop_a_waiting_push_and_it_waits_on(push, queue, klaviyo_fake, cart):
    push("--later")
    opened = read_fabel(cart)
    changed = texts.write(opened.project, texts.block_text("offer-opening"), "nb", "{{ shop.nowhere }}")
    write_fabel(cart, changed, opened.content.__getitem__)
    ran = queue("--run")
    assert (ran.code, sent(klaviyo_fake)) == (REFUSED, [])
    assert "--force" in queue("--json").json["waiting"][0]["trouble"]
    assert queue("--run", "--force").code == DONE


def test_nobody_reached_means_waiting_where_that_was_wished(push, queue, offline):
    ran = push("--queue")
    assert ran.code == TROUBLE
    assert [one["reason"] for one in queue("--json").json["waiting"]] == ["offline"]
    offline.faults.clear()
    assert queue("--run").code == DONE
    assert len(offline.flows) == 1


def test_a_daily_cap_means_waiting_until_tomorrow(push, queue, monkeypatch, klaviyo_fake):
    monkeypatch.setattr(JournalFile, "sent_today", lambda *_: 100)
    ran = push("--queue")
    assert (ran.code, len(klaviyo_fake.flows)) == (TROUBLE, 0)
    (one,) = queue("--json").json["waiting"]
    assert (one["reason"], one["due"]) == ("cap", False)
    assert queue("--run").err.strip() == "Nothing is due."


def test_a_push_that_must_read_the_account_first_waits_as_well(push, queue, offline):
    assert push("--later", "--set", "profile=read").code == DONE
    assert push("--queue", "--set", "profile=read").code == TROUBLE
    assert [one["options"] for one in queue("--json").json["waiting"]] == [{"profile": "read"}]


def test_a_wrong_option_is_refused_before_anything_waits(push, queue):
    assert push("--later", "--set", "nowhere=1").code == WRONG_USE
    assert queue("--json").json["waiting"] == []


def test_without_the_wish_nothing_waits_and_how_to_wish_is_said(push, queue, offline):
    ran = push()
    assert ran.code == TROUBLE
    assert "--queue" in ran.err
    assert queue("--json").json["waiting"] == []


def test_a_refused_key_is_nothing_that_waiting_mends(push, queue, ring):
    ring.kept = dict.fromkeys(ring.kept, "pk_wrong")
    assert push("--queue").code == REFUSED
    assert queue("--json").json["waiting"] == []


def test_a_run_that_reaches_nobody_keeps_everything(push, queue, offline):
    push("--later")
    ran = queue("--run")
    assert ran.code == TROUBLE
    assert [one["reason"] for one in queue("--json").json["waiting"]] == ["offline"]


def test_a_dropped_push_is_never_sent(push, queue, klaviyo_fake):
    (waiting,) = push("--later", "--json").json["queued"]
    assert queue("--drop", waiting[:4]).code == DONE
    assert queue("--run").err.strip() == "Nothing is due."
    assert sent(klaviyo_fake) == []


@pytest.mark.parametrize("wrong", [("--drop", "zz"), ("--drop", ""), ("--drop", "1", "--run"), ("--workspace", "x")])
def test_wrong_use_of_the_queue_is_said(queue, wrong):
    assert queue(*wrong).code == WRONG_USE


def test_a_push_to_a_passing_address_cannot_wait(fabel, cart, klaviyo_fake):
    for when in ("--later", "--queue"):
        ran = fabel("push", "klaviyo", cart, "--base-url", klaviyo_fake.url, when, FABEL_KLAVIYO_KEY="pk")
        assert ran.code == WRONG_USE
        assert "accounts add" in ran.err


def test_a_plan_is_not_put_off(push):
    ran = push("--later", "--dry-run")
    assert ran.code == WRONG_USE
    assert "do not go together" in ran.err


def test_an_empty_queue_says_so_and_a_missing_file_is_refused(fabel, queue, tmp_path):
    assert queue().err.strip() == "Nothing waits."
    assert fabel("queue", tmp_path / "nowhere.fabel").code == REFUSED


@pytest.fixture
def workspace(cart, tmp_path):
    """Return a workspace that holds the cart."""
    opened = read_fabel(cart)
    address = tmp_path / "workspace.sqlite"
    with open_store(address) as store:
        for asset in opened.project.assets.values():
            store.assets.put(opened.content[asset.id], asset.media_type)
        store.create(opened.project)
    return address


@pytest.fixture
def put_off(fabel, kept, workspace, cart):
    """Put a push of the workspace's project off, and return the project's id."""
    kept()
    project = read_fabel(cart).project
    put_off = ("push", "klaviyo", project.name, "--workspace", workspace, "--language", "nb", "--later")
    assert fabel(*put_off).code == DONE
    return project.id


def test_a_flow_that_a_window_is_pushing_is_not_pushed_at_the_same_time(fabel, workspace, put_off, klaviyo_fake):
    with locked(place_of_lock("klaviyo:Hansen", put_off, "cart-classic")):
        ran = fabel("queue", "--workspace", workspace, "--run")
    assert (ran.code, sent(klaviyo_fake)) == (REFUSED, [])
    assert "Another push of this flow is running" in ran.err


def test_a_workspace_has_a_queue_of_its_own(fabel, workspace, put_off, klaviyo_fake):
    assert len(fabel("queue", "--workspace", workspace, "--json").json["waiting"]) == 1
    assert fabel("queue", "--workspace", workspace, "--run").code == DONE
    assert len(klaviyo_fake.flows) == 1


def test_a_project_deleted_meanwhile_is_one_sentence_and_waits_until_it_is_dropped(fabel, workspace, put_off):
    with open_store(workspace) as store:
        store.remove(put_off)
    ran = fabel("queue", "--workspace", workspace, "--run")
    assert ran.code == REFUSED
    assert "The project is no longer there" in ran.err
    (one,) = fabel("queue", "--workspace", workspace, "--json").json["waiting"]
    assert one["trouble"]
    assert fabel("queue", "--workspace", workspace, "--drop", one["id"]).code == DONE


def test_what_keep_says_cannot_wait(push, queue):
    for words in (("--keep-all", "ours"), ("--keep", "flow=ours")):
        assert push("--later", *words).code == WRONG_USE
    assert queue("--json").json["waiting"] == []


def test_a_push_to_an_account_that_is_not_kept_cannot_wait(fabel, cart, queue):
    ran = fabel("push", "klaviyo", cart, "--account", "Nobody", "--later")
    assert (ran.code, "not kept here" in ran.err) == (WRONG_USE, True)
    assert queue("--json").json["waiting"] == []


def test_the_environment_s_key_does_not_stand_in_for_an_account_that_is_gone(fabel, push, cart, klaviyo_fake):
    push("--later")
    assert fabel("accounts", "remove", "Hansen").code == DONE
    klaviyo_fake.requests.clear()
    ran = fabel("queue", cart, "--run", FABEL_KLAVIYO_KEY=klaviyo_fake.key)
    assert (ran.code, klaviyo_fake.requests) == (REFUSED, [])
    assert "no longer kept" in ran.err


def test_a_workspace_that_is_not_there_is_told_and_not_made(fabel, tmp_path):
    ran = fabel("queue", "--workspace", tmp_path / "nowhere.db")
    assert (ran.code, "no workspace" in ran.err) == (WRONG_USE, True)
    assert not (tmp_path / "nowhere.db").exists()
