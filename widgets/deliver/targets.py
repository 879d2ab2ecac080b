"""The targets there are, as the person chooses among them: what each is called and what it can do."""

from __future__ import annotations

from dataclasses import dataclass

from studio.errors import StudioError
from studio.exporters.base import Capabilities, Exporter, Reach
from studio.exporters.registry import exporter, exporter_names
from studio.exporters.saying import listed
from studio.i18n import Sentence, sentence

_FIRST = ("klaviyo", "brevo", "html", "eml")
_CHANNELS = (
    ("templates", sentence("e-mail")),
    ("sms", sentence("SMS")),
    ("push", sentence("push")),
    ("whatsapp", sentence("WhatsApp")),
)


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


def targets() -> tuple[Target, ...]:
    """Return all targets: services before files, the built-in ones before plug-ins."""
    found = [_target(name) for name in sorted(exporter_names(), key=_place)]
    return tuple(sorted(found, key=lambda target: not target.is_service))


def _place(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


def _target(name: str) -> Target:
    try:
        made = exporter(name)
    except StudioError as trouble:
        return Target(name, Sentence(name), sentence("cannot be loaded"), trouble=trouble)
    can = service_can(made.capabilities) if made.service else files_can(made.capabilities)
    return Target(name, Sentence(made.label), can, made)


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
        parts.append(sentence("A/B drafts"))
    if table.flow is Reach.BY_HAND:
        parts.append(sentence("build sheet"))
    return listed(tuple(parts)) if parts else sentence("little")


def files_can(table: Capabilities) -> Sentence:
    """Return which channels a kind of file carries."""
    parts = tuple(word for name, word in _CHANNELS if getattr(table, name) is not Reach.NO)
    return listed(parts) if parts else sentence("files")
