import json
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from studio.delivery import journal_file, journal_lines
from studio.delivery import locked as locking
from studio.delivery.journal_file import JournalFile, journal_path, open_journal
from studio.delivery.journal_lines import lines_path
from studio.errors import StudioError
from studio.model.journal import Entry, Flow, State
from tests.studio.delivery import shop as small

FLOW = Flow("shop:A", "p1", "cart", "nb")
SENT = Entry("flow", "flow", State.SENT, "d", "Navn – å", sent='{"body": 1}', at="2026-11-20T10:00:00+00:00")
DONE = Entry("flow", "flow", State.DONE, "d", "Navn – å", "17", "{}", "{}", "2026-11-20T10:00:00+00:00")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "garn.fabel"


def test_what_was_written_is_read_again(file):
    with open_journal(file) as journal:
        journal.write(FLOW, SENT)
        journal.write(FLOW, DONE)
    with open_journal(file) as journal:
        assert journal.entries(FLOW) == Map({"flow": DONE})
        assert journal.entries(Flow("shop:B", "p1", "cart", "nb")) == Map()
        assert journal.entries(Flow("shop:A", "p2", "cart", "nb")) == Map()


def without_project(held):
    return {**held, "flow": {name: value for name, value in held["flow"].items() if name != "project"}}


@pytest.mark.parametrize("closed", [True, False])
def test_a_journal_from_before_flows_named_their_project_is_the_file_s(file, closed):
    with open_journal(file) as journal:
        journal.write(FLOW, DONE)
        lines = lines_path(journal_path(file)).read_text("utf-8")
    if closed:
        held = json.loads(journal_path(file).read_text("utf-8"))
        older = {**held, "schema": 1, "flows": [without_project(each) for each in held["flows"]]}
        journal_path(file).write_text(json.dumps(older), "utf-8")
    else:
        journal_path(file).unlink()
        older = {**without_project(json.loads(lines)), "schema": 1}
        lines_path(journal_path(file)).write_text(json.dumps(older) + "\n", "utf-8")
    with open_journal(file) as journal:
        assert journal.entries(FLOW) == Map({"flow": DONE})
        journal.write(FLOW, replace(DONE, key="other"))
    with open_journal(file) as journal:
        assert set(journal.entries(FLOW)) == {"flow", "other"}
        for key in ("flow", "other"):
            journal.forget(FLOW, key)
    with open_journal(file) as journal:
        assert journal.entries(FLOW) == Map()


def test_what_a_service_refused_is_forgotten_and_counts_nowhere(file):
    with open_journal(file) as journal:
        journal.write(FLOW, SENT)
        journal.forget(FLOW, "flow")
        journal.forget(FLOW, "nothing")
        assert JournalFile(journal_path(file)).entries(FLOW) == Map()
    with open_journal(file) as journal:
        assert journal.entries(FLOW) == Map()
        assert journal.sent_today("shop:A", "flow", "2026-11-20") == 0


def test_the_journal_lies_beside_the_file_and_nothing_else_is_left(file):
    with open_journal(file) as journal:
        journal.write(FLOW, DONE)
    assert [path.name for path in file.parent.iterdir()] == ["garn.fabel.journal"]


def test_every_write_is_on_the_disk_when_it_returns(file):
    with open_journal(file) as journal:
        journal.write(FLOW, SENT)
        assert JournalFile(journal_path(file)).entries(FLOW)["flow"] == SENT


def test_a_day_counts_what_was_sent_also_when_the_same_thing_is_made_twice(file):
    with open_journal(file) as journal:
        for entry in (SENT, DONE, SENT, DONE):
            journal.write(FLOW, entry)
    with open_journal(file) as journal:
        assert journal.sent_today("shop:A", "flow", "2026-11-20") == 2
        assert journal.sent_today("shop:A", "flow", "2026-11-21") == 0
        assert journal.sent_today("shop:B", "flow", "2026-11-20") == 0


DAMAGED = [
    b"",
    b"{",
    b"[]",
    b"{}",
    b"null",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"schema": 1, "flows": 3, "made": []}',
    b'{"schema": 1, "flows": [{"flow": {}, "entries": [{"odd": 1}]}], "made": []}',
]


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_journal_is_refused_and_left_as_it_is(file, content):
    journal_path(file).write_bytes(content)
    with pytest.raises(StudioError, match="cannot be read"), open_journal(file):
        pass
    assert journal_path(file).read_bytes() == content


