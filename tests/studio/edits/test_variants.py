import pytest
from immutables import Map

from studio.edits.messages import add_message
from studio.edits.variants import (
    add_variant,
    clear_override,
    copy_variant,
    hide_block,
    move_variant,
    remove_variant,
    rename_variant,
    set_override,
    set_weight,
)
from studio.errors import StudioError
from studio.model.message import HIDDEN, Block, Message, Variant
from studio.model.trade import Angle, Channel
from tests.studio.edits.samples import mint, paragraph, sample

BASE = sample()


def test_a_variant_is_added_last_or_before_another():
    assert add_variant(BASE, "hello", Variant("vc", "C")).messages["hello"].variants == ("va", "vb", "vc")
    assert add_variant(BASE, "hello", Variant("vc", "C"), "va").messages["hello"].variants == ("vc", "va", "vb")


@pytest.mark.parametrize("channel", [Channel.PUSH, Channel.WHATSAPP, Channel.VOICE])
def test_only_emails_and_sms_have_a_second_variant(channel):
    project = add_message(BASE, "other", Message("m", "M", channel, Angle.STORY), variants=(Variant("x", "A"),))
    with pytest.raises(StudioError, match="several versions"):
        add_variant(project, "m", Variant("y", "B"))


def test_an_sms_may_have_two_variants():
    project = add_variant(add_variant(BASE, "sms", Variant("x", "A")), "sms", Variant("y", "B"))
    assert project.messages["sms"].variants == ("x", "y")


@pytest.mark.parametrize(
    ("variant", "words"),
    [
        (Variant("va", "A"), "taken"),
        (Variant("x", "C", 0), "larger than 0"),
        (Variant("x", "C", overrides=Map(b3=HIDDEN)), "no block “b3” in “Hello”"),
        (Variant("x", "C", overrides=Map(b1=Block("y", "sms"))), "does not fit"),
        (Variant("x", "C", overrides=Map(b1=paragraph("b2"))), "taken"),
    ],
)
def test_a_variant_that_does_not_fit_is_refused(variant, words):
    with pytest.raises(StudioError, match=words):
        add_variant(BASE, "hello", variant)


def test_variants_change_places():
    assert move_variant(BASE, "vb", "va").messages["hello"].variants == ("vb", "va")


def test_a_copied_variant_changes_the_same_blocks():
    project = copy_variant(BASE, "vb", "C", mint())
    copy = project.variants[project.messages["hello"].variants[-1]]
    assert (copy.name, copy.overrides) == ("C", BASE.variants["vb"].overrides)


def test_an_override_with_its_own_id_gets_a_new_one_when_copied():
    project = copy_variant(set_override(BASE, "vb", "b1", paragraph("own")), "vb", "C", mint())
    copy = project.variants[project.messages["hello"].variants[-1]]
    assert copy.overrides["b1"].id not in ("own", "b1")


def test_the_last_variant_of_an_email_stays():
    project = remove_variant(BASE, "va")
    assert set(project.variants) == {"vb"}
    with pytest.raises(StudioError, match="at least one version"):
        remove_variant(project, "vb")


def test_a_variant_gets_another_name_and_share():
    project = rename_variant(set_weight(BASE, "va", 3), "va", "Warm")
    assert (project.variants["va"].name, project.variants["va"].weight) == ("Warm", 3)


@pytest.mark.parametrize("weight", [0, -1, float("inf"), float("nan")])
def test_a_share_is_larger_than_nothing(weight):
    with pytest.raises(StudioError, match="larger than 0"):
        set_weight(BASE, "va", weight)


def test_a_block_is_replaced_hidden_and_shown_again():
    project = set_override(BASE, "va", "b2", paragraph("b2", nb="Snakkes"))
    assert project.variants["va"].overrides["b2"].words("text", "nb") == "Snakkes"
    project = hide_block(project, "va", "b2")
    assert project.variants["va"].overrides["b2"] == HIDDEN
    assert clear_override(project, "va", "b2") == BASE


def test_a_block_of_another_message_is_not_overridden():
    with pytest.raises(StudioError, match="no block “b3” in “Hello”"):
        hide_block(BASE, "va", "b3")


def test_clearing_nothing_changes_nothing():
    assert clear_override(BASE, "va", "b1") is BASE
