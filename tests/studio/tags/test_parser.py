import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.tags.catalogue import PATHS, Kind
from studio.tags.parser import parse_tag, tag_source
from studio.tags.tree import Else, End, Filter, If, Value

texts = st.text(st.characters(exclude_categories=["Cs"]))


@st.composite
def values(draw):
    path = draw(st.sampled_from(sorted(PATHS)))
    money = [Filter("money")] if PATHS[path].kind is Kind.MONEY and draw(st.booleans()) else []
    default = [Filter("default", draw(texts))] if draw(st.booleans()) else []
    return Value(path, tuple(draw(st.permutations(money + default))))


@given(values() | st.sampled_from(sorted(PATHS)).map(If) | st.sampled_from([Else(), End()]))
def test_every_node_is_read_back_from_its_own_source(node):
    assert parse_tag(tag_source(node)) == node


@given(texts | st.text('if cart.oun|:"default\\ money'))
def test_any_source_is_a_node_or_one_refusal(source):
    with contextlib.suppress(StudioError):
        assert parse_tag(tag_source(parse_tag(source))) == parse_tag(source)


@pytest.mark.parametrize(
    ("source", "node"),
    [
        ("person.first_name", Value("person.first_name")),
        (' person.first_name|default:"du" ', Value("person.first_name", (Filter("default", "du"),))),
        ('person.first_name\n| default : "a | b"', Value("person.first_name", (Filter("default", "a | b"),))),
        (
            r'person.first_name | default: "say \"hi\" \\"',
            Value("person.first_name", (Filter("default", 'say "hi" \\'),)),
        ),
        ("cart.total | money", Value("cart.total", (Filter("money"),))),
        ("cart.first.name | cut: 28", Value("cart.first.name", (Filter("cut", "28"),))),
        ("shop.return_days", Value("shop.return_days")),
        ("offer.anything", Value("offer.anything")),
        ("if\tcart.count", If("cart.count")),
        ("else", Else()),
        (" end ", End()),
    ],
)
def test_tags_mean_what_they_say(source, node):
    assert parse_tag(source) == node


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "A merge tag is empty: write what it shall print between the braces."),
        ("person.fist_name", "There is no merge tag “person.fist_name”; did you mean “person.first_name”?"),
        ("Person.First_Name", "There is no merge tag “Person.First_Name”; did you mean “person.first_name”?"),
        ("zzz", "There is no merge tag “zzz”."),
        ("if", "“if” needs a path to ask about, as in “if person.first_name”."),
        ("if cart.count > 2", "“if cart.count > 2” is not understood: “if” takes one path and nothing else."),
        ("if cart.cuont", "There is no merge tag “cart.cuont”; did you mean “cart.count”?"),
        ("endif", "“endif” is not understood; conditions are written with “if”, “else” and “end” only."),
        ("end if", "“end if” is not understood; conditions are written with “if”, “else” and “end” only."),
        ("| money", "“| money” does not begin with a path such as “person.first_name”."),
        ("cart.total money", "In “cart.total money” there is a “|” missing before “money”."),
        ("cart.total | cash", "There is no filter “cash”; there are: cut, default, money."),
        ("cart.total |", "There is no filter “”; there are: cut, default, money."),
        ('cart.total | money: "x"', "The filter “money” takes no text."),
        ("cart.total | money | money", "“cart.total” has the filter “money” twice."),
        ("cart.count | money", "“cart.count” is no amount of money, so “money” does not suit it."),
        ("cart.total | cut: 3", "“cart.total” is no text, so “cut” does not suit it."),
        (
            "person.first_name | cut: x",
            "The filter “cut” needs a number of characters from 1 to 999, as in cut: 28.",
        ),
    ],
)
def test_a_bad_tag_gets_one_clear_sentence(source, words):
    with pytest.raises(StudioError) as refusal:
        parse_tag(source)
    assert str(refusal.value) == words


@pytest.mark.parametrize("text", ["du", "'du'", "“du”", '"du', "", '"'])
def test_a_default_without_straight_double_quotes_is_refused(text):
    with pytest.raises(StudioError, match="straight double quotes"):
        parse_tag(f"person.first_name | default: {text}")
