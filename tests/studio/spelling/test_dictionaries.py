import os
from pathlib import Path

import pytest

from studio.spelling.dictionaries import Dictionary, dictionaries_in, dictionary_for, system_folders


def put(folder, *names, words="1\nhei\n", affixes="SET UTF-8\n"):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        folder.joinpath(f"{name}.aff").write_text(affixes)
        folder.joinpath(f"{name}.dic").write_text(words)
    return folder


def best(folder, language):
    held = dictionary_for(language, dictionaries_in([folder]))
    return held and held.path.stem


@pytest.mark.parametrize(
    ("language", "there", "chosen"),
    [
        ("nb", ("nn_NO", "nb_NO"), "nb_NO"),
        ("no", ("nb_NO",), "nb_NO"),
        ("nn", ("nn_NO", "nb_NO"), "nn_NO"),
        ("en", ("en_US", "en_GB", "en_ZA"), "en_GB"),
        ("en", ("en_US", "en_ZA"), "en_US"),
        ("en-US", ("en_US", "en_GB"), "en_US"),
        ("sv", ("sv_FI",), "sv_FI"),
        ("nl", ("nl", "nl_BE"), "nl"),
        ("nl", ("nl_BE",), "nl_BE"),
        ("de", ("de_AT_frami", "de_DE_frami"), "de_DE_frami"),
        ("fr", ("fr-classique", "fr"), "fr"),
        ("es", ("es_ANY", "es_MX"), "es_ANY"),
        ("da", ("da-DK",), "da-DK"),
    ],
)
def test_a_language_gets_its_usual_dictionary(tmp_path, language, there, chosen):
    assert best(put(tmp_path, *there), language) == chosen


def test_finnish_has_none_where_there_is_none(tmp_path):
    assert best(put(tmp_path, "nb_NO", "sv_FI"), "fi") is None


def test_medical_lists_and_hyphenation_are_no_dictionaries(tmp_path):
    assert best(put(tmp_path, "de_med_x", "hyph_de_DE"), "de") is None


def test_an_affix_file_without_words_is_no_dictionary(tmp_path):
    put(tmp_path, "nb_NO", words="")
    put(tmp_path, "nn_NO").joinpath("nn_NO.dic").unlink()
    assert dict(dictionaries_in([tmp_path])) == {}


def test_an_earlier_folder_counts_before_a_later_one(tmp_path):
    mine, theirs = put(tmp_path / "mine", "nb_NO"), put(tmp_path / "theirs", "nb_NO")
    assert dictionaries_in([mine, theirs])["nb_no"].parent == mine


def test_extensions_of_libreoffice_lie_three_folders_deep(tmp_path):
    put(tmp_path / "lu1.tmp_" / "dict.oxt" / "dictionaries", "nb_NO")
    put(tmp_path / "a" / "b" / "c" / "d", "nn_NO")
    assert set(dictionaries_in([tmp_path])) == {"nb_no"}


def test_folders_that_are_not_there_are_passed_over(tmp_path):
    assert dict(dictionaries_in([tmp_path / "nowhere"])) == {}


@pytest.mark.parametrize(
    ("affixes", "encoding"),
    [
        ("SET ISO8859-1\n", "iso8859-1"),
        ("# words\nSET UTF-8\n", "utf-8"),
        ("TRY abc\n", "iso8859-1"),
        ("SET microsoft-cp1251\n", "cp1251"),
    ],
)
def test_the_encoding_is_what_the_affix_file_says(tmp_path, affixes, encoding):
    put(tmp_path, "nb_NO", affixes=affixes)
    held = dictionary_for("nb", dictionaries_in([tmp_path]))
    assert held == Dictionary(tmp_path / "nb_NO.aff", encoding)


def test_a_dictionary_in_an_unknown_encoding_is_passed_over(tmp_path):
    put(tmp_path, "en_GB", affixes="SET NONSENSE\n")
    put(tmp_path, "en_US")
    assert best(tmp_path, "en") == "en_US"


@pytest.mark.parametrize(
    ("word", "can"),
    [("støvler", True), ("zo’n", True), ("🌲", False), ("слово", False), ("\ud800", False), ("", False)],
)
def test_latin_dictionaries_cannot_hold_every_word(word, can):
    assert Dictionary(Path("nb_NO.aff"), "iso8859-1").can_hold(word) is can


def test_a_word_too_long_for_hunspell_is_not_held():
    assert not Dictionary(Path("nl.aff"), "utf-8").can_hold("å" * 60)


def test_the_environment_stands_instead_of_the_system(tmp_path):
    said = os.pathsep.join(["/one", "/two"])
    assert system_folders({"FABEL_DICTIONARIES": said}, tmp_path) == (Path("/one"), Path("/two"))


def test_linux_looks_in_the_system_in_libreoffice_in_flatpak_and_in_snap(tmp_path):
    folders = " ".join(map(str, system_folders({}, tmp_path, "linux")))
    for part in ("/usr/share/hunspell", "/usr/share/myspell", ".config/libreoffice/4", "flatpak", "/snap/"):
        assert part in folders


def test_macos_looks_in_both_spelling_folders(tmp_path):
    folders = system_folders({}, tmp_path, "darwin")
    assert {tmp_path / "Library/Spelling", Path("/Library/Spelling")} < set(folders)


def test_windows_looks_in_libreoffice_and_its_profile():
    folders = system_folders({"ProgramFiles": "C:/Programs", "APPDATA": "C:/Me"}, Path("C:/"), "win32")
    extensions = Path("C:/Me/LibreOffice/4/user/uno_packages/cache/uno_packages")
    assert folders == (Path("C:/Programs/LibreOffice/share/extensions"), extensions)
