"""The personas that ship are sound data, and their pictures are there."""

import pytest

from studio.errors import StudioError
from studio.render.personas import read_persona, sample_personas, sample_picture, sample_pictures, with_pictures

ALL = {persona.id: persona for persona in sample_personas()}


def test_the_hard_cases_are_among_them():
    assert ALL["uten-navn"].event.first_name == ""
    assert len(ALL["tolv-varer"].event.items) == 12
    assert ALL["tom-kurv"].event.items == ()
    assert "🌲" in ALL["tegn"].event.first_name
    assert "{{" in ALL["tegn"].event.items[1].name


def test_every_language_of_the_presets_has_a_reader():
    assert {"nb", "sv", "nl", "en"} <= {persona.language for persona in ALL.values()}


@pytest.mark.parametrize("persona", ALL.values(), ids=ALL)
def test_a_cart_sums_up_and_its_pictures_exist(persona):
    event = persona.event
    assert event.total == sum(item.price * item.quantity for item in event.items)
    assert all(path.is_file() for path in sample_pictures(persona))


@pytest.mark.parametrize("name", ["boot", "slipper", "trail", "laces", "wax", "socks", "brush", "portrait"])
def test_a_picture_is_a_small_png(name):
    content = sample_picture(f"{name}.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) < 30_000


def test_pictures_get_the_address_the_caller_gives():
    items = with_pictures(ALL["kari"], lambda name: f"cid:{name}").event.items
    assert [item.image for item in items] == ["cid:boot.png", "cid:wax.png"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "x.json: line 1: this is not valid JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"schema": ' + "9" * 5000 + "}", "too large"),
        (r'{"schema": 1, "name": "\ud800"}', "half a character"),
        ("[]", "no persona of schema 1"),
        ('{"schema": 2}', "no persona of schema 1"),
        ('{"schema": 1, "id": "a", "name": "A"}', "“event” is missing"),
        ('{"schema": 1, "id": "a", "name": "A", "event": {"cart_total": "mye"}}', "event.total: expected a number"),
    ],
)
def test_a_broken_persona_is_refused_with_its_place(text, sentence):
    with pytest.raises(StudioError, match=sentence):
        read_persona(text, "x.json")
