"""Every model of the window stands Qt's own test of models, in some test of its room."""

import ast

import pytest

from tests.conftest import ROOT

KINDS = ("QAbstractItemModel", "QAbstractListModel", "QAbstractTableModel", "QStandardItemModel", "QAbstractProxyModel")


def models():
    """Return the models that the window has, by name, with their files."""
    found = {}
    texts = {file: file.read_text("utf-8") for file in (ROOT / "widgets").rglob("*.py")}
    for file in [file for file, text in texts.items() if any(kind in text for kind in KINDS)]:
        for node in ast.walk(ast.parse(texts[file])):
            if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith(KINDS) for base in node.bases):
                found[node.name] = file
    return found


MODELS = models()


@pytest.mark.parametrize("name", MODELS)
def test_a_model_is_tried_by_qt_s_tester(name):
    room = ROOT / "tests" / "widgets" / MODELS[name].parent.name
    tested = [file.read_text("utf-8") for file in room.rglob("*.py")]
    tried = [text for text in tested if "QAbstractItemModelTester(" in text and MODELS[name].stem in text]
    assert tried, f"no test in {room.name} gives {name} to QAbstractItemModelTester"
