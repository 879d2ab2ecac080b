"""The sample workspace: an invented Norwegian shoe shop with three flows, its brand, readers and pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce

from immutables import Map

from studio.edits.adopt import adopt
from studio.edits.completeness import completeness
from studio.edits.sequences import add_language
from studio.edits.texts import block_text, read, write
from studio.edits.translate import still_good
from studio.model.project import Project
from studio.paths import shipped
from studio.presets.brandfile import BrandFile, read_brand
from studio.presets.growth import plant
from studio.presets.library import Library, read_library
from studio.render.personas import sample_personas

FLOWS = {
    "cart-classic": ("nb", "sv", "nl"),
    "welcome-story": ("nb", "sv"),
    "cart-incentive-ladder": ("nb", "en"),
}
"""The presets of the sample project, each with the languages it is written in, the source first."""
UNWRITTEN, PARTLY = "en", "nl"


@dataclass(frozen=True, slots=True)
class Demo:
    """The sample project and the bytes of its pictures by digest."""

    project: Project
    content: Map[str, bytes]


def demo() -> Demo:
    """Return the sample project; the same each time.

    Its first flow is at work: one language is partly translated and another has not been begun, so that every state
    of a translation can be seen.
    """
    library = read_library([shipped("presets")])
    brand = read_brand(shipped("resources", "sample", "brand.toml"))
    first, *others = (_grown(library, name, languages, brand) for name, languages in FLOWS.items())
    project = reduce(lambda whole, one: adopt(whole, one, one.sequence_order[0]), others, first)
    return Demo(_at_work(replace(project, id="sample-shop")), brand.content)


def _grown(library: Library, name: str, languages: tuple[str, ...], brand: BrandFile) -> Project:
    preset = library.preset(name)
    return plant(preset, languages, brand.brand, assets=brand.assets, personas=sample_personas())


def _at_work(project: Project) -> Project:
    flow = project.sequence_order[0]
    project = add_language(project, flow, UNWRITTEN)
    paragraphs = [
        spoken
        for spoken in completeness(project, flow, PARTLY).wanted
        if spoken == block_text(spoken.id) and project.blocks[spoken.id].kind == "paragraph"
    ]
    last, first = paragraphs[-1], paragraphs[1]
    reworded = read(project, first).words("nb") + " Det er ikke noe hastverk."
    project = write(write(project, last, PARTLY, ""), first, "nb", reworded)
    return still_good(project, first, "sv", "nb")
