import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from studio.errors import StudioError
from studio.spelling.speller import Speller, SpellingStopped, UnreadableDictionary, Verdict
from studio.spelling.worker import Gone, Worker
from studio.tasks import Cancelled
from tests.studio.spelling.conftest import dictionary

posix = pytest.mark.skipif(sys.platform == "win32", reason="stops a process by a signal")


@pytest.mark.parametrize(
    ("language", "words", "wrong"),
    [
        ("nb", ("hei", "Hei", "støvler", "støvlre", "kurrven"), ("støvlre", "kurrven")),
        ("nb", ("båtens", "ærlig", "ærligg"), ("ærligg",)),
        ("nb", ("🌲", "слово", "\ud800", "a" * 300), ()),
        ("nb", ("skoen", "noen", "skkoen"), ("skkoen",)),
        ("nl", ("hallo", "foto’s", "één", "Eén", "zo’n", "zo’nn", "🌲"), ("zo’nn", "🌲")),
        ("nl", ("hulp", "hulp"), ("hulp",)),
        ("nl", (), ()),
    ],
)
def test_wrong_words_are_told(speller, language, words, wrong):
    assert speller.judge(language, words) == Verdict(known=True, wrong=wrong)


def test_a_language_without_dictionary_is_told(speller):
    assert speller.judge("fi", ["hei"]) == Verdict(known=False)
    assert speller.suggest("fi", "hei") == ()


def test_suggestions_are_what_was_meant(speller):
    assert "støvler" in speller.suggest("nb", "støvlre")


def test_suggestions_have_typographic_apostrophes(speller):
    assert "foto’s" in speller.suggest("nl", "fotos")


def test_nothing_is_suggested_for_what_cannot_be_written(speller):
    assert speller.suggest("nb", "🌲") == ()


def test_words_in_their_hundreds_are_judged_in_parts(speller):
    words = [f"hei{'x' * (number % 60)}{'y' * (number // 60)}" for number in range(700)]
    assert speller.judge("nb", ["hei", *words]).wrong == tuple(words[1:])


def test_words_judged_before_are_not_asked_about_again(lone_speller):
    first = lone_speller.judge("nb", ["hei", "heii"])
    lone_speller._worker.kill()
    assert lone_speller.judge("nb", ["heii", "hei"]) == first


def test_nothing_starts_before_the_first_question(lone_speller):
    lone_speller.judge("fi", ["hei"])
    assert lone_speller._worker is None


def test_a_person_s_own_folder_comes_first(own_dictionaries, tmp_path):
    dictionary(tmp_path, "nb_NO", "fjelltur\n", "UTF-8")
    speller = Speller([str(tmp_path)], patience=60)
    assert speller.judge("nb", ["fjelltur", "hei"]).wrong == ("hei",)
    speller.close()


def test_many_threads_may_ask_at_once(lone_speller):
    with ThreadPoolExecutor(8) as pool:
        asked = [[f"ord{'a' * number}", "hei"] for number in range(24)]
        verdicts = list(pool.map(lambda words: lone_speller.judge("nb", words), asked))
    assert [verdict.wrong for verdict in verdicts] == [(words[0],) for words in asked]


def test_a_worker_that_was_killed_is_replaced(lone_speller):
    lone_speller.judge("nb", ["hei"])
    lone_speller._worker.kill()
    assert lone_speller.judge("nb", ["kurven", "kurrven"]).wrong == ("kurrven",)


@posix
def test_a_worker_that_is_killed_while_it_is_asked_is_replaced(lone_speller, monkeypatch):
    lone_speller.judge("nb", ["hei"])
    worker, sent = lone_speller._worker, Event()
    os.kill(worker.pid, signal.SIGSTOP)
    poll = worker._line.poll
    monkeypatch.setattr(worker, "_line", Listening(worker._line, sent))
    with ThreadPoolExecutor(1) as pool:
        verdict = pool.submit(lone_speller.judge, "nb", ["kurven", "kurrven"])
        assert sent.wait(60)
        assert not poll(0)
        worker.kill()
        assert verdict.result(60).wrong == ("kurrven",)
    assert lone_speller._worker is not worker


class Listening:
    """A line that tells when something has been sent over it."""

    def __init__(self, line, sent):
        self.line, self.sent = line, sent

    def send(self, request):
        self.line.send(request)
        self.sent.set()

    def __getattr__(self, name):
        return getattr(self.line, name)


@posix
def test_a_worker_that_hangs_is_replaced(lone_speller, monkeypatch):
    lone_speller.judge("nb", ["hei"])
    hung, ask = lone_speller._worker, Worker.ask
    os.kill(hung.pid, signal.SIGSTOP)
    monkeypatch.setattr(Worker, "ask", lambda self, *said: ask(self, *said[:3], 0.01 if self is hung else said[3]))
    assert lone_speller.judge("nb", ["kurven", "kurrven"]).wrong == ("kurrven",)
    assert not hung._process.is_alive()


def test_stopping_twice_is_said_and_not_tried_again(lone_speller, monkeypatch):
    asked = []
    monkeypatch.setattr(Worker, "ask", lambda self, *said: asked.append(self) or _go())
    for _ in range(2):
        with pytest.raises(SpellingStopped, match="stopped twice"):
            lone_speller.judge("nb", ["hei"])
    assert len(set(asked)) == 2


def _go():
    raise Gone


def test_a_dictionary_that_vanished_is_named(own_dictionaries, tmp_path):
    dictionary(tmp_path, "sv_SE", "hej\n", "UTF-8")
    speller = Speller([tmp_path], patience=60)
    speller.dictionary("sv")
    tmp_path.joinpath("sv_SE.dic").unlink()
    with pytest.raises(UnreadableDictionary, match=r"sv_SE\.aff"):
        speller.judge("sv", ["hej"])
    assert speller.judge("nb", ["hei"]) == Verdict(known=True)
    speller.close()


def test_a_closed_speller_is_called_off(lone_speller):
    lone_speller.judge("nb", ["hei"])
    process = lone_speller._worker._process
    lone_speller.close()
    assert not process.is_alive()
    with pytest.raises(Cancelled):
        lone_speller.judge("nb", ["kurven"])


@posix
def test_closing_does_not_wait_for_a_worker_that_hangs(lone_speller, monkeypatch):
    lone_speller.judge("nb", ["hei"])
    worker, sent = lone_speller._worker, Event()
    os.kill(worker.pid, signal.SIGSTOP)
    monkeypatch.setattr(worker, "_line", Listening(worker._line, sent))
    with ThreadPoolExecutor(1) as pool:
        verdict = pool.submit(lone_speller.judge, "nb", ["kurven"])
        assert sent.wait(60)
        lone_speller.close()
        assert isinstance(verdict.exception(60), StudioError)


def test_closing_twice_is_closing(lone_speller):
    lone_speller.close()
    lone_speller.close()
    assert lone_speller._worker is None
