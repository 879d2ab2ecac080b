import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.edits.merge import merge


def woven(base, mine, theirs):
    merged = merge(tuple(base), tuple(mine), tuple(theirs))
    return "".join(merged.value), bool(merged.clashes)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "result"),
    [
        ("abc", "axbc", "abcy", "axbcy"),
        ("abc", "abcx", "abcy", "abcyx"),
        ("abc", "xabc", "yabc", "yxabc"),
        ("abc", "axybc", "azbc", "azxybc"),
        ("", "x", "y", "yx"),
        ("abc", "ac", "ab", "a"),
        ("abc", "bc", "abxc", "bxc"),
        ("abc", "axbc", "bc", "xbc"),
        ("abcd", "bacd", "abdc", "badc"),
        ("abcd", "bcda", "acbd", "cbda"),
        ("abc", "ac", "cba", "ca"),
    ],
)
def test_additions_removals_and_moves_of_both_sides_are_kept(base, mine, theirs, result):
    assert woven(base, mine, theirs) == (result, False)


@pytest.mark.parametrize(
    ("base", "mine", "theirs"),
    [
        ("abcde", "bcade", "bcdea"),
        ("abcde", "cabde", "abdec"),
        ("abcde", "acbde", "abdce"),
    ],
)
def test_the_same_thing_moved_differently_clashes_and_theirs_stays(base, mine, theirs):
    assert woven(base, mine, theirs) == (theirs, True)


def test_both_may_make_the_same_move():
    assert woven("abc", "cab", "cabx") == ("cabx", False)


ORDERS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@settings(deadline=None)
@given(ORDERS, ORDERS, ORDERS)
def test_exactly_what_belongs_is_there_once(base, mine, theirs):
    merged = list(merge(tuple(base), tuple(mine), tuple(theirs)).value)
    expected = (set(mine) & set(theirs)) | ((set(mine) | set(theirs)) - set(base))
    assert sorted(merged) == sorted(expected)


@settings(deadline=None)
@given(ORDERS, ORDERS, ORDERS)
def test_whether_two_orders_clash_does_not_depend_on_who_is_who(base, mine, theirs):
    assert woven(base, mine, theirs)[1] == woven(base, theirs, mine)[1]
