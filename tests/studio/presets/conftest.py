"""A tiny preset on disk that tests may break."""

from pathlib import Path

import pytest

STRUCTURE = """
schema = 1
id = "tiny"
sources = ["000"]
exits = ["order_placed"]
trigger = { event = "cart_abandoned" }
name = { en = "Tiny", nb = "Bitteliten" }
purpose = { en = "To be tested." }

[[messages]]
id = "one"
channel = "email"
angle = "reminder"
variants = [{ name = "A", weight = 50 }, { name = "B", weight = 50 }]
blocks = [{ id = "text", kind = "paragraph", beat = "hook" }, { id = "go", kind = "button" }]

[[steps]]
wait = 60
[[steps]]
split = { en = "Worth it?", nb = "Verdt det?" }
[[steps.arms]]
name = { en = "Large", nb = "Stor" }
when = ["cart.total at_least 1500"]
[[steps.arms.steps]]
send = "one"
[[steps.arms]]
name = "Rest"
"""

COPY = """---
schema: 1
language: {language}
name: Liten
---

# one: Den ene

## A
subject: Emne A
preheader: Linje A

## B
subject: Emne B
preheader: Linje B

## text
Hei {language}

## go
label: Gå
"""


class Folder:
    """Where the tiny preset lies."""

    def __init__(self, path: Path) -> None:
        self.path = path / "tiny"
        self.path.mkdir(parents=True)
        self.structure(STRUCTURE)
        for language in ("nb", "sv"):
            self.copy(language, COPY.format(language=language))

    def structure(self, text: str) -> None:
        (self.path / "preset.toml").write_text(text, "utf-8")

    def copy(self, language: str, text: str) -> None:
        (self.path / f"{language}.md").write_text(text, "utf-8")

    def broken(self, old: str, new: str) -> None:
        assert old in STRUCTURE
        self.structure(STRUCTURE.replace(old, new, 1))


@pytest.fixture
def tiny(tmp_path) -> Folder:
    return Folder(tmp_path / "presets")
