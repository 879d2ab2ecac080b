"""The way of the push journal from workspaces in which a flow was known without its project."""

from dataclasses import asdict

import pytest
from sqlalchemy import text

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


def test_of_two_projects_made_from_one_preset_neither_takes_the_other_s_things(address, store, project, raw, older):
    with open_store(address) as opened:
        other = opened.create(shop("ba9876543210", "Tre og Spon")).project
    with raw(address).rebuilding() as connection:
        take_back(connection, 2)
        held = {**asdict(ENTRY), "state": "done", "account": "klaviyo:main", "sequence": "s1"}
        connection.execute(text(INTO), held)
    with open_store(address) as opened:
        assert [len(opened.journal.entries(flow(each.id))) for each in (project, other)] == [0, 0]
        assert dict(opened.journal.entries(flow(""))) == {ENTRY.key: ENTRY}


def test_an_upgraded_workspace_has_the_same_journal_as_a_new_one(address, older, raw, request, tmp_path):
    new = request.getfixturevalue("postgres").new_workspace() if "://" in address else str(tmp_path / "new.sqlite")
    for each in (older, new):
        open_store(each).close()
    assert shape(raw(older), "fabel_journal") == shape(raw(new), "fabel_journal")
