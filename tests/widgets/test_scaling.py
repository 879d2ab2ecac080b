"""No words are cut at the window's smallest size, at 125 and 150 per cent, in English and Norwegian."""

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.conftest import ROOT
from tests.widgets.measured import cut_texts
from widgets.parts.labels import Elided, Label
from widgets.pictures.stops import STOPS


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5"])
@pytest.mark.parametrize("language", ["en", "nb"])
def test_no_words_are_cut_on_any_screen(tmp_path, scale, language):
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "FABEL_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "tests.widgets.measured", language]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [f"{len(STOPS)} stops"]


@pytest.fixture
def sheet(qtbot, fonts):
    """A sheet of paper of 200 × 80."""
    sheet = QWidget()
    qtbot.addWidget(sheet)
    sheet.setFixedSize(200, 80)
    sheet.show()
    return sheet


def put(sheet, widget, width=120, height=24, at=(0, 0)):
    widget.setParent(sheet)
    widget.setGeometry(*at, width, height)
    widget.show()
    return cut_texts(sheet)


LONG = "Words that need far more room than there is here"


@pytest.mark.parametrize("make", [QLabel, QPushButton])
def test_cut_words_are_found(sheet, make):
    assert len(put(sheet, make(LONG))) == 1


def test_a_wrapped_label_that_is_too_low_is_found(sheet, look):
    assert "high in 24" in put(sheet, Label(look, LONG, wrap=True))[0]


def test_a_cut_question_of_a_field_is_found(sheet):
    field = QLineEdit()
    field.setPlaceholderText(LONG)
    assert len(put(sheet, field)) == 1


def test_what_lies_outside_is_found(sheet):
    assert "from 150 to 270 in the 200" in put(sheet, QLabel("Words"), at=(150, 0))[0]


def test_what_fits_or_gives_way_is_let_be(sheet, look):
    assert put(sheet, QLabel("Words")) == []
    assert put(sheet, Elided(look, LONG), at=(0, 30)) == []


def test_a_wrapped_label_of_a_fixed_width_gets_its_height_in_a_wider_column(qtbot, look):
    sheet, label = QWidget(), Label(look, LONG * 3, wrap=True)
    qtbot.addWidget(sheet)
    label.setFixedWidth(150)
    inner = QVBoxLayout()
    inner.addWidget(label)
    QHBoxLayout(sheet).addLayout(inner)
    sheet.resize(800, 400)
    sheet.show()
    assert cut_texts(sheet) == []
