"""The targets there are, as the person chooses among them: what each is called, what it can do, and its group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from studio.errors import StudioError
from studio.exporters.base import Capabilities, Exporter, Reach
from studio.exporters.registry import exporter, exporter_names
from studio.exporters.saying import listed
from studio.i18n import N_, Sentence, Translator, sentence

_FIRST = (
    *("klaviyo", "omnisend", "hubspot"),
    *("brevo", "mailchimp", "activecampaign", "mailerlite", "customerio", "getresponse"),
    *("drip", "mailjet", "sendgrid", "shopify"),
    *("html", "eml", "mjml", "json", "xlsx", "csv", "voice", "webhook"),
)
"""The order of the built-in targets within their groups; others follow by name."""
_CHANNELS = (
    ("templates", sentence("e-mail")),
    ("sms", sentence("SMS")),
    ("push", sentence("push")),
    ("whatsapp", sentence("WhatsApp")),
)


class Group(IntEnum):
    """How much a target takes: the whole flow, templates with a build sheet beside them, or files."""

    FLOWS = 0
    TEMPLATES = 1
    FILES = 2


GROUPS = {
    Group.FLOWS: N_("Whole flows"),
    Group.TEMPLATES: N_("Templates and build sheet"),
    Group.FILES: N_("Files and webhook"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """An exporter to choose; one that cannot be loaded has its `trouble` and no exporter."""

    name: str
    label: Sentence
    can: Sentence
    exporter: Exporter | None = None
    trouble: StudioError | None = None

    @property
    def is_service(self) -> bool:
        """Return whether the target is a service with accounts, not a kind of file."""
        return self.exporter is not None and self.exporter.service is not None

    @property
    def is_beta(self) -> bool:
        """Return whether the service itself calls its interface unfinished."""
        return self.exporter is not None and self.exporter.capabilities.beta

    @property
    def is_signed(self) -> bool:
        """Return whether what goes there is signed for whoever receives it, who makes of it what they will."""
        service = self.exporter.service if self.exporter else None
        return service is not None and service.sign is not None

    @property
    def group(self) -> Group:
        """Return how much the target takes; what cannot be loaded, and what is signed for anybody, is no service."""
        if self.exporter is None or self.exporter.service is None or self.is_signed:
            return Group.FILES
        table = self.exporter.capabilities
        return Group.FLOWS if table.flow is Reach.YES or table.live is Reach.YES else Group.TEMPLATES


def targets() -> tuple[Target, ...]:
    """Return all targets: by group, the built-in ones before plug-ins."""
    found = [_target(name) for name in sorted(exporter_names(), key=_place)]
    return tuple(sorted(found, key=lambda target: target.group))


def fitting(some: Iterable[Target], typed: str, words: Translator, more: dict[str, str]) -> tuple[Target, ...]:
    """Return the targets in which every typed word stands: in the name, what it can do, its group or `more` of it."""
    wanted = typed.casefold().split()

    def line(target: Target) -> str:
        told = (words.say(target.label), words.say(target.can), words(GROUPS[target.group]), more.get(target.name, ""))
        return " ".join((target.name, *told)).casefold()

    return tuple(target for target in some if all(word in line(target) for word in wanted))


def _place(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


def _target(name: str) -> Target:
    try:
        made = exporter(name)
    except StudioError as trouble:
        return Target(name, Sentence(name), sentence("cannot be loaded"), trouble=trouble)
    can = service_can(made.capabilities) if made.service else files_can(made.capabilities)
    found = Target(name, Sentence(made.label), can, made)
    return replace(found, can=sentence("the flow as signed JSON")) if found.is_signed else found


def service_can(table: Capabilities) -> Sentence:
    """Return in a few words what a service takes from us."""
    if table.flow is Reach.YES:
        return sentence("the whole flow")
    parts = []
    if table.flow is Reach.PARTLY:
        parts.append(sentence("parts of the flow"))
    if table.templates is not Reach.NO:
        parts.append(sentence("templates"))
    if table.ab_campaigns is not Reach.NO:
        parts.append(sentence("A/B drafts") if table.flow is Reach.BY_HAND else sentence("A/B"))
    if table.flow is Reach.BY_HAND:
        parts.append(sentence("build sheet"))
    return listed(tuple(parts)) if parts else sentence("little")


def files_can(table: Capabilities) -> Sentence:
    """Return which channels a kind of file carries."""
    parts = tuple(word for name, word in _CHANNELS if getattr(table, name) is not Reach.NO)
    return listed(parts) if parts else sentence("files")