def test_a_newer_journal_is_refused_kindly_and_left_as_it_is(file):
    journal_path(file).write_text(json.dumps({"schema": 3, "other": 1}))
    with pytest.raises(StudioError, match="newer Fabel"), open_journal(file):
        pass
    assert json.loads(journal_path(file).read_text())["other"] == 1


def test_two_pushes_at_once_are_refused(file):
    with open_journal(file), pytest.raises(StudioError, match="Another push"), open_journal(file):
        pass
    with open_journal(file):
        pass


def test_a_lock_that_was_taken_away_while_waiting_is_taken_anew(tmp_path, monkeypatch):
    path, take = tmp_path / "x.lock", locking._take
    taken = []

    def slow(file):
        take(file)
        taken.append(file)
        if len(taken) == 1:
            path.unlink()

    monkeypatch.setattr(locking, "_take", slow)
    with locking.locked(path):
        assert path.exists()
    assert len(taken) == 2


def test_a_push_that_was_killed_leaves_no_lock(file):
    code = (
        "import os, sys, pathlib; from studio.delivery.journal_file import open_journal\n"
        "with open_journal(pathlib.Path(sys.argv[1])): os._exit(9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], check=False, cwd=journal_file.__file__.split("studio")[0]
    )
    assert done.returncode == 9
    with open_journal(file) as journal:
        journal.write(FLOW, DONE)


def test_a_folder_that_does_not_exist_is_said(file):
    with pytest.raises(StudioError, match="cannot be written"), open_journal(file.parent / "gone" / "x.fabel"):
        pass


def test_a_write_that_fails_leaves_the_last_state(file, monkeypatch):
    with open_journal(file) as journal:
        journal.write(FLOW, SENT)
        monkeypatch.setattr(journal_file.os, "fsync", full_disk)
        with pytest.raises(StudioError, match="No space left"):
            journal.write(FLOW, DONE)
        assert journal.entries(FLOW)["flow"] == SENT
        assert JournalFile(journal_path(file)).entries(FLOW)["flow"] == SENT


def full_disk(descriptor):
    raise OSError(28, "No space left on device")


@given(name=st.text(), answer=st.text(), key=st.text(min_size=1))
def test_any_words_survive(tmp_path_factory, name, answer, key):
    path = tmp_path_factory.mktemp("journal") / "x.journal"
    entry = Entry(key, "flow", State.DONE, "d", name, answer=answer)
    JournalFile(path).write(FLOW, entry)
    assert JournalFile(path).entries(FLOW)[key] == entry


def test_a_push_with_a_journal_file_resumes_in_the_next_run(file, shop, deliver):
    shop.faults = {2: "before"}
    with open_journal(file) as journal:
        deliver(kept=journal)
    with open_journal(file) as journal:
        assert [thing.action.value for thing in deliver(kept=journal).things].count("unchanged") == 2
    assert len(shop.of("letters")) == 2
    assert small.KEY not in journal_path(file).read_text()


def entry(number, state=State.DONE):
    return Entry(f"letter:{number}", "letter", state, "d", "Navn", at="2026-11-20T10:00:00+00:00")


def made(number):
    return entry(number, State.SENT), entry(number)


def left_behind(file, *entries):
    """Write as a program does that is then killed: nothing is closed."""
    journal = JournalFile(journal_path(file))
    for one in entries:
        journal.write(FLOW, one)
    return lines_path(journal_path(file))


def known(file):
    with open_journal(file) as journal:
        return sorted(journal.entries(FLOW)), journal.sent_today("shop:A", "letter", "2026-11-20")


def test_a_write_adds_a_line_and_leaves_the_whole_alone(file):
    with open_journal(file) as journal:
        journal.write(FLOW, SENT)
    before = journal_path(file).read_bytes()
    lines = left_behind(file, entry(1), entry(2))
    assert journal_path(file).read_bytes() == before
    assert [json.loads(line)["entry"]["key"] for line in lines.read_text().splitlines()] == ["letter:1", "letter:2"]


