"""The trade without a window: rendering, editing, storing, searching, bundling, and the start of a command."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

import mjml

from bench.node import node_seconds
from bench.projects import many_messages, preset, root, twenty_blocks
from bench.timing import say, seconds
from studio.edits import texts
from studio.edits.change import difference
from studio.exporters.base import Resolved, Work
from studio.exporters.options import parse_options
from studio.exporters.registry import exporter
from studio.i18n import NullTranslator
from studio.render.message import render
from studio.render.personas import reader_of
from studio.store.store import open_store
from studio.tags.sample import sample


def trade() -> None:
    """Run the measures of the trade."""
    with tempfile.TemporaryDirectory() as folder:
        rendering()
        editing()
        storing(Path(folder))
        searching(Path(folder))
        bundling()
        starting()


def rendering() -> None:
    """A message of twenty blocks, one word changed each time as in typing, against the bare compilers."""
    project = twenty_blocks()
    variant = project.messages["long"].variants[0]
    dialect = sample(reader_of(project.personas.values(), "nb"), "nb", "NOK")
    state = {"project": project, "number": 0}

    def once():
        state["number"] += 1
        spoken = texts.block_text("long-1")
        state["project"] = texts.write(state["project"], spoken, "nb", f"Ord nummer {state['number']}.")
        return render(state["project"], "cart-classic", "long", variant, "nb", dialect, str)

    source = once().mjml
    rounds = [(seconds(once, 40), seconds(lambda: mjml.mjml2html(source, fonts={}), 40)) for _ in range(5)]
    ours, bare = (median(taken) for taken in zip(*rounds, strict=True))
    say("render 20 blocks / bare mjml-python", f"{ours / bare:.2f} x ({ours * 1000:.2f} ms)", "at most 5 x")
    compare_node(source, once)


def compare_node(source: str, once: Callable[[], object]) -> None:
    """The reference compiler in Node, in rounds that take turns with ours."""
    rounds = [(node_seconds(source, root() / "build" / "bench"), seconds(once, 40)) for _ in range(5)]
    words = next((node for node, _ in rounds if isinstance(node, str)), "")
    if words:
        say("Node mjml / render 20 blocks", "left out", words)
    else:
        node, ours = (median(taken) for taken in zip(*rounds, strict=True))
        say("Node mjml / render 20 blocks", f"{node / ours:.1f} x ({node * 1000:.0f} ms)", "at least 8 x")


def editing() -> None:
    """One text written in a project of 500 messages, with its Change."""
    project = many_messages(500)
    state = {"project": project, "number": 0}

    def once():
        before = state["project"]
        state["number"] += 1
        after = texts.write(before, texts.block_text("big-b250-1"), "nb", f"Nytt {state['number']}")
        state["project"] = after
        return difference(before, after)

    say("an edit at 500 messages, with its Change", f"{seconds(once, 300) * 1e6:.0f} µs", "under 500 µs")


def storing(folder: Path) -> None:
    """Load of 500 messages, and one changed text, in SQLite."""
    project = many_messages(500)
    with open_store(folder / "load.sqlite") as store:
        store.create(project)
        state = {"project": project, "number": 0}

        def write():
            before = state["project"]
            state["number"] += 1
            state["project"] = texts.write(before, texts.block_text("big-b250-1"), "nb", f"Nytt {state['number']}")
            return store.write(difference(before, state["project"]), state["project"])

        say("write one changed text (SQLite)", f"{seconds(write, 50) * 1000:.1f} ms", "under 10 ms")

    def load():
        with open_store(folder / "load.sqlite") as fresh:
            return fresh.load("big")

    say("open and load 500 messages (SQLite)", f"{seconds(load, 7, 1) * 1000:.0f} ms", "under 500 ms")


def searching(folder: Path) -> None:
    """Search over 10 000 messages."""
    with open_store(folder / "search.sqlite") as store:
        for number in range(20):
            store.create(many_messages(500, f"big{number}"))
        for words in ("nummer 4321", "lapp kurv"):
            taken = seconds(lambda said=words: store.search(said), 15)
            say(f"search 10 000 messages for “{words}”", f"{taken * 1000:.1f} ms", "under 50 ms")


def bundling() -> None:
    """A flow of five messages for Klaviyo."""
    project, content = preset("welcome-story", "nb")
    target = exporter("klaviyo")
    options = parse_options(target, [])
    work = Work(project, "welcome-story", "nb", content.__getitem__, NullTranslator())
    taken = seconds(lambda: target.build(work, options, Resolved()), 30)
    say("bundle of a 5-message flow for Klaviyo", f"{taken * 1000:.1f} ms", "under 50 ms")


def starting() -> None:
    """The start of `presets` against a bare import."""

    def ours():
        subprocess.run([sys.executable, "main.py", "presets"], cwd=root(), check=True, capture_output=True)

    def bare():
        subprocess.run([sys.executable, "-c", "import pydantic"], cwd=root(), check=True, capture_output=True)

    say("`presets` / bare `import pydantic`", f"{seconds(ours, 9) / seconds(bare, 9):.2f} x", "under 4 x")
