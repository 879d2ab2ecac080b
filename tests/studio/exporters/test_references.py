"""References are found and replaced, also inside longer texts, and nothing else is touched."""

from hypothesis import given
from hypothesis import strategies as st

from studio.exporters.references import Lookup, answer, keys_in, lookup, lookups, replaced, strings, with_answers

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


def said(key, path):
    return f"<{key}|{path}>"


def test_a_whole_string_is_replaced():
    assert with_answers({"id": answer("flow", "data.id")}, ["flow"], said) == {"id": "<flow|data.id>"}


def test_a_reference_inside_a_text_is_replaced_there():
    page = f'<img src="{answer("image:ab", "data.attributes.image_url")}">.'
    assert with_answers([page], ["image:ab"], said) == ['<img src="<image:ab|data.attributes.image_url>">.']


def test_a_full_stop_after_a_reference_is_not_part_of_it():
    assert with_answers("See @flow#data.id.", ["flow"], said) == "See <flow|data.id>."


def test_a_key_that_begins_like_another_is_not_cut_short():
    assert with_answers("@template:a:b#data.id", ["template:a", "template:a:b"], said) == "<template:a:b|data.id>"


def test_what_only_looks_like_a_reference_is_left_alone():
    assert with_answers("mail me@shop#1 @other#data.id", ["flow"], said) == "mail me@shop#1 @other#data.id"


def test_lookups_are_whole_strings_each_once():
    body = [lookup("metric", "Placed Order"), lookup("metric", "Placed Order"), "see @metric:X", lookup("list", "Alle")]
    assert lookups(body) == (Lookup("metric", "Placed Order"), Lookup("list", "Alle"))


def test_keys_in_a_body_are_named_once_in_order():
    assert keys_in(["@b#id", "x @a#id @b#id"], ["a", "b", "c"]) == ("b", "a")


@given(JSON)
def test_replacing_nothing_changes_nothing(body):
    assert replaced(body, lambda text: text) == body
    assert with_answers(body, [], said) == body


@given(JSON)
def test_every_string_value_is_visited(body):
    seen = []
    replaced(body, lambda text: seen.append(text) or text)
    assert seen == list(strings(body))
