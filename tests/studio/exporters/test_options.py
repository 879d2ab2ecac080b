"""Options come from words on the command line, and every mistake is named."""

import re
from dataclasses import dataclass, fields

import pytest

from studio.errors import StudioError
from studio.exporters.options import called, option, parse_options
from studio.exporters.registry import exporter, exporter_names
from studio.tags.grammar import shipped_grammar
from studio.tags.services import dialect_names


@dataclass(frozen=True)
class Choices:
    word: str = option("a", "Word", "", ("a", "b"))
    count: int = option(1, "Count")
    share: float = option(0.5, "Share")
    flag: bool = option(default=False, label="Flag")


class Target:
    name, label, options = "t", "T", Choices


def test_words_become_values_of_the_right_type():
    assert parse_options(Target, ["word=b", "count=3", "share=0.25", "flag=yes"]) == Choices("b", 3, 0.25, True)


def test_no_words_mean_the_defaults():
    assert parse_options(Target, []) == Choices()


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("TRUE", True), ("1", True), ("off", False), ("no", False)])
def test_a_flag_is_said_in_several_ways(word, value):
    assert parse_options(Target, [f"flag={word}"]).flag is value


def test_a_value_may_hold_an_equals_sign():
    assert parse_options(exporter("klaviyo"), ["trigger_metric=a=b"]).trigger_metric == "a=b"


def test_an_unknown_key_names_the_known_ones():
    with pytest.raises(StudioError, match="knows word, count, share, flag"):
        parse_options(Target, ["colour=red"])


def test_a_target_without_options_says_so():
    with pytest.raises(StudioError, match="has no options"):
        parse_options(exporter("eml"), ["zip=yes"])


@pytest.mark.parametrize("word", ["word", "word=c", "count=many", "count=1.5", "share=half", "flag=perhaps"])
def test_a_word_that_does_not_fit_is_refused(word):
    with pytest.raises(StudioError):
        parse_options(Target, [word])


def test_every_option_of_every_target_has_a_label():
    for name in ("klaviyo", "brevo", "html", "eml", "blank"):
        fields = exporter(name).options.__dataclass_fields__.values()
        assert all(field.metadata["label"] for field in fields)


def choices(name):
    """Return every choice of a target's options with what a form calls it."""
    return [
        (choice, called(each, choice)) for each in fields(exporter(name).options) for choice in each.metadata["choices"]
    ]


@pytest.mark.parametrize("name", exporter_names())
def test_every_choice_of_every_option_is_called_something_a_person_would_say(name):
    bare = [choice for choice, said in choices(name) if said == choice or re.search(r"_|^[a-z]", said)]
    assert bare == []


def test_the_merge_tags_of_a_file_are_called_as_their_own_files_say():
    said = dict(choices("html"))
    assert {name: said[name] for name in dialect_names()} == {
        name: shipped_grammar(name).label for name in dialect_names()
    }


@dataclass(frozen=True)
class Bare:
    kind: str = option("a_b", "Kind", "", ("a_b", "c-d"))


def test_a_choice_without_a_label_is_shown_without_its_joints():
    assert [called(fields(Bare)[0], choice) for choice in ("a_b", "c-d")] == ["a b", "c d"]