def test_a_file_of_before_the_lines_is_read_and_added_to(file):
    whole = {"schema": 1, "flows": [], "made": [["shop:A", "letter", "2026-11-20", 3]]}
    journal_path(file).write_text(json.dumps(whole))
    left_behind(file, *made(1))
    assert known(file) == (["letter:1"], 4)


def test_what_a_killed_push_wrote_is_taken_up_by_the_next(file):
    lines = left_behind(file, *made(1), entry(2, State.SENT))
    with open_journal(file) as journal:
        assert journal.entries(FLOW)["letter:2"].state is State.SENT
        assert not lines.exists()
        journal.write(FLOW, entry(2))
    assert known(file) == (["letter:1", "letter:2"], 2)


def test_a_crash_after_the_lines_were_taken_up_counts_nothing_twice(file):
    lines = left_behind(file, *made(1), *made(2), *made(3))
    JournalFile(journal_path(file)).forget(FLOW, "letter:3")
    kept = lines.read_bytes()
    known(file)
    lines.write_bytes(kept)
    assert known(file) == (["letter:1", "letter:2"], 3)


@pytest.mark.parametrize("torn", [b'{"schema": 1, "fl', b"{", b"\0\0\0\0", b"\0\0\0\n", b"\xc3"])
def test_a_last_line_that_broke_off_is_overlooked_and_written_over(file, torn):
    lines = left_behind(file, *made(1))
    with lines.open("ab") as end:
        end.write(torn)
    journal = JournalFile(journal_path(file))
    for one in made(2):
        journal.write(FLOW, one)
    assert torn not in lines.read_bytes()[-len(torn) - 1 :]
    assert known(file) == (["letter:1", "letter:2"], 2)


@given(cut=st.integers(0))
def test_cut_anywhere_the_lines_before_are_kept(tmp_path_factory, cut):
    file = tmp_path_factory.mktemp("journal") / "x"
    lines = left_behind(file, *(entry(number) for number in range(3)))
    raw = lines.read_bytes()
    cut %= len(raw) + 1
    lines.write_bytes(raw[:cut])
    whole = raw[:cut].count(b"\n")
    assert len(known(file)[0]) in (whole, whole + (raw[cut : cut + 1] == b"\n"))


@pytest.mark.parametrize(
    "content",
    [b"{}\n", b"nonsense\n", b"[]\n", b'{"schema": 1, "flow": {}, "entry": {"odd": 1}, "made": 0}\n', b"[" * 99_999],
)
def test_damaged_lines_are_refused_and_left_as_they_are(file, content):
    lines = left_behind(file, entry(1))
    lines.write_bytes(content + lines.read_bytes())
    before = lines.read_bytes()
    with pytest.raises(StudioError, match=r"journal\.lines cannot be read"), open_journal(file):
        pass
    assert lines.read_bytes() == before


def test_newer_lines_are_refused_kindly(file):
    left_behind(file).write_text('{"schema": 3}\n')
    with pytest.raises(StudioError, match="newer Fabel"), open_journal(file):
        pass


def test_where_the_whole_cannot_be_written_the_lines_stay(file, monkeypatch):
    with open_journal(file) as journal:
        for one in made(1):
            journal.write(FLOW, one)
        monkeypatch.setattr(journal_file.os, "fsync", full_disk)
    assert lines_path(journal_path(file)).exists()
    with pytest.raises(StudioError, match="No space left"), open_journal(file):
        pass
    monkeypatch.undo()
    assert known(file) == (["letter:1"], 1)


def test_a_write_of_which_only_half_fits_leaves_nothing(file, monkeypatch):
    lines = left_behind(file, entry(1))
    before = lines.read_bytes()
    journal = JournalFile(journal_path(file))
    monkeypatch.setattr(journal_lines, "_write", half)
    with pytest.raises(StudioError, match="No space left"):
        journal.write(FLOW, entry(2))
    assert lines.read_bytes() == before


def half(file, raw):
    file.write(raw[: len(raw) // 2])
    full_disk(file)


def test_the_size_of_a_write_does_not_grow_with_the_journal(file):
    lines = left_behind(file, *(entry(number) for number in range(100, 200)))
    assert len({len(line) for line in lines.read_bytes().splitlines()}) == 1
    assert not journal_path(file).exists()
