"""Growing a project: the preset's structure with every language's own copy, and the same ids every time."""

import pytest

from studio.errors import StudioError, WrongUse
from studio.model.brand import Brand
from studio.model.validity import problems
from studio.presets.copies import read_copies
from studio.presets.faults import FileFault
from studio.presets.growth import grow
from studio.presets.library import read_library
from studio.presets.structure import read_preset
from tests.studio.presets.conftest import COPY


def grown(tiny, *languages):
    preset = read_preset(tiny.path)
    return grow(preset, read_copies(preset, languages), Brand(name="Shop"))


def test_a_grown_project_holds_together(tiny):
    assert problems(grown(tiny, "nb", "sv")) == ()


def test_the_same_input_gives_the_same_project(tiny):
    assert grown(tiny, "nb", "sv") == grown(tiny, "nb", "sv")


def test_two_clients_have_two_projects(tiny):
    preset = read_preset(tiny.path)
    copies = read_copies(preset, ("nb",))
    assert grow(preset, copies, Brand(name="Shop")).id != grow(preset, copies, Brand(name="Butikk")).id


def test_each_language_keeps_its_own_words(tiny):
    block = grown(tiny, "nb", "sv").blocks["one-text"]
    assert (block.words("text", "nb"), block.words("text", "sv")) == ("Hei nb", "Hei sv")


def test_the_first_language_is_the_source_of_the_others(tiny):
    text = grown(tiny, "nb", "sv").blocks["one-text"].texts["text"]
    assert not text.is_stale("sv", "nb")
    assert text.written("nb", "Nytt").is_stale("sv", "nb")


def test_names_and_letters_become_readable_ids(tiny):
    project = grown(tiny, "nb")
    assert project.messages["one"].name == "Den ene"
    assert project.messages["one"].variants == ("one-a", "one-b")


def test_a_language_that_is_not_there_is_answered_with_those_that_are(tiny):
    with pytest.raises(WrongUse, match="nb, sv"):
        grown(tiny, "fi")


def test_an_unknown_tone_is_answered_with_the_known(tiny):
    with pytest.raises(WrongUse, match="warm"):
        read_copies(read_preset(tiny.path), ("nb",), "shrill")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("## text", "## txet", "txet"),
        ("# one", "# two", "two"),
        ("subject: Emne B\n", "", "subject"),
        ("label: Gå", "lable: Gå", "label"),
        ("label: Gå", "label: Gå\nauthor: Ola", "author"),
        ("Hei nb", "", "text"),
        ("language: nb", "language: sv", "nb"),
        ("schema: 1", "schema: 9", "schema"),
    ],
)
def test_faulty_copy_names_its_file_and_what_is_wrong(tiny, old, new, said):
    tiny.copy("nb", COPY.format(language="nb").replace(old, new, 1))
    with pytest.raises(FileFault, match=said) as refusal:
        grown(tiny, "nb")
    assert "tiny/nb.md, line" in str(refusal.value)


def test_copy_that_is_no_text_is_refused(tiny):
    (tiny.path / "nb.md").write_bytes(b"\xff\xfe")
    with pytest.raises(StudioError, match="UTF-8"):
        grown(tiny, "nb")


@pytest.mark.parametrize("preset", ["cart-classic", "welcome-story", "cart-incentive-ladder"])
@pytest.mark.parametrize("language", ["nb", "sv", "nl", "en"])
def test_every_shipped_preset_is_complete_in_every_language(root, preset, language):
    found = read_library([root / "presets"]).preset(preset)
    project = grow(found, read_copies(found, (language,)), Brand())
    assert problems(project) == ()
    assert [variant.id for variant in project.variants.values() if not variant.preheader.words(language)] == []
