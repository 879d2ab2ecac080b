"""What goes where, as a page in Markdown: made of the capability tables, so that it never says more than they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from immutables import Map

from studio.cli.targets import REACHES, options_of
from studio.exporters.base import Capabilities, Exporter, Reach
from studio.exporters.service import Rate, Service
from studio.i18n import N_, Translator

COLUMNS: Map[str, str] = Map(
    {
        "flow": N_("the whole flow"),
        "templates": N_("templates"),
        "ab_in_flow": N_("A/B inside the flow"),
        "ab_campaigns": N_("A/B campaign drafts"),
        "sms": N_("SMS"),
        "push": N_("push"),
        "whatsapp": N_("WhatsApp"),
        "pictures": N_("pictures"),
        "drift": N_("changes made there are seen"),
        "live": N_("can be switched on from here"),
    }
)
"""The columns of the table, by the name of the capability."""
_ORDER = ("flow", "templates", "ab_in_flow", "ab_campaigns", "sms", "push", "whatsapp", "pictures", "drift", "live")
_LIMITS = (
    ("per_second", N_("{count} a second")),
    ("per_minute", N_("{count} a minute")),
    ("per_hour", N_("{count} an hour")),
    ("per_day", N_("{count} a day")),
)


def page(targets: Iterable[Exporter], words: Translator) -> str:
    """Return the page in the interface's language, whole flows first, files last."""
    found = sorted(targets, key=_rank)
    return "\n".join(_lines(found, words)).rstrip() + "\n"


def _rank(target: Exporter) -> tuple[int, str]:
    whole = target.capabilities.flow is Reach.YES
    return (2 if target.service is None else 0 if whole else 1), target.name


def _lines(targets: list[Exporter], words: Translator) -> Iterator[str]:
    title = words("What goes where")  # words stand apart, because extraction does not look into f-strings
    yield f"# {title}\n"
    yield words(
        "What each service takes through its API decides what Fabel promises; what it does not take stands on the build"
        " sheet, step by step. The last column says how that is known: V, read in the service's own description or"
        " official client; D, stated in its documentation; C, reported by people who run it; U, unverified. Nothing"
        " here was tried against a live account. This page is written by “fabel targets --markdown”."
    )
    yield ""
    yield from _table(targets, words)
    for target in targets:
        yield from _section(target, words)


def _table(targets: list[Exporter], words: Translator) -> Iterator[str]:
    heads = [words(COLUMNS[name]) for name in _ORDER]
    yield f"| | {' | '.join(heads)} | |"
    yield f"|---|{'---|' * (len(heads) + 1)}"
    for target in targets:
        cells = [_reach(getattr(target.capabilities, name), words) for name in _ORDER]
        beta = words("beta") if target.capabilities.beta else ""
        label = " ".join(filter(None, (f"**{words(target.label)}**", beta and f"({beta})")))
        yield f"| {label} | {' | '.join(cells)} | {target.capabilities.mark} |"


def _reach(reach: Reach, words: Translator) -> str:
    said = REACHES[reach]
    return said if reach is Reach.NO else words(said)


def _section(target: Exporter, words: Translator) -> Iterator[str]:
    label = words(target.label)
    yield f"\n## {label} (`{target.name}`)\n"
    yield from (f"{line}\n" for line in _split(target.capabilities, words))
    if target.service:
        yield from _service(target.service, words)
    for note in target.capabilities.notes:
        yield f"- {words.say(note)}"
    yield from _options(target, words)


def _split(held: Capabilities, words: Translator) -> Iterator[str]:
    """Yield what is pushed, what in part, and what stands on the build sheet, each in one sentence."""
    for reach, said in (
        (Reach.YES, N_("Taken: {things}.")),
        (Reach.PARTLY, N_("Taken in part: {things}.")),
        (Reach.BY_HAND, N_("On the build sheet: {things}.")),
    ):
        things = [words(COLUMNS[name]) for name in _ORDER if getattr(held, name) is reach]
        if things:
            yield words(said, things=", ".join(things))


def _service(service: Service, words: Translator) -> Iterator[str]:
    made = words("What is made there: {kinds}.", kinds=", ".join(words(kind) for kind in sorted(service.resources)))
    yield f"- {made}"
    limits = _limits(service, words)
    if limits:
        said = words("Limits that are kept: {limits}.", limits="; ".join(limits))
        yield f"- {said}"
    if service.key_hint:
        said = words("Key: {hint}", hint=words.say(service.key_hint))
        yield f"- {said}"
    if service.address_hint:
        said = words("Every account has an address of its own, such as {example}.", example=service.address_hint)
        yield f"- {said}"
    for scope, purpose in sorted(service.scopes.items()):
        said = words("Permission `{scope}`: {purpose}", scope=scope, purpose=words.say(purpose))
        yield f"- {said}"


def _limits(service: Service, words: Translator) -> list[str]:
    whole = _rate(service.rate, words)
    found = [words("{limit} in all", limit=whole)] if whole else []
    for kind in sorted(service.resources):  # a Map has no order of its own
        said = _rate(service.resources[kind].rate, words)
        if said:
            found.append(f"{words(kind)} {said}")
    return found


def _rate(rate: Rate, words: Translator) -> str:
    held = [(getattr(rate, name), said) for name, said in _LIMITS]
    return ", ".join(words(said, count=f"{count:g}") for count, said in held if count)


def _options(target: Exporter, words: Translator) -> Iterator[str]:
    rows = list(options_of(target, words))
    if not rows:
        return
    heads = (words("Option"), words("What it is"), words("Default"))
    yield f"\n| {' | '.join(heads)} |\n|---|---|---|"
    for row in rows:
        about = " ".join(filter(None, (f"{row['label']}.", row["help"])))
        choices = f" ({', '.join(f'`{choice}`' for choice in row['choices'])})" if row["choices"] else ""
        default = f"`{row['default']}`" if row["default"] not in ("", None) else ""
        yield f"| `{row['key']}` | {about}{choices} | {default} |"
