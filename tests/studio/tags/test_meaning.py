"""Whatever a writer builds means the same at the service as in the preview."""

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.tags.catalogue import PATHS, Kind, Where
from studio.tags.sample import sample
from studio.tags.services import dialect
from studio.tags.slots import Slots, fill
from studio.tags.tree import Context, Else, End, EndFor, Filter, For, If, Literal, Value
from tests.studio.tags.engine import run
from tests.studio.tags.personas import PERSONAS

SERVICES = [("klaviyo", "shopify"), ("klaviyo", "woocommerce"), ("klaviyo", "custom"), ("brevo", "custom")]
HTML = (Context.TEXT, Context.ATTRIBUTE, Context.URL)
PLAIN = (Context.PLAIN, Context.ADDRESS)
# Jinja2 turns \r into \n in template text; the services' engines do not.
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")) | st.text("{}%#' \"\\&<>-ax")


def paths(in_loop):
    known = [row for row in PATHS.values() if row.where is not Where.CONSTANT]
    return st.sampled_from(sorted(row.path for row in known if in_loop or row.where is not Where.ITEM))


@st.composite
def values(draw, contexts, in_loop):
    path, context = draw(paths(in_loop)), draw(st.sampled_from(contexts))
    if PATHS[path].kind is Kind.MONEY and context in (Context.URL, Context.ADDRESS):
        context = contexts[0]
    filters = (Filter("default", draw(words)),) if draw(st.booleans()) else ()
    if PATHS[path].kind is Kind.TEXT and draw(st.booleans()):
        filters = (Filter("cut", str(draw(st.integers(1, 30)))), *filters)
    return [(Value(path, filters), context)]


def texts(contexts, in_loop=False, depth=3):
    leaves = [words, st.builds(lambda text, context: [(Literal(text), context)], words, st.sampled_from(contexts[:1]))]
    leaves.append(values(contexts, in_loop))
    if depth:
        inner = texts(contexts, in_loop, depth - 1)
        leaves.append(st.builds(branch, paths(in_loop), inner, inner | st.none()))
        if not in_loop:
            leaves.append(st.builds(loop, st.integers(0, 3), texts(contexts, True, depth - 1)))
    return st.lists(st.one_of(leaves), max_size=4).map(lambda parts: [piece for part in parts for piece in part])


def branch(path, then, otherwise):
    other = [] if otherwise is None else [(Else(), Context.TEXT), *otherwise]
    return [(If(path), Context.TEXT), *then, *other, (End(), Context.TEXT)]


def loop(limit, body):
    return [(For("cart.items", limit), Context.TEXT), *body, (EndFor(), Context.TEXT)]


def meanings(pieces, service, profile, persona, autoescape):
    slots = Slots(piece for piece in pieces if isinstance(piece, str))
    text = "".join(piece if isinstance(piece, str) else slots.hold(*piece) for piece in pieces)
    native = dialect(service, profile=profile, currency="NOK", language="nb")
    sent = run(fill(text, slots, native).text, persona, "nb", autoescape=autoescape)
    return sent, fill(text, slots, sample(persona, "nb", "NOK")).text


@pytest.mark.parametrize(("service", "profile"), SERVICES)
@settings(deadline=None, max_examples=60)
@given(pieces=texts(HTML), persona=st.sampled_from(PERSONAS))
def test_html_means_the_same_at_the_service(service, profile, pieces, persona):
    sent, shown = meanings(pieces, service, profile, persona, True)
    assert html.unescape(sent) == html.unescape(shown)


@pytest.mark.parametrize(("service", "profile"), SERVICES)
@settings(deadline=None, max_examples=60)
@given(pieces=texts(PLAIN), persona=st.sampled_from(PERSONAS))
def test_plain_text_means_the_same_at_the_service(service, profile, pieces, persona):
    sent, shown = meanings(pieces, service, profile, persona, False)
    assert sent == shown
