import time
from dataclasses import replace

import psycopg
import pytest

from studio.errors import StudioError
from studio.model.journal import Entry, Flow, Journal, State
from studio.store.store import open_store

FLOW = Flow("klaviyo:main", "p1", "s1", "nb")
SENT = Entry("template/1", "template", State.SENT, "d1", "Kurv [fabel a1b2c3]", at="2026-03-01T10:00:00Z")
DONE = replace(SENT, state=State.DONE, remote_id="XyZ", answer='{"æ": 1}', sent="{}")


def test_the_workspace_is_a_journal(store):
    journal: Journal = store.journal
    assert dict(journal.entries(FLOW)) == {}


def test_an_entry_replaces_the_older_one_with_its_key(store, colleague):
    for entry in (SENT, DONE, replace(SENT, key="template/2")):
        store.journal.write(FLOW, entry)
    assert dict(colleague.journal.entries(FLOW)) == {
        "template/1": DONE,
        "template/2": replace(SENT, key="template/2"),
    }


def test_every_flow_has_entries_of_its_own(store):
    store.journal.write(FLOW, DONE)
    assert dict(store.journal.entries(replace(FLOW, language="sv"))) == {}


def test_projects_made_from_one_preset_have_entries_of_their_own(store):
    store.journal.write(FLOW, DONE)
    assert dict(store.journal.entries(replace(FLOW, project="p2"))) == {}


def test_what_a_service_refused_is_forgotten_and_counts_nowhere(store, colleague):
    store.journal.write(FLOW, SENT)
    for key in (SENT.key, "template/2"):
        store.journal.forget(FLOW, key)
    assert dict(colleague.journal.entries(FLOW)) == {}
    assert store.journal.sent_today("klaviyo:main", "template", "2026-03-01") == 0


def test_what_is_found_changed_or_written_back_was_not_made_today(store):
    other = replace(SENT, name="Kurv [fabel a1b2c3-2]")
    for entry in (DONE, replace(DONE, digest="d2"), other, DONE):
        store.journal.write(FLOW, entry)
    assert store.journal.sent_today("klaviyo:main", "template", "2026-03-01") == 0


def test_a_thing_counts_once_on_the_day_it_was_created(store):
    for entry in (SENT, DONE, replace(DONE, at="2026-03-02T09:00:00Z")):
        store.journal.write(FLOW, entry)
    days = ("2026-03-01", "2026-03-02")
    assert [store.journal.sent_today("klaviyo:main", "template", day) for day in days] == [1, 0]


def test_replaced_things_count_as_well(store):
    for flow, remote in ((FLOW, "one"), (FLOW, "two"), (replace(FLOW, account="brevo:main"), "three")):
        store.journal.write(flow, SENT)
        store.journal.write(flow, replace(DONE, remote_id=remote))
    assert store.journal.sent_today("klaviyo:main", "template", "2026-03-01") == 2


def test_the_journal_outlives_the_project(store, project):
    store.journal.write(FLOW, DONE)
    store.remove(project.id)
    assert store.journal.entries(FLOW)["template/1"] == DONE


PUSH = ("klaviyo:Fjellvik", "p1", "cart-classic")


@pytest.fixture
def computers(postgres):
    """Return one shared workspace as two computers see it."""
    address = postgres.new_workspace()
    with open_store(address) as ours, open_store(address) as theirs:
        yield ours, theirs


@pytest.mark.postgres
def test_two_computers_never_push_one_flow_at_once(computers):
    ours, theirs = computers
    with ours.journal.alone(*PUSH):
        for other in (
            ("klaviyo:Fjellvik", "p1", "another"),
            ("klaviyo:Fjellvik", "p2", PUSH[2]),
            ("brevo:Fjellvik", *PUSH[1:]),
        ):
            with theirs.journal.alone(*other):
                pass
        with pytest.raises(StudioError, match="Another push of this flow is running"), theirs.journal.alone(*PUSH):
            pass
    with theirs.journal.alone(*PUSH):
        pass


@pytest.mark.postgres
def test_a_computer_that_is_gone_holds_nothing(computers, postgres):
    ours, theirs = computers
    with ours.journal.alone(*PUSH):
        with psycopg.connect(postgres.address(), autocommit=True) as server:
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fabel'")
            for _ in range(100):
                held = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                if not server.execute(held).fetchone()[0]:
                    break
                time.sleep(0.05)
        with theirs.journal.alone(*PUSH):
            pass


@pytest.mark.postgres
def test_another_workspace_of_the_same_server_is_let_be(computers, postgres):
    with computers[0].journal.alone(*PUSH), open_store(postgres.new_workspace()) as other, other.journal.alone(*PUSH):
        pass


def test_a_file_is_one_computer_s(tmp_path):
    with open_store(tmp_path / "workspace.sqlite") as store, store.journal.alone(*PUSH), store.journal.alone(*PUSH):
        pass
