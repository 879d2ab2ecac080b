"""What the manuscript’s menus offer: kinds of block, merge tags, beats, angles, objections, doings of a variant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from studio.i18n import N_, Translator
from studio.model.called import OBJECTION_NAMES
from studio.model.kinds import BLOCK_KINDS
from studio.model.message import Variant
from studio.model.project import Project, Snippet
from studio.model.trade import Channel
from studio.tags.catalogue import PATHS, SNIPPET, Kind, PathInfo, Where, label
from widgets.names import ANGLES, BEAT_LINES, BEATS
from widgets.parts.popup import Choice
from widgets.write.names import KINDS
from widgets.write.snippets import readable_words

GROUPS = {
    "person": (N_("person"), "ph.user"),
    "cart": (N_("cart"), "ph.shopping-cart"),
    "order": (N_("order"), "ph.package"),
    "links": (N_("link"), "ph.link"),
    "offer": (N_("offer"), "ph.tag"),
    "coupon": (N_("offer"), "ph.tag"),
    "shop": (N_("shop"), "ph.storefront"),
    "snippet": (N_("snippet"), "ph.link-simple"),
    "if": (N_("condition"), "ph.git-branch"),
}
CONDITION = "if "
FIRST = (
    *("person.first_name", "person.last_name", "person.email"),
    *("cart.first.name", "cart.total", "cart.count", "cart.url"),
    *("order.number", "order.delivery", "order.tracking_url"),
    *("links.unsubscribe", "links.preferences", "links.browser"),
    *("offer.value", "offer.code", "coupon.code", "offer.hours"),
    *("shop.name", "shop.url", "shop.email", "shop.address"),
)
"""The merge tags in the order in which a writer needs them."""


def snippet_choices(words: Translator, snippets: Iterable[Snippet], language: str) -> list[Choice]:
    """Return snippets by name, each with what it begins with."""
    icon = GROUPS["snippet"][1]
    named = sorted(snippets, key=lambda each: each.name.casefold())
    return [
        Choice(f"{SNIPPET}{each.id}", each.name, words("snippet: {name}", name=said), icon)
        for each in named
        for said in (readable_words(words, each.text.words(language)),)
    ]


def block_choices(words: Translator, channel: Channel, recent: Sequence[str]) -> list[Choice]:
    """Return the kinds of block of a channel, those used last first."""
    names = [kind.name for kind in BLOCK_KINDS.values() if kind.channel is channel]
    order = {name: number for number, name in enumerate(KINDS)}
    names.sort(key=lambda name: (recent.index(name) if name in recent else len(recent), order[name]))
    return [Choice(name, words(KINDS[name].word), words(KINDS[name].line), KINDS[name].icon) for name in names]


def tag_choices(words: Translator, project: Project, language: str) -> list[Choice]:
    """Return all merge tags by what a writer calls them, group by group, then the conditions."""
    known = known_tags()
    tags = [_tag(words, info) for info in known]
    facts = [
        Choice(f"shop.{name}", words.say(label(f"shop.{name}")), text.words(language), GROUPS["shop"][1])
        for name, text in sorted(project.brand.facts.items())
    ]
    asked = [info for info in known if info.where in (Where.PERSON, Where.EVENT) and info.kind is not Kind.URL]
    held = snippet_choices(words, project.snippets.values(), language)
    return [*tags, *facts, *held, *(_condition(words, info.path) for info in asked)]


def known_tags() -> list[PathInfo]:
    """Return the merge tags that may stand anywhere in copy, in the order in which a writer needs them."""
    paths = [path for path, info in PATHS.items() if info.where is not Where.ITEM]
    order = {path: number for number, path in enumerate(FIRST)}
    return [PATHS[path] for path in sorted(paths, key=lambda path: (order.get(path, len(order)), path))]


def _tag(words: Translator, info: PathInfo) -> Choice:
    group, icon = GROUPS[info.path.partition(".")[0]]
    source = f"{info.path} | money" if info.kind is Kind.MONEY else info.path
    return Choice(source, words.say(label(info.path)), words(group), icon)


def _condition(words: Translator, path: str) -> Choice:
    group, icon = GROUPS["if"]
    return Choice(f"{CONDITION}{path}", words("only where we know: {name}", name=label(path)), words(group), icon)


def beat_choices(words: Translator) -> list[Choice]:
    """Return the beats with what each does."""
    return [Choice(beat.value, words(word), words(BEAT_LINES[beat])) for beat, word in BEATS.items()]


def angle_choices(words: Translator) -> list[Choice]:
    """Return the angles of a message."""
    return [Choice(angle.value, words(word)) for angle, word in ANGLES.items()]


def objection_choices(words: Translator) -> list[Choice]:
    """Return the objections a message may answer."""
    return [Choice(objection.value, words(word)) for objection, word in OBJECTION_NAMES.items()]


def variant_choices(words: Translator, variant: Variant, *, alone: bool) -> list[Choice]:
    """Return what can be done to a variant."""
    choices = [
        Choice("show", words("Show variant {name} in the preview", name=variant.name), icon="ph.eye"),
        Choice("copy", words("Copy variant {name}", name=variant.name), icon="ph.copy"),
    ]
    if not alone:
        choices.append(Choice("weight", words("Change its share …"), icon="ph.percent"))
        choices.append(Choice("remove", words("Remove variant {name}", name=variant.name), icon="ph.trash"))
    return choices
