from dataclasses import replace

import pytest
from immutables import Map

from studio.delivery import record
from studio.delivery.decision import Change, Keep, Replace, decide
from studio.delivery.dotted import at_path, kept, put
from studio.exporters.service import Resource
from studio.model.journal import Entry, State
from tests.studio.delivery import shop

LETTER = shop.letter()
ENTRY = Entry(
    LETTER.key, "letter", State.DONE, record.digest(LETTER), LETTER.name, "5", "{}", record.pack(record.Sent({}))
)
CHANGED = shop.letter(words="Hallo!")


def test_the_digest_changes_with_words_name_and_picture():
    bodies = [LETTER, CHANGED, shop.letter(title="x"), shop.picture("d1"), shop.picture("d2")]
    assert len({record.digest(request) for request in bodies}) == 5
    assert record.digest(LETTER) == record.digest(shop.letter())


def test_what_was_sent_can_be_unpacked():
    packed = record.pack(record.Sent({"a": "å"}, Map({"b": "c"})))
    assert record.unpack(replace(ENTRY, sent=packed)) == record.Sent({"a": "å"}, Map({"b": "c"}))
    assert record.unpack(replace(ENTRY, sent="")) == record.Sent()


def test_a_stamp_changes_with_content_and_id_and_is_empty_before_the_thing_exists():
    stamps = {record.stamp(entry) for entry in (ENTRY, replace(ENTRY, digest="x"), replace(ENTRY, remote_id="6"))}
    assert len(stamps) == 3
    assert record.stamp(None) == record.stamp(replace(ENTRY, state=State.SENT)) == ""


def decided(request, touched=frozenset(), **resource):
    return decide(request, ENTRY, Resource("letter", "data.id", **resource), touched)


def test_the_same_content_is_kept():
    assert decided(LETTER, update=shop.patched) == Keep()


def test_changed_content_is_changed_in_place():
    assert isinstance(decided(CHANGED, update=lambda *_: ("call",)), Change)


def test_something_touched_is_asked_of_the_updater():
    heard = []
    decided(LETTER, frozenset({"x"}), update=lambda *told: heard.append(told) or ())
    assert heard == [("5", "{}", {}, LETTER.body, frozenset({"x"}))]


def test_an_update_without_calls_is_only_noted():
    assert decided(CHANGED, update=lambda *_: ()) == Keep(note=True)


@pytest.mark.parametrize("resource", [{}, {"update": lambda *_: None}])
def test_what_cannot_be_changed_is_replaced(resource):
    assert isinstance(decided(CHANGED, **resource), Replace)


def test_a_put_is_its_own_update():
    decision = decided(replace(CHANGED, method="PUT"))
    assert [call.method for call in decision.calls] == ["PUT"]


ANSWER = {"data": {"id": 1, "list": [{"id": "a"}, {"id": "b"}]}, "noise": 1}


@pytest.mark.parametrize(
    ("path", "value"), [("data.id", 1), ("data.list.1.id", "b"), ("data.list.2.id", None), ("x.y", None), ("", ANSWER)]
)
def test_a_dotted_path_reads_maps_and_lists(path, value):
    assert at_path(ANSWER, path) == value


def test_what_is_kept_can_be_read_by_the_same_paths():
    paths = ["data.list.1.id", "data.id", "gone.x"]
    small = kept(ANSWER, paths)
    assert [at_path(small, path) for path in paths] == ["b", 1, None]
    assert "noise" not in small


def test_laying_a_value_down_never_replaces_another():
    tree = {"data": {"id": 1}}
    put(tree, "data.id", 2)
    put(tree, "data.id.x", 3)
    put(tree, "data.name", "a")
    assert tree == {"data": {"id": 1, "name": "a"}}


def test_a_longer_path_adds_nothing_to_what_is_kept_whole():
    assert kept(ANSWER, ["data", "data.list.0.id"]) == {"data": ANSWER["data"]}
