"""Which exporters there are: the built-in ones by name, others by entry point, each loaded only when it is used."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from immutables import Map

from studio.errors import StudioError, WrongUse
from studio.exporters.base import Exporter

GROUP = "fabel.exporters"

BUILT_IN: Map[str, str] = Map(
    {
        "klaviyo": "studio.exporters.klaviyo",
        "omnisend": "studio.exporters.omnisend",
        "hubspot": "studio.exporters.hubspot",
        "brevo": "studio.exporters.brevo",
        "customerio": "studio.exporters.customerio",
        "drip": "studio.exporters.drip",
        "getresponse": "studio.exporters.getresponse",
        "mailjet": "studio.exporters.mailjet",
        "mailchimp": "studio.exporters.mailchimp",
        "sendgrid": "studio.exporters.sendgrid",
        "mailerlite": "studio.exporters.mailerlite",
        "activecampaign": "studio.exporters.activecampaign",
        "html": "studio.exporters.html",
        "eml": "studio.exporters.eml",
        "mjml": "studio.exporters.mjmlfolder",
        "json": "studio.exporters.jsonfile",
        "csv": "studio.exporters.texts.csvfile",
        "xlsx": "studio.exporters.texts.xlsxfile",
        "webhook": "studio.exporters.webhook",
    }
)

# The worked example for whoever writes an exporter: it can be used by name and is offered to nobody.
EXAMPLES: Map[str, str] = Map({"blank": "studio.exporters.blank"})

_PARTS = ("name", "label", "capabilities", "options", "service", "build")

# What loading somebody else's module may reasonably raise; anything stranger is a bug worth a crash report.
_BROKEN = (
    ImportError,
    AttributeError,
    LookupError,
    NameError,
    TypeError,
    ValueError,
    SyntaxError,
    OSError,
    RuntimeError,
    AssertionError,
)


def exporter_names() -> tuple[str, ...]:
    """Return the names of all targets, sorted, without importing any of them."""
    return tuple(sorted({*BUILT_IN, *_plug_ins()}))


def exporter(name: str) -> Exporter:
    """Return the exporter called `name`, importing it now.

    Raise WrongUse when there is none, naming those that exist, or StudioError naming a plug-in that cannot be loaded.
    The built-in exporters cannot be replaced by a plug-in of the same name.
    """
    module = BUILT_IN.get(name) or EXAMPLES.get(name)
    if module:
        found: Exporter = import_module(module).EXPORTER
        return found
    plug_in = _plug_ins().get(name)
    if plug_in is None:
        raise WrongUse(
            "There is no target called “{name}”; there are {names}.", name=name, names=", ".join(exporter_names())
        )
    return _loaded(plug_in)


def _plug_ins() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=GROUP)}


def _loaded(plug_in: EntryPoint) -> Exporter:
    try:
        found = plug_in.load()
        made: Exporter = found() if isinstance(found, type) else found
    except _BROKEN as trouble:
        raise StudioError(
            "The plug-in “{name}” ({where}) cannot be loaded: {trouble}.",
            name=plug_in.name,
            where=plug_in.value,
            trouble=f"{type(trouble).__name__}: {trouble}",
        ) from trouble
    for part in _PARTS:
        if not hasattr(made, part):
            raise StudioError(
                "The plug-in “{name}” ({where}) is not an exporter: it has no {part}.",
                name=plug_in.name,
                where=plug_in.value,
                part=part,
            )
    return made
