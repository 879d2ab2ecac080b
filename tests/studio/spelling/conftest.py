"""Small dictionaries of our own, in the two encodings that real ones have, and a speller that knows only them."""

import pytest

from studio.spelling.speller import Speller

NORSK = "hei\nkurven\nstøvler\nsko\nærlig\nbåten/A\n"
NEDERLANDS = "hallo\nfoto\nfoto's\néén\nzo'n\n"
AFFIXES = "SET {encoding}\nTRY esianrtolcdugmphbyfvkwøæå'\nSFX A Y 1\nSFX A 0 s .\n"


def dictionary(folder, name, words, encoding):
    """Write a dictionary as others write theirs."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.joinpath(f"{name}.aff").write_text(AFFIXES.format(encoding=encoding), encoding)
    count = len(words.splitlines())
    folder.joinpath(f"{name}.dic").write_text(f"{count}\n{words}", encoding)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with a Norwegian dictionary in ISO-8859-1 and a Dutch one in UTF-8."""
    root = tmp_path_factory.mktemp("dictionaries")
    dictionary(root, "nb_NO", NORSK, "ISO8859-1")
    return dictionary(root, "nl", NEDERLANDS, "UTF-8")


@pytest.fixture(scope="module")
def own_dictionaries(folder):
    """Have only our own dictionaries on this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FABEL_DICTIONARIES", str(folder))
        yield folder


@pytest.fixture(scope="module")
def speller(own_dictionaries):
    """Return a speller that the tests of a module share."""
    speller = Speller(patience=60)
    yield speller
    speller.close()


@pytest.fixture
def lone_speller(own_dictionaries):
    """Return a speller whose worker a test may harm."""
    speller = Speller(patience=60)
    yield speller
    speller.close()
