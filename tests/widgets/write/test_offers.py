from studio.i18n import NullTranslator
from studio.model.called import KIND_NAMES, OBJECTION_NAMES, TEXT_NAMES
from studio.model.kinds import BLOCK_KINDS
from studio.model.trade import Angle, Beat, Channel, Objection
from studio.tags.parser import parse_tag
from widgets.names import ANGLES, BEAT_LINES, BEATS
from widgets.theme.icons import _code_points
from widgets.write import names
from widgets.write.offers import GROUPS, beat_choices, block_choices, tag_choices

WORDS = NullTranslator()


def test_every_kind_text_and_setting_has_a_name():
    assert set(names.KINDS) == set(KIND_NAMES) == set(BLOCK_KINDS)
    assert {text for kind in BLOCK_KINDS.values() for text in kind.texts} <= set(TEXT_NAMES)
    assert {name for kind in BLOCK_KINDS.values() for name in kind.settings} <= set(names.SETTINGS)


def test_every_beat_angle_and_objection_has_a_name():
    assert set(BEATS) == set(BEAT_LINES) == set(Beat)
    assert set(ANGLES) == set(Angle)
    assert set(OBJECTION_NAMES) == set(Objection)


def test_every_icon_exists():
    icons = [name.icon for name in names.KINDS.values()] + [icon for _, icon in GROUPS.values()]
    assert [icon for icon in icons if icon.removeprefix("ph.") not in _code_points()] == []


def test_only_kinds_of_the_channel_are_offered():
    assert [choice.id for choice in block_choices(WORDS, Channel.SMS, [])] == ["sms"]
    assert "sms" not in [choice.id for choice in block_choices(WORDS, Channel.EMAIL, [])]


def test_what_was_used_last_comes_first():
    ids = [choice.id for choice in block_choices(WORDS, Channel.EMAIL, ["faq", "button"])]
    assert ids[:3] == ["faq", "button", "paragraph"]


def test_every_merge_tag_offered_is_understood(cart_project):
    choices = tag_choices(WORDS, cart_project[0], "nb")
    assert len({choice.id for choice in choices}) == len(choices)
    for choice in choices:
        parse_tag(choice.id)


def test_facts_of_the_shop_show_what_they_say(cart_project):
    project = cart_project[0]
    found = next(choice for choice in tag_choices(WORDS, project, "nb") if choice.id == "shop.return_days")
    assert found.detail == project.brand.facts["return_days"].words("nb")


def test_beats_say_what_they_do():
    assert all(choice.detail for choice in beat_choices(WORDS))
