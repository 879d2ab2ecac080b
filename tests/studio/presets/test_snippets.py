"""Snippets stand in a message by reference: written once, said in every message that names them."""

import pytest

from studio.edits import texts
from studio.edits.adopt import adopt
from studio.edits.shelf import keep
from studio.model.brand import Brand
from studio.model.localized import localized
from studio.model.project import Snippet
from studio.model.style import Style
from studio.paths import shipped
from studio.presets.faults import FileFault
from studio.presets.growth import plant
from studio.presets.saving import save_preset
from studio.presets.snippets import named_in, read_snippets
from studio.presets.structure import read_preset
from studio.render.message import render
from studio.render.personas import reader_of, sample_personas
from studio.tags.sample import sample
from tests.studio.presets.conftest import COPY

HEAD = "---\nschema: 1\nlanguage: nb\nname: Faste svar\n---\n"


def folder(tmp_path, text):
    (tmp_path / "snippets").mkdir()
    (tmp_path / "snippets" / "nb.md").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def project(tiny):
    tiny.copy("nb", COPY.format(language="nb").replace("Hei nb", "Kort sagt: {{ snippet.returns }}"))
    return plant(read_preset(tiny.path), ("nb",), Brand(name="Shop"))


def said(project):
    dialect = sample(reader_of(sample_personas(), "nb"), "nb")
    return render(project, "tiny", "one", "", "nb", dialect, str)


def test_a_file_holds_one_paragraph_per_snippet(tmp_path):
    home = folder(tmp_path, f"{HEAD}\n# returns: Retur\n\nSend den *tilbake*.\n\n# payment: Betaling\nKort.\n")
    first, second = read_snippets(home, ("nb", "fi"), Style())
    assert (first.id, first.name, first.text.words("nb")) == ("returns", "Retur", "Send den *tilbake*.")
    assert (second.id, second.text.words("nb")) == ("payment", "Kort.")


def test_a_faulty_file_is_named(tmp_path):
    with pytest.raises(FileFault, match=r"nb\.md"):
        read_snippets(folder(tmp_path, "# returns: Retur\nSend.\n"), ("nb",), Style())


def test_a_project_brings_the_snippets_that_its_messages_name(project):
    assert set(project.snippets) == {"returns"}


def test_a_snippet_is_said_where_it_is_named(project):
    named = texts.write(project, texts.snippet("returns"), "nb", "**{{ shop.name }}** bytter.")
    rendered = said(named)
    assert "<strong>Shop</strong> bytter." in rendered.html
    assert "Kort sagt: Shop bytter." in rendered.text
    assert [finding.id for finding in rendered.findings if "snippet" in str(finding.message)] == []


def test_what_a_snippet_says_is_changed_everywhere_at_once(project):
    other = texts.write(project, texts.snippet("returns"), "nb", "Helt andre ord.")
    assert "Helt andre ord." in said(other).text


def test_a_snippet_that_nobody_wrote_is_missed(project):
    empty = texts.write(project, texts.snippet("returns"), "nb", "")
    assert any("snippet.returns" in str(finding.message) for finding in said(empty).findings)


def test_a_client_s_own_snippets_stay_when_a_sequence_comes(project, tiny):
    own = texts.write(project, texts.snippet("returns"), "nb", "Våre egne ord.")
    newcomer = plant(read_preset(tiny.path), ("nb", "sv"), Brand(name="Shop"))
    both = adopt(own, newcomer, "tiny")
    assert both.snippets["returns"].text.words("nb") == "Våre egne ord."
    assert both.snippets["returns"].text.words("sv")


@pytest.mark.parametrize("language", ["nb", "sv", "nl", "en", "nn", "da", "de", "fr", "fi", "es"])
def test_every_language_has_the_same_snippets(language):
    shelf = {snippet.id for snippet in read_snippets(shipped("presets"), ("en",), Style())}
    assert {snippet.id for snippet in read_snippets(shipped("presets"), (language,), Style())} == shelf
    assert len(shelf) == 14


def with_snippets(project, **words):
    for name, text in words.items():
        project = keep(project, Snippet(name, name, localized(nb=text)))
    return texts.write(project, texts.block_text("one-text"), "nb", "{{ snippet.outer }}")


def test_a_snippet_in_a_snippet_says_its_words_and_facts(project):
    held = with_snippets(project, outer="Ute: {{ snippet.inner }}", inner='{{ shop.name | default: "oss" }} inne')
    shown = said(held)
    assert "Ute: Shop inne" in shown.text
    assert "{{" not in shown.text


@pytest.mark.parametrize("inner", ["{{ snippet.outer }}", "{{ snippet.inner }}", "{{ snippet.nobody }}"])
def test_a_snippet_that_has_no_end_or_names_none_is_missed_and_never_sent_as_a_tag(project, inner):
    shown = said(with_snippets(project, outer="Ute: {{ snippet.inner }}", inner=inner))
    assert any("snippet." in str(finding.message) for finding in shown.findings)
    assert "{{" not in shown.text


def test_a_snippet_named_in_a_subject_is_taken_along(project):
    assert named_in(texts.write(project, texts.subject("one-a"), "nb", "{{ snippet.payment }}")) >= {"payment"}


def test_a_saved_preset_keeps_the_client_s_own_words(project, tmp_path):
    own = texts.write(project, texts.snippet("returns"), "nb", "# ikke en overskrift\n\nVåre egne ord.")
    saved = save_preset(own, "tiny", "mine", tmp_path / "own")
    again = plant(saved, ("nb",), Brand(name="Shop"))
    assert again.snippets["returns"].text.words("nb") == own.snippets["returns"].text.words("nb")
