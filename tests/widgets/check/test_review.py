"""What the review brings together: the checks in every language, and spelling where it is switched on."""

import pytest

from widgets.check.review import Review


@pytest.fixture
def review(desk, qtbot, tmp_path, monkeypatch):
    (tmp_path / "nb_NO.aff").write_text("SET UTF-8\n")
    (tmp_path / "nb_NO.dic").write_text("1\nhei\n")
    monkeypatch.setenv("FABEL_DICTIONARIES", str(tmp_path))
    return Review(desk, desk.session)


def test_spelling_stands_among_the_findings_where_it_is_on(desk, review):
    desk.preferences.set(spelling=True)
    review.look()
    found = {(each.id, each.place.language) for each in review.outcome.findings if each.id.startswith("spelling.")}
    assert ("spelling.unknown", "nb") in found
    (missing,) = [each for each in review.outcome.findings if each.id == "spelling.no_dictionary"]
    assert str(missing.message) == "No Swedish, Dutch, English dictionary here: spelling is not checked."


def test_no_word_is_judged_where_spelling_is_off(desk, review):
    review.look()
    assert not [each for each in review.outcome.findings if each.id.startswith("spelling.")]
