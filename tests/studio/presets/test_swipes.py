"""The swipe file: lines by kind, angle and tone, in every language that ships."""

import pytest

from studio.errors import WrongUse
from studio.model.spans import Tag, parse_spans
from studio.model.style import Formality, Style
from studio.model.trade import Angle
from studio.paths import shipped
from studio.presets.faults import FileFault
from studio.presets.swipes import SwipeKind, read_swipes, swipe_languages
from studio.tags.parser import parse_tag

LANGUAGES = ("nb", "sv", "nl", "en", "nn", "da", "de", "fr", "fi", "es")
LINE = '[[swipes]]\nkind = "subject"\nangle = "story"\nwords = "Heb [[je|u]] even?"\n'


def folder(tmp_path, text):
    (tmp_path / "swipes").mkdir()
    (tmp_path / "swipes" / "nl.toml").write_text(text, "utf-8")
    return tmp_path


def test_a_line_is_read_in_the_client_s_form_of_address(tmp_path):
    home = folder(tmp_path, f'schema = 1\nlanguage = "nl"\n{LINE}')
    (swipe,) = read_swipes(home, "nl", Style(Style().formality.set("nl", Formality.FORMAL)))
    assert (swipe.kind, swipe.angle, swipe.tone, swipe.words) == ("subject", "story", "warm", "Heb u even?")


def test_a_language_without_one_is_answered_with_those_that_have(tmp_path):
    with pytest.raises(WrongUse, match="in nl"):
        read_swipes(folder(tmp_path, "schema = 1\n"), "fi", Style())


@pytest.mark.parametrize(
    "text", ["", 'schema = 1\nlanguage = "nb"\n', 'schema = 1\nlanguage = "nl"\n' + LINE.replace("story", "stroy")]
)
def test_a_faulty_file_is_named(tmp_path, text):
    with pytest.raises(FileFault, match=r"nl\.toml"):
        read_swipes(folder(tmp_path, text), "nl", Style())


def test_every_language_has_a_swipe_file():
    assert set(swipe_languages(shipped("presets"))) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_angle_has_lines_of_every_kind(language):
    swipes = read_swipes(shipped("presets"), language, Style())
    assert {(swipe.kind, swipe.angle) for swipe in swipes} == {(kind, angle) for kind in SwipeKind for angle in Angle}
    assert len({swipe.words for swipe in swipes}) == len(swipes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_merge_tag_of_a_line_is_known(language):
    for swipe in read_swipes(shipped("presets"), language, Style()):
        for span in parse_spans(swipe.words):
            assert not isinstance(span, Tag) or parse_tag(span.source)
