"""Narrow, closed, full and forsaken streams: the work goes on, its exit code holds, and nobody sees a traceback."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from studio.cli import streams
from studio.cli.surroundings import Surroundings
from studio.errors import StudioError
from studio.i18n import NullTranslator

FULL = Path("/dev/full")


def narrow():
    return io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="strict")


@pytest.fixture
def narrow_world():
    return Surroundings(streams.patient(narrow()), streams.patient(narrow()), {}, NullTranslator(), ())


@pytest.fixture
def forsaken():
    """Return a stream whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as stream:
        yield stream


def test_letters_that_a_terminal_lacks_are_escaped(narrow_world):
    narrow_world.say("blåbær → “a”")
    assert narrow_world.out.buffer.getvalue() == rb"bl\xe5b\xe6r \u2192 \u201ca\u201d" + b"\n"


def test_json_is_valid_on_a_narrow_terminal(narrow_world):
    narrow_world.say_json({"name": "blåbær 🫐"})
    assert json.loads(narrow_world.out.buffer.getvalue()) == {"schema": 1, "name": "blåbær 🫐"}


def test_a_reader_that_has_gone_stops_nothing(forsaken):
    streams.write(forsaken, "one\n")
    streams.write(forsaken, "two\n")


def test_a_stream_closed_from_the_start_takes_everything():
    with streams.patient(None) as nowhere:
        streams.write(nowhere, "words\n")


@pytest.mark.skipif(not FULL.exists(), reason="only this system has a disk that is always full")
def test_a_full_disk_is_a_refusal():
    with FULL.open("w", encoding="utf-8") as full, pytest.raises(StudioError, match="cannot be written"):
        streams.write(full, "words\n")


def started(root, *arguments, **settings):
    command = [sys.executable, "main.py", *map(str, arguments)]
    return subprocess.run(command, cwd=root, stderr=subprocess.PIPE, text=True, check=False, **settings)


def test_the_exit_code_of_check_holds_without_a_reader(root, cart, forsaken):
    ran = started(root, "check", cart, "--strict", stdout=forsaken)
    assert (ran.returncode, ran.stderr) == (1, "")


@pytest.mark.parametrize("command", [("check",), ("--help",), ("presets", "--json")])
def test_an_ascii_terminal_gets_no_traceback(root, cart, command):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "FABEL_LANGUAGE": "nb"}
    arguments = (*command, cart) if command == ("check",) else command
    ran = started(root, *arguments, stdout=subprocess.PIPE, env=environment)
    assert (ran.returncode, ran.stderr) == (0, "")
