from dataclasses import replace

import pytest
from immutables import Map

from studio.edits.clash import mine_wins, refuse, theirs_stays
from studio.edits.merge import merge
from studio.errors import Conflict
from studio.model.brand import Brand
from studio.model.localized import Localized, Text, localized
from studio.model.message import Block
from studio.model.persona import CartEvent, CartItem
from studio.model.sequence import Waiver
from studio.model.style import Style
from studio.model.trade import Beat
from tests.studio.edits.samples import paragraph

BASE = paragraph("b", nb="Hei", sv="Hej")


def saying(block, language, words):
    return replace(block, texts=block.texts.set("text", block.texts["text"].written(language, words)))


def test_two_languages_of_one_block_merge():
    merged = merge(BASE, saying(BASE, "nb", "Hallo"), saying(BASE, "sv", "Hallå"))
    assert merged.value == paragraph("b", nb="Hallo", sv="Hallå")
    assert merged.clashes == ()


def test_first_words_in_two_languages_merge():
    empty = Block("b", "paragraph")
    assert merge(empty, paragraph("b", nb="Hei"), paragraph("b", sv="Hej")).value == paragraph("b", nb="Hei", sv="Hej")


def test_taking_one_language_out_and_writing_another_merge():
    base = paragraph("b", nb="Hei")
    merged = merge(base, Block("b", "paragraph"), paragraph("b", nb="Hei", sv="Hej"))
    assert merged.value == paragraph("b", sv="Hej")


def test_words_and_beat_of_one_block_merge():
    merged = merge(BASE, saying(BASE, "nb", "Hallo"), replace(BASE, beat=Beat.HOOK))
    assert merged.value == replace(saying(BASE, "nb", "Hallo"), beat=Beat.HOOK)


def test_different_words_for_one_language_clash_with_their_path():
    mine, theirs = saying(BASE, "nb", "Mine"), saying(BASE, "nb", "Theirs")
    merged = merge(BASE, mine, theirs, path=("blocks", "b"))
    (clash,) = merged.clashes
    assert clash.path == ("blocks", "b", "texts", "text", "texts", "nb")
    assert (clash.base, clash.mine, clash.theirs) == (Text("Hei"), Text("Mine"), Text("Theirs"))


@pytest.mark.parametrize(("policy", "words"), [(theirs_stays, "Theirs"), (mine_wins, "Mine")])
def test_the_policy_chooses_between_two_wordings(policy, words):
    merged = merge(BASE, saying(BASE, "nb", "Mine"), saying(BASE, "nb", "Theirs"), policy)
    assert merged.value.words("text", "nb") == words
    assert merged.value.words("text", "sv") == "Hej"


def test_a_policy_may_refuse():
    with pytest.raises(Conflict, match=r"A block of “\?” \(nb\)"):
        merge(BASE, saying(BASE, "nb", "Mine"), saying(BASE, "nb", "Theirs"), refuse, ("blocks", "b"))


def test_a_digest_never_parts_from_its_words():
    base = Localized(Map(sv=Text("Hej", "old")))
    refreshed, reworded = Localized(Map(sv=Text("Hej", "new"))), Localized(Map(sv=Text("Hallå", "old")))
    assert len(merge(base, refreshed, reworded).clashes) == 1


def test_a_change_beats_nothing_but_clashes_with_a_removal():
    before = Map(a=BASE)
    merged = merge(before, Map(), Map(a=saying(BASE, "nb", "Theirs")))
    assert merged.value["a"].words("text", "nb") == "Theirs"
    assert merged.clashes[0].mine is None


def test_removals_of_both_sides_are_honoured():
    before = Map(a=1, b=2, c=3)
    assert merge(before, before.delete("a"), before.delete("b")).value == Map(c=3)


def test_colours_of_a_brand_merge_one_by_one():
    base = Brand()
    mine = replace(base, colors=replace(base.colors, ink="#000000"))
    theirs = replace(base, colors=replace(base.colors, paper="#ffffff"))
    merged = merge(base, mine, theirs).value
    assert (merged.colors.ink, merged.colors.paper) == ("#000000", "#ffffff")


def test_rows_with_ids_merge_one_by_one():
    lamp, bowl, mug = CartItem("lamp", "Lamp", 10.0), CartItem("bowl", "Bowl", 5.0), CartItem("mug", "Mug", 3.0)
    base = CartEvent(items=(lamp, bowl))
    merged = merge(base, CartEvent(items=(replace(lamp, price=12.0), bowl)), CartEvent(items=(lamp, mug)))
    assert merged.value.items == (replace(lamp, price=12.0), mug)


def test_rows_that_share_an_id_are_not_guessed_at():
    row = CartItem("same", "Lamp", 10.0)
    base, mine, theirs = (row, row), (row,), (row, row, row)
    assert merge(base, mine, theirs).clashes[0].path == ()


def test_a_block_of_another_kind_clashes_as_a_whole():
    other = replace(BASE, kind="heading")
    merged = merge(BASE, other, saying(BASE, "nb", "Theirs"))
    assert merged.value == saying(BASE, "nb", "Theirs")
    assert merged.clashes[0].mine == other


def test_the_same_change_by_both_is_no_clash():
    assert merge(localized(nb="a"), localized(nb="b"), localized(nb="b")).clashes == ()


def test_first_words_to_avoid_from_both_sides_all_stay():
    mine, theirs = (Style(avoid=Map({"nb": Map({word: ""})})) for word in ("gratis", "billig"))
    merged = merge(Style(), mine, theirs)
    assert (set(merged.value.avoid["nb"]), merged.clashes) == ({"gratis", "billig"}, ())


def test_first_words_of_a_lexicon_from_both_sides_all_stay():
    mine, theirs = (Style(lexicon=Map({"nb": (word,)})) for word in ("Fjellvik", "Tveit"))
    merged = merge(Style(), mine, theirs)
    assert (set(merged.value.lexicon["nb"]), merged.clashes) == ({"Fjellvik", "Tveit"}, ())


def test_a_list_that_one_side_emptied_is_gone():
    base = Style(lexicon=Map({"nb": ("Fjellvik",)}))
    assert merge(base, Style(), replace(base, emoji=2)).value == Style(emoji=2)


def test_two_rules_left_on_purpose_by_two_people_stay_both():
    base = (Waiver("coach.arc", "", "known"),)
    merged = merge(base, (*base, Waiver("coach.ask", "one", "mine")), (*base, Waiver("coach.ask", "two", "theirs")))
    assert ({each.message for each in merged.value}, merged.clashes) == ({"", "one", "two"}, ())
