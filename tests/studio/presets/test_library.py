"""The library: every preset that can be read is offered, every broken one is named with file, line and fault."""

from itertools import pairwise

import pytest

from studio.errors import WrongUse
from studio.model.outline import sendings
from studio.model.trade import Channel
from studio.presets.faults import FileFault
from studio.presets.library import read_library
from studio.presets.structure import read_preset


def test_a_preset_is_read_with_its_languages(tiny):
    preset = read_library([tiny.path.parent]).preset("tiny")
    assert preset.languages == ("nb", "sv")
    assert [message.id for message in preset.messages] == ["one"]


def test_names_of_arms_come_in_the_interface_language(tiny):
    _, split = read_preset(tiny.path).steps("nb")
    assert (split.name, [arm.name for arm in split.arms]) == ("Verdt det?", ["Stor", "Rest"])


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('kind = "button"', 'kind = "buton"', 15, "buton"),
        ('send = "one"', 'send = "two"', 25, "two"),
        ("wait = 60", "wiat = 60", 18, "wiat"),
        ("cart.total at_least 1500", "cart.sum at_least 1500", 23, "cart.sum"),
        ('event = "cart_abandoned"', 'event = "cart_left"', 6, "cart_left"),
        ("schema = 1", "schema = 2", 2, "schema 1"),
        ('angle = "reminder"', 'angel = "reminder"', 13, "angel"),
        ('exits = ["order_placed"]', "exits = [", 5, "TOML"),
        ('when = ["cart.total at_least 1500"]', "when = 3", 23, "list"),
        ("cart.total at_least 1500", "cart.total at_least", 23, "cart.total"),
        ("cart.total at_least 1500", "cart.total at_least nan", 23, "a number"),
        ('name = "B"', 'name = "a"', 11, "“a”"),
        ('id = "go"', 'id = "text"', 14, "“text”"),
        ("weight = 50 }]", "weight = 0 }]", 11, "larger than 0"),
        ('blocks = [{ id = "text"', 'blocks = [{ id = "A"', 15, "“A”"),
        ('kind = "button"', 'kind = "button", settings = { style = 3 }', 15, "style"),
        ("wait = 60", "wait = -60", 1, "0 minutes"),
        ('name = "Rest"', 'name = "Rest"\nwhen = ["consent.sms yes"]', 1, "last without"),
    ],
)
def test_a_fault_names_file_line_and_reason(tiny, old, new, line, said):
    tiny.broken(old, new)
    with pytest.raises(FileFault, match=said) as refusal:
        read_preset(tiny.path)
    assert "tiny/preset.toml" in str(refusal.value)
    assert abs(refusal.value.line - line) <= 1


def test_a_broken_preset_stops_none_of_the_others(tiny, root):
    tiny.broken("wait = 60", "wait = 'soon'")
    library = read_library([root / "presets", tiny.path.parent])
    assert "cart-classic" in library.presets
    assert [fault.line for fault in library.faults] != []
    with pytest.raises(FileFault):
        library.preset("tiny")


def test_an_unknown_name_is_answered_with_the_known_ones(tiny):
    with pytest.raises(WrongUse, match="tiny"):
        read_library([tiny.path.parent]).preset("teeny")


def test_the_user_s_own_preset_wins_over_the_shipped_one(tiny, tmp_path):
    own = type(tiny)(tmp_path / "own")
    library = read_library([tiny.path.parent, own.path.parent])
    assert library.preset("tiny").folder == own.path


def test_every_shipped_preset_reads(root):
    library = read_library([root / "presets"])
    assert library.faults == ()
    assert {"cart-classic", "welcome-story", "cart-incentive-ladder"} <= set(library.presets)


@pytest.mark.parametrize("name", ["cart-classic", "welcome-story", "cart-incentive-ladder"])
def test_no_shipped_preset_says_the_same_angle_twice_in_a_row(root, name):
    # Document 002: another angle each time; of the arms of a split each is read by itself.
    preset = read_library([root / "presets"]).preset(name)
    angles = {message.id: message.angle for message in preset.messages}
    sent = list(sendings(preset.steps("en")))
    ways = {sending.arms for sending in sent}
    for way in ways:
        read = [angles[sending.message] for sending in sent if sending.arms in ((), way)]
        assert [first for first, second in pairwise(read) if first == second] == []


@pytest.mark.parametrize("name", ["cart-classic", "cart-incentive-ladder"])
def test_every_recovery_e_mail_shows_the_cart_and_one_way_back(root, name):
    # Documents 000 and 004: the product with picture and price, and one direct link back.
    for message in read_library([root / "presets"]).preset(name).messages:
        kinds = [block.kind for block in message.blocks]
        if message.channel is Channel.EMAIL:
            assert (kinds.count("cart"), kinds.count("button")) == (1, 1), message.id


def test_a_fact_is_only_asked_in_its_own_way(tiny):
    tiny.broken("cart.total at_least 1500", "cart.total yes")
    with pytest.raises(FileFault, match="at_least or less_than"):
        read_preset(tiny.path)
