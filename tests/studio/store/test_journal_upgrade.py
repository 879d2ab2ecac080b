"""The way of the push journal from workspaces in which a flow was known without its project."""

from dataclasses import asdict, replace

import pytest
from sqlalchemy import text

from studio.exporters.naming import mark
from studio.model.journal import Entry, Flow, State
from studio.store.store import open_store
from tests.studio.store.older import shape, take_back
from tests.studio.store.shop import shop

ENTRY = Entry("template:m1", "template", State.DONE, "d1", "Mail [fabel a1b2c3]", "T1", "{}", "{}", "2026-03-01")
INTO = """INSERT INTO fabel_journal VALUES (:account, :sequence, 'nb', :key, :kind, :state, :digest, :name, :remote_id,
    :answer, :sent, :at)"""


def flow(project, sequence="s1"):
    return Flow("klaviyo:main", project, sequence, "nb")


@pytest.fixture
def older(address, store, project, raw):
    """A workspace of schema 2 with the sample shop, and one push of each of three sequences in its journal."""
    store.close()
    with raw(address).rebuilding() as connection:
        take_back(connection, 2)
        for sequence in ("s1", "s2", "gone"):
            held = {**asdict(ENTRY), "state": "done", "account": "klaviyo:main", "sequence": sequence}
            connection.execute(text(INTO), held)
    return address


def test_the_only_project_with_a_sequence_keeps_what_was_pushed_of_it(older, project):
    with open_store(older) as opened:
        found = [dict(opened.journal.entries(flow(project.id, name))) for name in ("s1", "s2")]
        assert found == [{ENTRY.key: ENTRY}, {ENTRY.key: ENTRY}]


def test_what_nobody_has_any_more_is_kept_without_a_project(older):
    with open_store(older) as opened:
        assert dict(opened.journal.entries(flow("", "gone"))) == {ENTRY.key: ENTRY}


def pushed(project, key, kind="template"):
    """Return the entry of a thing whose name bears the mark of a project's flow."""
    return replace(ENTRY, key=key, kind=kind, name=f"Mail [fabel {mark(project.id, 's1', 'nb', key)}]", remote_id=key)


@pytest.fixture
def upgraded(address, store, project, raw):
    """Return what each of two projects made from one preset has after the upgrade; `""` is nobody's."""

    def upgrade(made):
        other = store.create(shop("ba9876543210", "Tre og Spon")).project
        store.close()
        with raw(address).rebuilding() as connection:
            take_back(connection, 2)
            for account, entry in made(project, other):
                held = {**asdict(entry), "state": "done", "account": account, "sequence": "s1"}
                connection.execute(text(INTO), held)
        with open_store(address) as opened:
            owners = {"ours": project.id, "theirs": other.id, "nobody's": ""}
            accounts = ("klaviyo:ours", "klaviyo:theirs")
            return {
                (account, owner): sorted(opened.journal.entries(Flow(account, id_, "s1", "nb")))
                for account in accounts
                for owner, id_ in owners.items()
                if opened.journal.entries(Flow(account, id_, "s1", "nb"))
            }

    return upgrade


PICTURE = replace(ENTRY, key="image:a1", kind="image", name="sko.png [fabel 123456]")
TICK = replace(ENTRY, key="hand:x:1", kind="hand", name="Turn the flow on", remote_id="")


def test_two_projects_made_from_one_preset_each_keep_what_went_to_their_own_account(upgraded):
    def made(ours, theirs):
        for account, project in (("klaviyo:ours", ours), ("klaviyo:theirs", theirs)):
            some = (pushed(project, "template:m1:a"), pushed(project, "flow", "flow"), PICTURE, TICK)
            yield from ((account, entry) for entry in some)

    keys = ["flow", "hand:x:1", "image:a1", "template:m1:a"]
    assert upgraded(made) == {("klaviyo:ours", "ours"): keys, ("klaviyo:theirs", "theirs"): keys}


def test_where_both_went_to_one_account_each_thing_goes_by_its_mark_and_the_rest_is_nobodys(upgraded):
    def made(ours, theirs):
        for entry in (pushed(ours, "template:m1:a"), pushed(theirs, "flow", "flow"), PICTURE, TICK):
            yield "klaviyo:ours", entry
        yield "klaviyo:ours", replace(ENTRY, key="template:old", name="Mail [fabel 000000]")

    assert upgraded(made) == {
        ("klaviyo:ours", "ours"): ["template:m1:a"],
        ("klaviyo:ours", "theirs"): ["flow"],
        ("klaviyo:ours", "nobody's"): ["hand:x:1", "image:a1", "template:old"],
    }


def test_an_upgraded_workspace_has_the_same_journal_as_a_new_one(address, older, raw, request, tmp_path):
    new = request.getfixturevalue("postgres").new_workspace() if "://" in address else str(tmp_path / "new.sqlite")
    for each in (older, new):
        open_store(each).close()
    assert shape(raw(older), "fabel_journal") == shape(raw(new), "fabel_journal")
