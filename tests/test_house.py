"""The house keeps its measures: sizes of files, functions, classes and tests, docstrings and annotations."""

import ast
from functools import cache
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = [ROOT / "main.py", *sorted(ROOT.glob("studio/**/*.py")), *sorted(ROOT.glob("widgets/**/*.py"))]
TESTS = sorted(ROOT.glob("tests/**/*.py"))
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
TOP_LEVEL = {
    *("studio", "widgets", "templates", "presets", "resources", "main.py", "pyproject.toml", "tests", "docs", "bench"),
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "requirements.lock"),
}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.fixture(scope="module", autouse=True)
def forgotten():
    """Keep the trees for this file's tests only: they are a million objects, in which others look for leftovers."""
    yield
    tree.cache_clear()


def functions(paths):
    return [(path, node) for path in paths for node in ast.walk(tree(path)) if isinstance(node, FUNCTION)]


def code_lines(path: Path, node: ast.AST) -> int:
    """Count the lines of a function that are neither docstring nor blank nor comment."""
    lines = path.read_text("utf-8").splitlines()[node.lineno - 1 : node.end_lineno]
    body = node.body[0]
    is_doc = isinstance(body, ast.Expr) and isinstance(body.value, ast.Constant) and isinstance(body.value.value, str)
    doc = range(body.lineno, body.end_lineno + 1) if is_doc else range(0)
    kept = [line for number, line in enumerate(lines, node.lineno) if number not in doc]
    return len([line for line in kept if line.strip() and not line.lstrip().startswith("#")])


def name(path: Path, node) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"


def test_files_stay_short():
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in PRODUCT}
    assert [str(path) for path, length in lengths.items() if length > 400] == []
    assert median(lengths.values()) <= 120


def test_test_files_stay_short_too():
    assert [str(path) for path in TESTS if len(path.read_text("utf-8").splitlines()) > 400] == []


def test_functions_stay_short():
    sizes = [code_lines(path, node) for path, node in functions(PRODUCT)]
    assert median(sizes) <= 6
    assert quantiles(sizes, n=10)[8] <= 20
    assert [name(path, node) for path, node in functions(PRODUCT) if code_lines(path, node) > 40] == []


def test_tests_tell_one_thing_each():
    tests = [(path, node) for path, node in functions(TESTS) if node.name.startswith("test_")]
    assert median(code_lines(path, node) for path, node in tests) <= 10
    assert [name(path, node) for path, node in tests if code_lines(path, node) > 40] == []


def test_classes_stay_small():
    for path in PRODUCT:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                methods = [item for item in node.body if isinstance(item, FUNCTION)]
                assert len(methods) <= 15, name(path, node)
                assert node.end_lineno - node.lineno < 200, name(path, node)


def public(tree: ast.Module, inside: str = ""):
    for node in tree.body:
        if isinstance(node, (*FUNCTION, ast.ClassDef)) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node, node.name)


@pytest.mark.parametrize("path", PRODUCT, ids=lambda path: str(path.relative_to(ROOT)))
def test_everything_public_is_documented_and_annotated(path):
    assert ast.get_docstring(tree(path)), path
    for node in public(tree(path)):
        assert ast.get_docstring(node), name(path, node)
        if isinstance(node, FUNCTION):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            assert all(item.annotation for item in arguments if item.arg not in ("self", "cls")), name(path, node)
            assert node.returns is not None, name(path, node)


def test_nothing_else_stands_at_the_top():
    ours = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert ours - TOP_LEVEL - {"build", "dist", "pictures", "__pycache__"} == set()


def test_only_main_knows_everyone():
    imports = [
        alias.name if isinstance(node, ast.Import) else node.module
        for path in PRODUCT
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    ]
    assert "main" not in imports


@pytest.mark.parametrize("word", ["Manager", "Helper", "Utils", "Handler"])
def test_no_class_hides_behind_an_empty_name(word):
    classes = [node for path in PRODUCT for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)]
    assert [node.name for node in classes if node.name.endswith(word)] == []


def test_no_colour_is_written_in_the_window_s_code():
    words = [word.strip("\"'(),") for path in PRODUCT if "widgets" in path.parts for word in path.read_text().split()]
    assert [word for word in words if word.startswith("#") and len(word) == 7] == []
