import re

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map
from jinja2.sandbox import SandboxedEnvironment
from mjml import mjml2html

from studio.errors import StudioError
from studio.tags.parser import parse_tag
from studio.tags.sample import sample
from studio.tags.slots import USUAL, Slots, fill
from studio.tags.tree import Context, EndFor, For, Literal, Value
from tests.studio.tags.personas import AWKWARD, KARI

MAIL = """<mjml><mj-head><mj-preview>{{ t }}</mj-preview></mj-head>
<mj-body><mj-section><mj-column><mj-text>x{{ t }} <b title="{{ a }}">{{ t }}y</b></mj-text>
<mj-button href="{{ u }}">{{ t }}</mj-button><mj-image src="{{ u }}" alt="{{ a }}" href="{{ u }}"/>
<mj-table>{{ for }}<tr><td>{{ i }}</td></tr>{{ endfor }}</mj-table>
<mj-raw><p title="{{ a }}"><a href="{{ u }}?q={{ t }}">{{ t }}</a></p></mj-raw>
</mj-column></mj-section></mj-body></mjml>"""


@pytest.fixture
def held():
    slots = Slots([MAIL])
    nodes = {
        "t": (Value("person.first_name"), Context.TEXT),
        "a": (Value("person.last_name"), Context.ATTRIBUTE),
        "u": (Value("cart.url"), Context.URL),
        "i": (Value("item.name"), Context.TEXT),
        "for": (For("cart.items", 2), Context.TEXT),
        "endfor": (EndFor(), Context.TEXT),
    }
    return slots, {name: slots.hold(*node) for name, node in nodes.items()}


def rendered(tokens):
    environment = SandboxedEnvironment(autoescape=True)
    source = MAIL.replace("{{ for }}", "{{ tokens['for'] }}").replace("{{ endfor }}", "{{ tokens['endfor'] }}")
    return environment.from_string(source).render(**tokens, tokens=tokens)


def tokens_in(slots, text):
    found = sorted(re.findall(slots.prefix + "n[0-9a-f]+z", text))
    assert found
    return found


def test_tokens_survive_templates_and_mjml(held):
    slots, tokens = held
    mjml = rendered(tokens)
    html = mjml2html(mjml, fonts={})
    assert tokens_in(slots, html) == tokens_in(slots, mjml)


def test_tokens_survive_lxml(held):
    slots, tokens = held
    html = mjml2html(rendered(tokens), fonts={})
    again = lxml.html.tostring(lxml.html.document_fromstring(html), encoding="unicode")
    assert tokens_in(slots, again) == tokens_in(slots, html)


def test_a_mail_is_filled_for_a_persona(held):
    slots, tokens = held
    page = lxml.html.document_fromstring(fill(mjml2html(rendered(tokens), fonts={}), slots, sample(KARI, "nb")).text)
    assert page.xpath("//td[.='Blå genser']")
    assert page.xpath("//td[.='Lue']")
    assert not page.xpath("//td[.='Votter']")
    assert set(page.xpath("//a/@href")) == {KARI.event.url, KARI.event.url + "?q=Kari"}


def test_awkward_data_stays_words(held):
    slots, tokens = held
    page = lxml.html.document_fromstring(fill(mjml2html(rendered(tokens), fonts={}), slots, sample(AWKWARD, "nb")).text)
    assert page.xpath("//p/a/text()") == [AWKWARD.event.first_name]
    assert page.xpath("//p/@title") == [AWKWARD.event.last_name]


def test_a_node_has_the_same_token_in_every_message_whose_words_allow_it():
    first, second, other = Slots(["a", "b"]), Slots(["c"]), Slots([f"a{USUAL}b"])
    node = Value("cart.url")
    assert first.hold(node, Context.URL) == second.hold(node, Context.URL) != other.hold(node, Context.URL)


def test_a_node_has_one_token_per_context():
    slots = Slots()
    tokens = [slots.hold(Value("cart.url"), context) for context in (Context.URL, Context.URL, Context.PLAIN)]
    assert tokens[0] == tokens[1] != tokens[2]


def test_words_that_hold_a_prefix_get_another():
    taken = Slots(["words"]).prefix
    slots = Slots([taken])
    assert slots.prefix not in taken
    assert fill(f"{taken}n0z", slots, sample(KARI, "nb")).text == f"{taken}n0z"


@given(st.lists(st.text()), st.integers(0, 10**6))
def test_no_words_are_taken_for_a_token(corpus, number):
    slots = Slots(corpus)
    slots.hold(Value("cart.url"), Context.URL)
    assert all(fill(words, slots, sample(KARI, "nb")).text == words for words in corpus)
    assert re.fullmatch("[a-z][a-z0-9]+", slots.hold(Literal(str(number)), Context.TEXT))


def test_a_token_that_nobody_holds_is_refused():
    slots = Slots()
    with pytest.raises(StudioError, match="placeholder 7"):
        fill(f"{slots.prefix}n7z", slots, sample(KARI, "nb"))


def test_one_message_has_several_texts():
    slots = Slots()
    subject = slots.hold(Value("person.first_name"), Context.PLAIN)
    body = slots.hold(Value("person.first_name"), Context.TEXT)
    reader = sample(AWKWARD, "nb")
    assert fill(subject, slots, reader).text == AWKWARD.event.first_name
    assert fill(body, slots, reader).text.startswith("&lt;b&gt;")
    assert fill(body, slots, reader, plain=True).text == AWKWARD.event.first_name


def constant(source, context, **constants):
    slots = Slots([], Map({key.replace("_", ".", 1): words for key, words in constants.items()}))
    return fill(slots.hold(parse_tag(source), context), slots, sample(KARI, "nb"))


@pytest.mark.parametrize(
    ("context", "words", "printed"),
    [
        (Context.TEXT, "A & B {{", "A &amp; B {{"),
        (Context.PLAIN, "A & B", "A & B"),
        (Context.URL, "A & B", "A%20%26%20B"),
        (Context.URL, "https://x.no/?a=1&b=2", "https://x.no/?a=1&amp;b=2"),
        (Context.URL, "javascript:alert(1)", "#"),
    ],
)
def test_a_constant_is_put_in_for_its_context(context, words, printed):
    assert constant("shop.craft", context, shop_craft=words).text == printed


def test_a_constant_that_is_not_filled_in_is_said():
    filled = constant("shop.phone", Context.TEXT)
    assert (filled.text, [said.path for said in filled.unsayable]) == ("", ["shop.phone"])
    assert constant('shop.phone | default: "oss"', Context.TEXT).text == "oss"


@pytest.mark.parametrize(("facts", "printed"), [({}, "no"), ({"shop.phone": "1"}, "yes")])
def test_a_condition_on_a_constant_is_decided_at_once(facts, printed):
    slots = Slots([], Map(facts))
    hold = [slots.hold(parse_tag(source), Context.TEXT) for source in ("if shop.phone", "else", "end")]
    filled = fill(f"{hold[0]}yes{hold[1]}no{hold[2]}", slots, sample(KARI, "nb"))
    assert (filled.text, filled.unsayable) == (printed, ())
