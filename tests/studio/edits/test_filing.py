"""The library's verbs: what is filed, tagged, archived and trashed is whole and comes back as it was."""

import pytest

from studio.edits.change import apply, difference, inverse
from studio.edits.duplicate import copy_project
from studio.edits.filing import archive, file_in, filing_of, restore, tag, trash, untag
from studio.errors import StudioError
from studio.model.codec import from_plain, to_plain
from studio.model.filing import Filing, Shelf
from studio.model.project import Project
from studio.model.validity import problems
from tests.studio.edits.samples import mint, sample

AT = "2026-11-21T12:00:00+00:00"
PLACES = pytest.mark.parametrize("sequence", ["", "flow"])


@PLACES
def test_what_is_trashed_is_whole_and_comes_back_as_it_was(sequence):
    project = file_in(sample(), "Winter", sequence)
    trashed = trash(project, AT, sequence)
    assert filing_of(trashed, sequence) == Filing("Winter", (), Shelf.TRASHED, AT)
    assert restore(trashed, sequence) == project


@PLACES
def test_archiving_again_keeps_the_first_moment(sequence):
    archived = archive(sample(), AT, sequence)
    assert archive(archived, "2027-01-01T00:00:00+00:00", sequence) is archived


@PLACES
def test_every_filing_can_be_undone(sequence):
    before = sample()
    after = trash(tag(file_in(before, "A", sequence), "b", sequence), AT, sequence)
    assert apply(inverse(difference(before, after)), after) == before


def test_a_tag_is_there_once_however_it_is_spelt():
    project = tag(tag(sample(), " Black  Week "), "black week")
    assert project.filing.tags == ("Black Week",)
    assert untag(project, "BLACK WEEK").filing.tags == ()


@pytest.mark.parametrize(("verb", "name"), [(tag, "  "), (tag, "x" * 61), (file_in, "x" * 61)])
def test_a_name_that_is_none_or_too_long_is_refused(verb, name):
    with pytest.raises(StudioError):
        verb(sample(), name)


def test_a_sequence_that_is_not_there_is_refused():
    with pytest.raises(StudioError, match="no sequence"):
        trash(sample(), AT, "nowhere")


def test_a_project_from_before_there_was_filing_is_active():
    plain = to_plain(sample())
    assert "filing" not in plain
    assert from_plain(Project, plain).filing.shelf is Shelf.ACTIVE


def test_a_copied_project_shares_no_id_that_a_service_knows():
    project = sample()
    copy = copy_project(project, "Sample copy", mint())
    for kind in ("sequences", "messages", "blocks", "variants"):
        assert len(getattr(copy, kind)) == len(getattr(project, kind))
        assert not set(getattr(copy, kind)) & set(getattr(project, kind))
    assert (copy.name, copy.id != project.id, problems(copy)) == ("Sample copy", True, ())


def test_a_copied_project_says_the_same():
    project = sample()
    copy = copy_project(project, "Copy", mint())
    assert sorted(block.words("text", "nb") for block in copy.blocks.values()) == sorted(
        block.words("text", "nb") for block in project.blocks.values()
    )
    assert (copy.assets, copy.brand, copy.personas) == (project.assets, project.brand, project.personas)
