from dataclasses import replace

from studio.model.journal import Entry, Flow, Journal, State

FLOW = Flow("klaviyo:main", "s1", "nb")
SENT = Entry("template/1", "template", State.SENT, "d1", "Kurv [fabel a1b2c3]", at="2026-03-01T10:00:00Z")
DONE = replace(SENT, state=State.DONE, remote_id="XyZ", answer='{"æ": 1}', sent="{}", at="2026-03-01T10:00:02Z")


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


def test_a_thing_counts_once_on_the_day_it_was_created(store):
    for entry in (SENT, DONE, replace(DONE, at="2026-03-02T09:00:00Z")):
        store.journal.write(FLOW, entry)
    days = ("2026-03-01", "2026-03-02")
    assert [store.journal.sent_today("klaviyo:main", "template", day) for day in days] == [1, 0]


def test_replaced_things_count_as_well(store):
    for remote in ("one", "two"):
        store.journal.write(FLOW, replace(DONE, remote_id=remote))
    store.journal.write(replace(FLOW, account="brevo:main"), replace(DONE, remote_id="three"))
    assert store.journal.sent_today("klaviyo:main", "template", "2026-03-01") == 2


def test_the_journal_outlives_the_project(store, project):
    store.journal.write(FLOW, DONE)
    store.remove(project.id)
    assert store.journal.entries(FLOW)["template/1"] == DONE
