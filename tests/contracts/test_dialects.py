"""Every message of every preset, in every language, is said in every dialect; and the real engines read it as we do."""

import html
from functools import cache

import pytest

from studio.model.sequence import message_ids
from studio.paths import shipped
from studio.presets.library import read_library
from studio.render import render
from studio.render.personas import sample_personas
from studio.tags.catalogue import PATHS, Kind
from studio.tags.dialect import Filled
from studio.tags.sample import sample
from studio.tags.services import dialect, dialect_names
from studio.tags.slots import USUAL
from studio.tags.tree import Branch, Loop, Said
from tests.journeys.desk import planted
from tests.studio.tags.texts import comparable
from tests.studio.tags.worlds import ENGINES, of_the_shop, world

PRESETS = read_library([shipped("presets")]).presets
READERS = {persona.language: of_the_shop(persona) for persona in sample_personas()}
SHORT = 3_000
WRITTEN_OTHERWISE = {path for path, row in PATHS.items() if row.kind in (Kind.MONEY, Kind.DATE)}
SAID = [service for service, profile in ENGINES if profile == "custom"]


class Collected:
    """A dialect that says nothing and keeps what it was to say."""

    name = "collected"

    def __init__(self):
        self.trees = {}

    def write(self, trees):
        self.trees[trees] = None
        return Filled("")


def written(preset, language, collected):
    """Let all messages of a preset be said in a language."""
    project = grown(preset)
    flow = project.sequences[project.sequence_order[0]]
    for message in message_ids(flow):
        for variant in project.messages[message].variants or ("",):
            render(project, flow.id, message, variant, language, collected, str)


@cache
def grown(preset):
    return planted(preset, *PRESETS[preset].languages)[0]


@cache
def texts():
    """Return the texts of all presets by language, as trees, each once."""
    languages = sorted({language for preset in PRESETS.values() for language in preset.languages})
    found = {language: Collected() for language in languages}
    for name, preset in PRESETS.items():
        for language in preset.languages:
            written(name, language, found[language])
    return {language: tuple(collected.trees) for language, collected in found.items()}


def tags(trees):
    """Yield all that is no finished text, however deep."""
    for tree in trees:
        if isinstance(tree, Branch):
            yield tree
            yield from tags((*tree.then, *tree.otherwise))
        elif isinstance(tree, Loop):
            yield tree
            yield from tags(tree.body)
        elif isinstance(tree, Said):
            yield tree


def readable(language, said):
    """Return the texts that name a reader or an event; only short ones for Handlebars, whose engine here is slow."""
    named = [trees for trees in texts()[language] if any(tags(trees))]
    return [trees for trees in named if "#if" not in said.spelling.engine.when or is_short(trees)]


def is_short(trees):
    return len(sample(READERS["nb"], "nb").write(trees).text) < SHORT


@pytest.mark.parametrize("name", dialect_names())
def test_every_message_of_every_preset_is_said(name):
    for language, held in texts().items():
        said = dialect(name, currency="EUR", language=language, coupon="fabel_x")
        for trees in held:
            filled = said.write(trees)
            assert USUAL not in filled.text
            assert all(lost.path and str(lost.wanted) and str(lost.becomes) for lost in filled.unsayable)


# Compiling is what takes long: the engines that several dialects share read one language for each of these.
@pytest.mark.parametrize(
    ("service", "language"),
    [(service, language) for number, service in enumerate(SAID) for language in (("nb", "en")[number % 2],)],
)
def test_the_engine_of_a_service_reads_the_texts_of_presets_as_we_do(service, language):
    said = dialect(service, profile="custom", currency="NOK", language=language, coupon="fabel_x")
    reader = READERS[language]
    data, shown = world(service, reader.event, (language, "NOK")), sample(reader, language, "NOK")
    pairs = [(said.write(trees), shown.write(trees).text) for trees in readable(language, said)]
    assert len(pairs) > 50
    for filled, words in pairs:
        sent = ENGINES[service, "custom"](filled.text, data, in_html="</html>" in words)
        alike = comparable(html.unescape(sent)) == comparable(html.unescape(words))
        assert alike or is_less(filled)


def is_less(filled):
    """Tell whether something is named that readers do not get; how amounts and days are written is compared."""
    return any(lost.path not in WRITTEN_OTHERWISE for lost in filled.unsayable)
