"""A service's expressions and conditions, put together from the patterns of its engine."""

from __future__ import annotations

import re
from dataclasses import replace
from string import Template

from studio.tags.amounts import BROKEN, EXAMPLE, decimal_sign, leaves_wholes_bare
from studio.tags.catalogue import Kind, path_info
from studio.tags.days import day_format, day_names
from studio.tags.dialect import Filled
from studio.tags.escaping import ADDRESSES
from studio.tags.grammar import Engine, Native
from studio.tags.tree import Context, Filter, Value

_SIMPLE = re.compile(r"[\w .,!?-]+")


def filled_in(pattern: str, **words: str) -> str:
    """Return a pattern of an engine with its words."""
    return Template(pattern).substitute(words)


def worded(engine: Engine, say: str, context: Context) -> str:
    """Return the tag that prints an expression: escaped in HTML, as it is outside."""
    outside = context in (Context.PLAIN, Context.ADDRESS) and engine.plain
    return filled_in(outside or engine.value, say=say)


def question(engine: Engine, path: str, native: Native) -> str:
    """Return what a condition asks: neither nothing, "" nor 0."""
    is_number = path_info(path).kind in (Kind.NUMBER, Kind.MONEY)
    truth = (engine.truth_number if is_number else "") or engine.truth
    return native.test or filled_in(truth, say=native.say)


def rooted(native: Native, root: str) -> Native:
    """Return what is said outside a list as it is said inside one."""
    say, test = (filled_in(root, say=held) if held else "" for held in (native.say, native.test))
    return replace(native, say=say, test=test)


def kept(engine: Engine, inner: Filled) -> Filled:
    """Return what stands inside a condition or loop so that the engine prints it, were it but spaces."""
    if not engine.drops_blanks or not inner.text or inner.text.strip():
        return inner
    return replace(inner, text=filled_in(engine.mark, mark=inner.text))


def sure(engine: Engine, native: Native) -> str:
    """Return an expression that stops no message, though what it names should not exist."""
    return filled_in(engine.sure, say=native.say) if engine.sure and not native.unasked else native.say


def is_cut(engine: Engine, native: Native, value: Value) -> bool:
    """Tell whether the engine keeps the first characters of a value, if that is wanted."""
    return value.filter("cut") is None or bool(native.say and not native.unasked and engine.cut)


def shortened(engine: Engine, say: str, value: Value) -> str:
    """Return an expression for the first characters of a value, as many as its filter `cut` says."""
    cut = value.filter("cut")
    return filled_in(engine.cut, say=say, limit=cut.text) if cut and engine.cut else say


def with_default(engine: Engine, native: Native, value: Value, default: Filter) -> str:
    """Return an expression with the service's own default for readers without a value."""
    say = shortened(engine, sure(engine, native), value) if value.filter("cut") else native.say
    return filled_in(engine.default, say=say, text=default.text)


def is_simple(engine: Engine, native: Native, value: Value, default: Filter, context: Context) -> bool:
    """Tell whether the service's own default means the same.

    Engines disagree on literals (Django prints them raw, others escape them), so the text must be simple; and on 0, so
    the value must be a text of which the condition would ask nothing else.
    """
    if not engine.default or native.test or native.note or not native.say:
        return False
    is_words = context not in ADDRESSES and path_info(value.path).kind in (Kind.TEXT, Kind.URL)
    return is_words and bool(_SIMPLE.fullmatch(default.text))


def writes_days(engine: Engine, language: str) -> bool:
    """Tell whether the engine writes a day as `language` does; it may fail where there is none."""
    return bool(engine.date and language and engine.when)


def day_said(engine: Engine, say: str, language: str) -> str:
    """Return an expression for a day in the order and the names of a language."""
    weekday, number, month, *escape = engine.date_signs
    order = day_format(language, weekday, number, month, "".join(escape))
    names = (filled_in(engine.renamed, english=english, own=own) for english, own in day_names(language))
    return "".join((filled_in(engine.date, say=say, format=order), *names))


def digits(engine: Engine, currency: str) -> str:
    """Return the pattern for the digits of an amount, without decimals where a currency leaves whole amounts bare."""
    return (engine.bare_money if leaves_wholes_bare(currency) else "") or engine.money


def examples(engine: Engine, currency: str) -> tuple[float, ...]:
    """Return the amounts that show how the engine writes a currency: with decimals too, where a whole one has none."""
    return (EXAMPLE, BROKEN) if leaves_wholes_bare(currency) and engine.bare_money else (EXAMPLE,)


def example_digits(engine: Engine, amount: float, currency: str, language: str) -> str:
    """Return the digits of an amount as the engine prints them."""
    pattern = digits(engine, currency)
    if engine.bare_money and leaves_wholes_bare(currency) and amount == int(amount):
        return f"{amount:.0f}"
    return f"{amount:.2f}".replace(".", decimal_sign(language) if "point" in pattern else ".")
