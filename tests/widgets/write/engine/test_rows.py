"""The manuscript as rows: what stands under what, and how each text stands."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.edits.blocks import add_block
from studio.edits.texts import block_text, subject, write
from studio.edits.translate import translate
from studio.edits.variants import set_override
from studio.model.message import Block
from studio.model.trade import Channel
from widgets.write.engine.rows import RowKind, Sheaf, State, rows


@pytest.fixture
def shown(project):
    return rows(project, project.sequence_order[0], "nb")


def kinds(shown, message="reminder"):
    return [row.kind.value for row in shown if row.message == message]


def test_a_message_is_its_head_its_variants_its_blocks_and_a_hint(shown):
    assert kinds(shown)[:6] == ["head", "subject", "preheader", "subject", "preheader", "variants"]
    assert kinds(shown)[-1] == "hint"


def test_messages_come_in_the_order_in_which_they_are_sent(shown):
    heads = [(row.message, row.minutes) for row in shown if row.kind is RowKind.HEAD]
    assert [message for message, _ in heads] == ["reminder", "questions", "offer"]
    assert [minutes for _, minutes in heads] == sorted(minutes for _, minutes in heads)


def test_every_row_has_a_key_of_its_own(shown):
    assert len({row.key for row in shown}) == len(shown)


def test_every_written_row_has_an_address_and_painted_ones_have_none(shown):
    for row in shown:
        assert (row.spoken is None) == (row.is_protected or row.kind is RowKind.HINT)


def test_a_text_without_translation_shows_its_source(project):
    shown = rows(write(project, block_text("one"), "nl", ""), project.sequence_order[0], "nl")
    row = next(row for row in shown if row.block == "one")
    assert (row.state, row.words, row.source) == (State.MISSING, "", "Hei du")


def test_a_translation_of_older_words_is_stale(project):
    project = translate(project, block_text("one"), "nl", "Hoi", "nb")
    project = write(project, block_text("one"), "nb", "Hei dere")
    row = next(row for row in rows(project, project.sequence_order[0], "nl") if row.block == "one")
    assert (row.state, row.words, row.source) == (State.STALE, "Hoi", "Hei dere")


def test_what_a_variant_puts_in_a_blocks_place_stands_after_it(project):
    project = set_override(project, "reminder-b", "one", Block("one", "paragraph"))
    shown = [row for row in rows(project, project.sequence_order[0], "nb") if row.block == "one"]
    assert [row.variant for row in shown] == ["", "reminder-b"]
    assert not shown[1].flows


def test_rows_that_nothing_touched_are_the_same_objects(project):
    sheaf, sequence = Sheaf(), project.sequence_order[0]
    before = sheaf.rows(project, sequence, "nb")
    after = sheaf.rows(write(project, subject("offer-a"), "nb", "Ny"), sequence, "nb")
    changed = [new.message for old, new in zip(before, after, strict=True) if old is not new]
    assert set(changed) == {"offer"}


def test_a_new_card_has_rows_for_its_texts(project):
    project = add_block(project, "reminder", Block("q", "quote"))
    shown = [row for row in rows(project, project.sequence_order[0], "nb") if row.block == "q"]
    assert [(row.kind, row.field, row.state) for row in shown] == [
        (RowKind.TEXT, "text", State.EMPTY),
        (RowKind.SMALL, "author", State.EMPTY),
    ]


def test_a_missing_sequence_has_no_rows(project):
    assert rows(project, "none", "nb") == ()
    assert rows(replace(project), "", "nb") == ()


@pytest.mark.parametrize(("style", "look"), [("solid", "label"), ("outline", "textlink")])
def test_a_button_that_readers_see_as_a_link_looks_like_one(project, style, look):
    project = add_block(project, "reminder", Block("go", "button", settings=Map(style=style)))
    made = rows(project, project.sequence_order[0], "nb")
    assert [row.look for row in made if row.block == "go"] == [look]


def test_room_closes_a_message_without_a_hint(project):
    project = replace(project, messages=project.messages.set("reminder", _sms(project)))
    made = [row for row in rows(project, project.sequence_order[0], "nb") if row.message == "reminder"]
    assert [row.ends for row in made] == [False] * (len(made) - 1) + [True]


def _sms(project):
    return replace(project.messages["reminder"], channel=Channel.SMS, variants=())
