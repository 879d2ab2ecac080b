"""Several people write at once, and nobody's words are lost."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from studio.model.steps import Send
from studio.store.store import open_store
from tests.studio.store.shop import called, said, waiting, without_message, words, write


def test_a_norwegian_writer_and_a_swedish_translator_never_collide(store, project, colleague):
    write(colleague, project, said(project, "b1", "Varukorgen väntar", "sv"))
    written = write(store, project, said(project, "b1", "Kurven venter"))
    assert written.clashes == ()
    assert (words(written.project, "b1"), words(written.project, "b1", "sv")) == ("Kurven venter", "Varukorgen väntar")


def test_two_writers_in_one_message_are_merged_block_by_block(store, project, colleague):
    write(colleague, project, said(project, "b1", "Deres"))
    written = write(store, project, said(project, "b2", "Mine"))
    assert (words(written.project, "b1"), words(written.project, "b2")) == ("Deres", "Mine")
    assert colleague.load(project.id) == written.project


def test_the_same_words_written_twice_differently_are_both_kept(store, project, colleague):
    write(colleague, project, said(project, "b1", "Deres"))
    written = write(store, project, said(project, "b1", "Mine"))
    (kept,) = colleague.conflicts.of(project.id)
    assert words(written.project, "b1") == "Deres"
    assert [clash.mine.words for clash in written.clashes] == ["Mine"]
    assert (kept.mine, kept.theirs, kept.base) == (
        {"words": "Mine"},
        {"words": "Deres"},
        {"words": "Handlekurven venter"},
    )
    assert kept.path == ("blocks", "b1", "texts", "text", "texts", "nb")


def test_a_settled_conflict_waits_no_more(store, project, colleague):
    write(colleague, project, said(project, "b1", "Deres"))
    write(store, project, said(project, "b1", "Mine"))
    store.conflicts.settle(store.conflicts.of(project.id)[0].id)
    assert colleague.conflicts.of(project.id) == ()


def test_the_same_words_written_twice_alike_are_no_conflict(store, project, colleague):
    write(colleague, project, said(project, "b1", "Likt"))
    assert write(store, project, said(project, "b1", "Likt")).clashes == ()


def test_a_write_repeated_after_a_lost_answer_changes_nothing(store, project):
    first = write(store, project, said(project, "b1", "Nytt"))
    again = write(store, project, said(project, "b1", "Nytt"))
    assert (again.revision, again.clashes) == (first.revision, ())


def test_a_writer_who_has_not_seen_the_merge_still_loses_nothing(store, project, colleague):
    write(colleague, project, said(project, "b1", "Deres"))
    mine = said(project, "b2", "Mine")
    write(store, project, mine)
    later = write(store, mine, said(mine, "b3", "Mer")).project
    assert [words(later, block) for block in ("b1", "b2", "b3")] == ["Deres", "Mine", "Mer"]


def test_edits_of_different_settings_are_merged(store, project, colleague):
    write(colleague, project, called(project, "s1", "Deres navn"))
    written = write(store, project, waiting(project, "s1", 90))
    merged = written.project.sequences["s1"]
    assert (merged.name, merged.steps[0].minutes, written.clashes) == ("Deres navn", 90, ())


def test_words_written_for_a_removed_message_are_kept(store, project, colleague):
    write(colleague, project, without_message(project, "s1", "m1"))
    written = write(store, project, said(project, "b1", "Mine ord"))
    assert "b1" not in written.project.blocks
    assert "Mine ord" in str([kept.mine for kept in store.conflicts.of(project.id)])


def test_a_step_that_sends_what_a_colleague_removed_is_not_let_in(store, project, colleague):
    write(colleague, project, without_message(project, "s1", "m1"))
    second = project.sequences["s2"]
    sending = replace(second, steps=(*second.steps, Send("t9", "m1")))
    mine = replace(project, sequences=project.sequences.set("s2", sending))
    written = write(store, project, said(mine, "b4", "Mine ord"))
    assert written.project.sequences["s2"] == second
    assert words(written.project, "b4") == "Mine ord"
    assert [kept.path for kept in store.conflicts.of(project.id)] == [("sequences", "s2")]


def test_a_removal_does_not_take_along_what_a_colleague_wrote(store, project, colleague):
    write(colleague, project, said(project, "b1", "Deres ord"))
    written = write(store, project, without_message(project, "s1", "m1"))
    assert words(written.project, "b1") == "Deres ord"
    assert "m1" in written.project.messages
    assert written.clashes


def test_loading_brings_what_a_colleague_wrote_since(store, project, colleague):
    smaller = write(colleague, project, without_message(project, "s1", "m1")).project
    write(colleague, smaller, said(smaller, "b3", "Ny frakt", "sv"))
    assert store.load(project.id) == colleague.load(project.id)
    assert words(store.load(project.id), "b3", "sv") == "Ny frakt"


def write_often(store, project, block, times):
    """Write one block again and again, always from what was seen last."""
    seen, clashes = store.load(project.id), 0
    for number in range(times):
        written = write(store, seen, said(seen, block, f"{block} {number}"))
        seen, clashes = written.project, clashes + len(written.clashes)
    return clashes


def test_threads_writing_at_once_lose_nothing(store, project):
    blocks = ("b1", "b2", "b3")
    with ThreadPoolExecutor(3) as pool:
        clashes = list(pool.map(lambda block: write_often(store, project, block, 15), blocks))
    after = store.load(project.id)
    assert clashes == [0, 0, 0]
    assert [words(after, block) for block in blocks] == ["b1 14", "b2 14", "b3 14"]


def test_threads_writing_the_same_words_keep_every_version_that_lost(store, project, colleague):
    with ThreadPoolExecutor(2) as pool:
        told = sum(pool.map(lambda each: write_often(each, project, "b1", 15), (store, colleague)))
    assert len(store.conflicts.of(project.id)) == told


def another_program(address, project, block, times):
    command = [sys.executable, "-m", "tests.studio.store.writer", address, project.id, block, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_programs_writing_at_once_lose_nothing(address, store, project):
    blocks = ("b1", "b2")
    others = [another_program(address, project, block, 15) for block in blocks]
    assert write_often(store, project, "b3", 15) == 0
    assert [other.communicate()[0].split()[-1] for other in others] == ["14", "14"]
    assert [words(store.load(project.id), block) for block in (*blocks, "b3")] == ["b1 14", "b2 14", "b3 14"]


@pytest.mark.parametrize("lines", [1, 4, 9])
def test_a_program_killed_while_writing_leaves_all_or_nothing(address, store, project, lines):
    with another_program(address, project, "b1+b3", 10**6) as other:
        seen = [other.stdout.readline() for _ in range(lines)][-1]
        other.kill()
    with open_store(address) as opened:
        after = opened.load(project.id)
    number = int(words(after, "b1").split()[-1])
    assert words(after, "b3") == f"b3 {number}"
    assert number >= int(seen)


def test_programs_that_make_the_same_workspace_agree(address):
    code = "import sys; from studio.store.store import open_store; open_store(sys.argv[1]).close()"
    others = [subprocess.Popen([sys.executable, "-c", code, address]) for _ in range(3)]
    assert [other.wait() for other in others] == [0, 0, 0]
    with open_store(address) as opened:
        assert opened.projects() == ()
