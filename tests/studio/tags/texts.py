"""Texts that a writer might build, for hypothesis, as far as a service can say them."""

import re

from hypothesis import strategies as st

from studio.tags.catalogue import PATHS, Kind, Where
from studio.tags.tree import Context, Else, End, EndFor, Filter, For, If, Literal, Value

HTML = (Context.TEXT, Context.ATTRIBUTE, Context.URL)
PLAIN = (Context.PLAIN, Context.ADDRESS)
ADDRESSES = (Context.URL, Context.ADDRESS)
# Digits would run into amounts, which are compared without their thousands separators.
words = st.text(st.characters(exclude_categories=["Cs", "Nd"])) | st.text("{}[]%#' \"\\&<>-ax")
_GROUPING = re.compile(r"(?<=\d)[\xa0\u202f,.](?=\d{3}(?!\d))")
_NOTHING = re.compile(r"(?<![\d.,])0[.,]00(?!\d)")
_POINT = re.compile(r"(?<=\d),(?=\d\d(?!\d))")


def comparable(text):
    """Return a text without what an Unsayable names: how amounts are grouped, and what keeps braces apart.

    Where amounts arrive as texts, one of nothing arrives as 0: any other text would count as something in a condition.
    """
    plain = _POINT.sub(".", _GROUPING.sub("", _NOTHING.sub("0", text.replace("\u2060", ""))))
    return plain.replace("%2F", "/")


def paths(service, in_loop, asked=False):
    """Return the paths that a service can say there, or ask about."""
    spelling = service.spelling
    known = [row for row in PATHS.values() if row.where is not Where.CONSTANT]
    natives = {row.path: spelling.native(row.path, in_loop=in_loop) for row in known}
    return st.sampled_from([path for path, native in natives.items() if native and not (asked and native.unasked)])


@st.composite
def values(draw, service, contexts, in_loop):
    """Return one value with its filters, where the service can print it."""
    spelling = service.spelling
    path, context = draw(paths(service, in_loop)), draw(st.sampled_from(contexts))
    native, kind = spelling.native(path, in_loop=in_loop), PATHS[path].kind
    is_part = context in ADDRESSES and kind is not Kind.URL
    if is_part and (kind is Kind.MONEY or native.whole or not spelling.engine.part):
        context = contexts[0]
    filters = (Filter("default", draw(words)),) if not native.unasked and draw(st.booleans()) else ()
    if kind is Kind.TEXT and spelling.engine.cut and native.say and draw(st.booleans()):
        filters = (Filter("cut", str(draw(st.integers(1, 30)))), *filters)
    return [(Value(path, filters), context)]


def texts(service, contexts, in_loop=False, depth=3):
    """Return texts as flat pieces: finished words, and nodes with their contexts."""
    literals = st.builds(lambda text, context: [(Literal(text), context)], words, st.sampled_from(contexts[:1]))
    leaves = [words, literals, values(service, contexts, in_loop)]
    if depth:
        inner = texts(service, contexts, in_loop, depth - 1)
        leaves.append(st.builds(branch, paths(service, in_loop, asked=True), inner, inner | st.none()))
        if not in_loop:
            leaves.append(st.builds(loop, limits(service), texts(service, contexts, True, depth - 1)))
    # Something stands between the parts, so that no amount runs into the digits of what follows it.
    return st.lists(st.one_of(leaves), max_size=4).map(
        lambda parts: [piece for part in parts for piece in (*part, "·")]
    )


def limits(service):
    return st.integers(0, 3) if service.spelling.engine.limited else st.just(0)


def branch(path, then, otherwise):
    other = [] if otherwise is None else [(Else(), Context.TEXT), *otherwise]
    return [(If(path), Context.TEXT), *then, *other, (End(), Context.TEXT)]


def loop(limit, body):
    return [(For("cart.items", limit), Context.TEXT), *body, (EndFor(), Context.TEXT)]
