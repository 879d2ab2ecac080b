"""The real engines of the services' languages: Django templates, Liquid and Handlebars, with what services add."""

from datetime import date
from functools import lru_cache

import liquid
import pybars
from django.conf import settings
from django.template import Context, Engine, Library, Node

if not settings.configured:
    settings.configure(USE_I18N=False, USE_TZ=False)

ADDED = Library()
"""What Klaviyo documents beside Django's own filters and tags."""
LINKS = {"unsubscribe": "#unsubscribe", "preferences": "#preferences", "browser": "#browser"}
CODE = "K7M2-9XQD"
KLAVIYO_TAGS = {
    "unsubscribe_link": LINKS["unsubscribe"],
    "manage_preferences_link": LINKS["preferences"],
    "web_view_link": LINKS["browser"],
    "coupon_code": CODE,
}
CUSTOMERIO_TAGS = {
    "unsubscribe_url": LINKS["unsubscribe"],
    "manage_subscription_preferences_url": LINKS["preferences"],
    "view_in_browser_url": LINKS["browser"],
}


class Words(Node):
    """A tag that prints words of the service's own."""

    def __init__(self, words):
        self.words = words

    def render(self, context):
        return self.words


def _tag(words):
    return lambda parser, token: Words(words)


for name, words in KLAVIYO_TAGS.items():
    ADDED.tag(name, _tag(words))
ADDED.filter("lookup", lambda held, key: held.get(key, "") if held else "")
ADDED.filter("find_replace", lambda words, pair: str(words).replace(*pair.split("|", 1)))
ADDED.filter("format_date_string", lambda words: date.fromisoformat(words))  # noqa: PLW0108 - Django names it
ADDED.filter("trim_slash", lambda address: address.rstrip("/"))


@lru_cache(maxsize=2)
def _django(autoescape):
    engine = Engine(autoescape=autoescape)
    engine.template_builtins.append(ADDED)
    return engine


def django(template, data, *, in_html):
    """Return what Django templates make of a text; outside HTML the service may escape or not."""
    return _django(in_html).from_string(template).render(Context(data, autoescape=in_html))


def _liquid_tags(template):
    for tag, words in CUSTOMERIO_TAGS.items():
        template = template.replace(f"{{% {tag} %}}", words)
    return template


@lru_cache(maxsize=2)
def _liquid(start, end):
    return liquid.Environment(
        tag_start_string=f"{start}%",
        tag_end_string=f"%{end}",
        statement_start_string=start * 2,
        statement_end_string=end * 2,
    )


def curly(template, data, *, in_html):
    """Return what Liquid makes of a text; it escapes nothing by itself."""
    return _liquid("{", "}").from_string(_liquid_tags(template)).render(**data)


def square(template, data, *, in_html):
    """Return what Liquid in square brackets makes of a text."""
    return _liquid("[", "]").from_string(template).render(**data)


def _less_than(this, options, first, second):
    return options["fn"](this) if first < second else options["inverse"](this)


@lru_cache(maxsize=512)
def _handlebars(template):
    return pybars.Compiler().compile(template)


def handlebars(template, data, *, in_html):
    """Return what Handlebars makes of a text, with the helpers that SendGrid documents."""
    return str(_handlebars(template)(_forgiving(data), helpers={"lessThan": _less_than}))


class Forgiving(list):
    """A list that holds nothing beyond its end, as lists of JavaScript do."""

    def __getitem__(self, index):
        if index == "length":
            return len(self)
        at = int(index) if isinstance(index, str) else index
        return super().__getitem__(at) if not isinstance(at, int) or at < len(self) else None


def _forgiving(data):
    if isinstance(data, dict):
        return {key: _forgiving(held) for key, held in data.items()}
    return Forgiving(_forgiving(held) for held in data) if isinstance(data, list) else data
