"""Braces in copy, so that a service's engine takes them for words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from string import Template

from studio.tags.escaping import ADDRESSES, clean_address, escape
from studio.tags.grammar import Engine
from studio.tags.tree import Context


def literal(words: str, context: Context, engine: Engine) -> str | None:
    """Return words for `context` in which no tag begins, or None where the engine has no way to say them."""
    if context in ADDRESSES:
        return escape(in_address(clean_address(words), engine), context)
    if context is Context.PLAIN:
        return finished(words, engine)
    return _marked(escape(words, context), engine, lambda mark: f"&#{ord(mark)};")


def in_address(address: str, engine: Engine) -> str:
    """Return an address in which no tag begins, by percent-encoding."""
    return _marked(address, engine, _percent)


def finished(text: str, engine: Engine) -> str | None:
    """Return finished text in which no tag begins, by the engine's own means, or None where it has none.

    Entities would do in words but not in a style sheet, and finished text may hold both.
    """
    if engine.mark:
        return _marked(text, engine, lambda mark: Template(engine.mark).substitute(mark=mark))
    return text if _marked(text, engine, lambda _: "") == text else None


def _marked(text: str, engine: Engine, write: Callable[[str], str]) -> str:
    return _beginning(engine.openers).sub(lambda found: write(found.group()), text)


@lru_cache(maxsize=64)
def _beginning(openers: tuple[str, ...]) -> re.Pattern[str]:
    # The first character of an opener counts at the very end too, and before that of another: what is printed next may
    # complete it.
    firsts = {opener[0] for opener in openers}
    return re.compile("|".join(_one_beginning(opener, firsts - {opener[0]}) for opener in openers))


def _one_beginning(opener: str, others: set[str]) -> str:
    following = (re.escape(opener[1:]), "\\Z", *(re.escape(other) for other in sorted(others)))
    return f"{re.escape(opener[0])}(?={'|'.join(following)})"


def _percent(mark: str) -> str:
    return mark if mark == "%" else f"%{ord(mark):02X}"
