import pytest

from studio.errors import StudioError
from studio.tags.nest import DEEPEST, check_balance, nest
from studio.tags.parser import parse_tag
from studio.tags.tree import Branch, Context, EndFor, For, Loop, Raw, Said, Value


def nodes(*sources):
    marks = {"for": For("cart.items", 2), "endfor": EndFor()}
    return [marks.get(source) or parse_tag(source) for source in sources]


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        (["else"], "There is an “else” without an “if” before it in the same text."),
        (["end"], "There is an “end” without an “if” before it in the same text."),
        (["if cart.count"], "“if cart.count” is never ended in this text: an “end” is missing."),
        (["if cart.count", "else", "else", "end"], "“if cart.count” has more than one “else”."),
        (["if cart.url", "if cart.count", "end"], "“if cart.url” is never ended in this text: an “end” is missing."),
        (["for", "if cart.url", "endfor"], "“if cart.url” is never ended in this text: an “end” is missing."),
        (["for", "end"], "The list of “cart.items” is never ended in this text."),
        (["if cart.url"] * (DEEPEST + 1), f"More than {DEEPEST} conditions stand inside each other."),
    ],
)
def test_what_does_not_balance_is_named(sources, words):
    with pytest.raises(StudioError) as refusal:
        check_balance(nodes(*sources))
    assert str(refusal.value) == words


def test_conditions_inside_each_other_balance():
    check_balance(nodes("if cart.url", "if cart.count", "else", "end", "else", "person.email", "end"))


def test_a_flat_text_nests():
    flat = nodes("for", "if item.variant", "item.variant", "else", "end", "endfor")
    said = Said(Value("item.variant"), Context.URL)
    tree = nest([(Raw("a"), Context.TEXT), *((node, Context.URL) for node in flat)])
    assert tree == (Raw("a"), Loop("cart.items", 2, (Branch("item.variant", (said,)),)))
