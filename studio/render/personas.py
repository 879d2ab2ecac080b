"""The invented readers that ship with the program, and the pictures of the shop they buy from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from immutables import Map

from studio import paths
from studio.errors import StudioError
from studio.model.codec import from_plain
from studio.model.jsontext import load_json
from studio.model.persona import KEPT, CartEvent, CartItem, Persona

SCHEMA = 1
SAMPLE = "sample:"
# The cart event speaks as shops do; the model says the same shorter.
_NAMES: Map[str, str] = Map(
    {
        "customer_email": "email",
        "customer_phone": "phone",
        "cart_total": "total",
        "cart_url": "url",
        "products": "items",
    }
)


def read_persona(text: str, place: str) -> Persona:
    """Return the persona of a JSON text: `schema`, `id`, `name`, `language`, and its cart event as `event`.

    The event has the names of an abandoned-cart webhook (`customer_email`, `cart_total`, `products` …). Raise
    StudioError naming `place` for broken JSON, an unknown schema, and fields that are missing, unknown or wrong.
    """
    try:
        plain = load_json(text.encode("utf-8", "surrogatepass"))
    except StudioError as fault:
        raise StudioError("{place}: {fault}", place=place, fault=fault) from fault
    if not isinstance(plain, dict) or plain.get("schema") != SCHEMA:
        raise StudioError("{place}: this is no persona of schema {schema}.", place=place, schema=SCHEMA)
    fields = {name: held for name, held in plain.items() if name != "schema"}
    if isinstance(fields.get("event"), Mapping):
        fields["event"] = {_NAMES.get(name, name): held for name, held in fields["event"].items()}
    return from_plain(Persona, fields, place)


def sample_personas() -> tuple[Persona, ...]:
    """Return the personas that ship with the program, sorted by id."""
    files = sorted(paths.shipped("resources", "sample", "personas").glob("*.json"))
    return tuple(read_persona(file.read_text(encoding="utf-8"), file.name) for file in files)


def sample_picture(name: str) -> Path:
    """Return where a picture of the sample shop lies, by its file name ("boot.png")."""
    return paths.shipped("resources", "sample", "pictures", name)


def beside(name: str) -> str:
    """Return the address of a sample picture that is copied beside the output."""
    return f"pictures/{name}"


def nowhere(_digest: str) -> str:
    """Return no address: for whoever has no pictures of the project."""
    return ""


def with_pictures(
    persona: Persona, address: Callable[[str], str] = beside, kept: Callable[[str], str] = nowhere
) -> Persona:
    """Return a persona whose pictures lie where they can be seen.

    `address` says where one of the sample shop lies, by its file name, and `kept` where one of the project does, by its
    digest.
    """
    items = tuple(_with_picture(item, address, kept) for item in persona.event.items)
    return replace(persona, event=replace(persona.event, items=items))


def _with_picture(item: CartItem, address: Callable[[str], str], kept: Callable[[str], str]) -> CartItem:
    if item.image.startswith(KEPT):
        return replace(item, image=kept(item.image.removeprefix(KEPT)))
    if not item.image.startswith(SAMPLE):
        return item
    return replace(item, image=address(item.image.removeprefix(SAMPLE)))


def kept_pictures(persona: Persona) -> tuple[str, ...]:
    """Return the digests of the project's pictures that a persona's products show, each once."""
    return tuple(
        dict.fromkeys(item.image.removeprefix(KEPT) for item in persona.event.items if item.image.startswith(KEPT))
    )


def sample_pictures(persona: Persona) -> tuple[Path, ...]:
    """Return the files behind a persona's `sample:` pictures, each once, to copy beside the output as `beside` says."""
    names = (item.image.removeprefix(SAMPLE) for item in persona.event.items if item.image.startswith(SAMPLE))
    return tuple(sample_picture(name) for name in dict.fromkeys(names))


def reader_of(personas: Iterable[Persona], language: str) -> Persona:
    """Return the ordinary reader of a language: one who speaks it, has a name and a cart; else the first, or nobody."""
    people = sorted(personas, key=lambda persona: persona.id)
    for persona in people:
        if persona.language == language and persona.event.first_name and persona.event.items:
            return persona
    return people[0] if people else Persona("nobody", "", CartEvent())
