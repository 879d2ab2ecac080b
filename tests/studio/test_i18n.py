"""The interface's languages: nothing is left unsaid, every place is kept, what ships is what was written."""

import ast
import re
import shlex
import string
from itertools import pairwise

import pytest
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po

from studio.errors import StudioError
from studio.i18n import NullTranslator, Sentence, sentence, translator
from studio.paths import shipped

COMMANDS = "presets, new, render, check, targets, import, export, push, queue, live, accounts, pictures"

FOLDER = shipped("resources", "translations")
LANGUAGES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def keywords(root):
    """Return the names that the Makefile tells Babel to look for."""
    recipe = (root / "Makefile").read_text().partition("pybabel extract")[2].partition("pybabel update")[0]
    words = shlex.split(recipe.replace("\\\n", " ").replace("$(BIN)", ""))
    return {word: None for flag, word in pairwise(words) if flag == "-k"}


@pytest.fixture(scope="module")
def extracted(root, keywords):
    """Return every message that Babel finds in the program."""
    found = {said for _, said, *_ in extract_from_file("python", root / "main.py", keywords=keywords)}
    for folder in ("studio", "widgets", "templates"):
        found |= {said for _, _, said, *_ in extract_from_dir(root / folder, keywords=keywords)}
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def catalogue(request):
    """Return the catalogue of a language as it is written."""
    with (FOLDER / request.param / "LC_MESSAGES" / "fabel.po").open("rb") as file:
        return read_po(file, locale=request.param)


@pytest.fixture
def norwegian():
    """Return the translator that a Norwegian gets."""
    return translator(FOLDER, ("nb",))


def test_there_is_norwegian():
    assert "nb" in LANGUAGES


def test_the_template_holds_what_the_program_says(extracted):
    with (FOLDER / "fabel.pot").open("rb") as file:
        assert {entry.id for entry in read_po(file) if entry.id} == extracted


def test_the_catalogue_has_every_message_and_no_other(catalogue, extracted):
    assert {entry.id for entry in catalogue if entry.id} == extracted
    assert not catalogue.obsolete


def test_every_message_is_translated_and_none_is_a_guess(catalogue):
    unsaid = [entry.id for entry in catalogue if not entry.string]
    assert not unsaid
    assert not any(entry.fuzzy for entry in catalogue if entry.id)


def test_every_translation_keeps_the_places_of_its_original(catalogue):
    entries = [entry for entry in catalogue if entry.id]
    assert [entry.id for entry in entries if places(entry.string) != places(entry.id)] == []


def places(said):
    """Return the places of a sentence, sorted; a sentence without any is never formatted."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(said) if name is not None)


def test_a_translation_begins_and_ends_with_the_spaces_of_its_original(catalogue):
    def edges(said):
        return said[: len(said) - len(said.lstrip())], said[len(said.rstrip()) :]

    assert [entry.id for entry in catalogue if entry.id and edges(entry.string) != edges(entry.id)] == []


def test_norwegian_quotes_as_norwegians_do(catalogue):
    assert [entry.id for entry in catalogue if entry.id and re.search("[“”„]|e-mail", entry.string)] == []


def test_what_ships_is_what_was_written(catalogue):
    says = translator(FOLDER, (str(catalogue.locale),))
    assert [entry.id for entry in catalogue if entry.id and says(entry.id) != entry.string] == []


def test_every_marked_sentence_is_found_by_the_extractor(root, keywords, extracted):
    """Babel overlooks calls inside other marked calls and inside f-strings; such a sentence would stay English."""
    files = (path for folder in ("studio", "widgets") for path in (root / folder).rglob("*.py"))
    marked = {said for path in files for said in literals(path, keywords)}
    assert marked - extracted == set()


def literals(path, keywords):
    """Yield the first argument of every marking call of a file where it is written out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in keywords and isinstance(node.args[0].value, str) and node.args[0].value:
                yield node.args[0].value


@pytest.mark.parametrize("wished", [(), ("en",), ("tlh",), ("tlh", "en", "nb")])
def test_an_unknown_language_is_english(wished):
    says = translator(FOLDER, wished)
    assert (says.language, says("Cancelled.")) == ("en", "Cancelled.")


def test_the_first_language_that_exists_is_spoken():
    says = translator(FOLDER, ("tlh", "nb", "en"))
    assert (says.language, says("Cancelled.")) == ("nb", "Avbrutt.")


def test_what_is_in_no_catalogue_is_said_as_it_is(norwegian):
    assert norwegian("A sentence of a plug-in: {name}.", name="x") == "A sentence of a plug-in: x."
    assert norwegian("") == ""


def test_sentences_in_sentences_are_put_into_words(norwegian):
    waits = sentence(
        "Wait: {wait}.", wait=sentence("{one} and {other}", one=sentence("1 day"), other=sentence("1 hour"))
    )
    assert norwegian.say(waits) == "Vent: 1 dag og 1 time."
    assert str(waits) == NullTranslator().say(waits) == "Wait: 1 day and 1 hour."


def test_a_refusal_in_a_refusal_is_put_into_words(norwegian):
    inner = StudioError("There is no file “{file}”.", file="a {b} “c”")
    outer = StudioError("{workspace} is not a Fabel workspace.", workspace=inner)
    assert norwegian.say(outer) == "Det finnes ingen fil «a {b} “c”». er ikke et arbeidsområde for Fabel."


def test_braces_without_values_stay(norwegian):
    assert norwegian.say(Sentence("{count} min")) == "{count} min"


def test_the_command_line_speaks_norwegian(fabel, norwegian, tmp_path):
    ran = fabel("check", tmp_path / "gone.fabel", words=norwegian)
    assert ran.err == "fabel: Det finnes ingen fil «gone.fabel».\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("psuh",), f"Her finnes ikke «psuh», bare {COMMANDS}."),
        (("check",), "Noe mangler: FILE.fabel."),
        (("check", "a.fabel", "--zz"), "Dette er ikke forståelig: --zz."),
        (("check", "a.fabel", "--json=1"), "--json tar ingen verdi."),
        (("new", "cart-classic", "--tone"), "--tone trenger en verdi."),
        (("new", "cart-classic", "-o", "a.fabel", "--t", "x", "--l"), "--language/-l trenger en verdi."),
    ],
)
def test_wrong_use_is_one_line_in_norwegian(fabel, norwegian, arguments, said):
    ran = fabel(*arguments, words=norwegian)
    assert ran.code == 2
    assert ran.err.startswith(f"fabel: {said} Mer: fabel")
    assert ran.err.count("\n") == 1


def test_help_has_norwegian_headings(fabel, norwegian, capsys):
    assert fabel("push", "--help", words=norwegian).code == 0
    said = capsys.readouterr().out
    assert said.startswith("bruk: fabel push")
    assert "usage" not in said
    assert "options:" not in said


def test_a_build_sheet_is_norwegian_throughout(fabel, norwegian, cart, tmp_path):
    assert fabel("export", "brevo", cart, "-o", tmp_path, "--language", "nb", words=norwegian).code == 0
    page = next(tmp_path.rglob("build-sheet.html")).read_text(encoding="utf-8")
    shown = re.sub(r"(?s)<(style|script)\b.*?</\1>|<[^>]+>", " ", page)
    assert "Slå på automatiseringen" in shown
    assert not re.search(r"\b(the|and|of|your|Copy|Done|Steps|template)\b", shown)
