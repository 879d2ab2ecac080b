"""The checks of words over a five-message flow in four languages, beside one rendering of the same."""

from itertools import count

from bench.projects import preset
from bench.timing import say, seconds
from studio.checks.claims import claims_findings
from studio.checks.course import check
from studio.checks.prose import prose_findings
from studio.checks.repetition import repetition_findings
from studio.checks.voice import voice_findings
from studio.edits import texts
from studio.model.project import Project
from studio.model.sequence import message_ids
from studio.render.message import render
from studio.render.personas import sample_personas
from studio.tags.sample import sample
from studio.words import address, figures, lengths, masking, readability, sentences, similar, syllables, typography

FLOW, LANGUAGES = "welcome-story", ("nb", "sv", "nl", "en")
_CACHED = (address, figures, lengths, masking, readability, sentences, similar, syllables, typography)


def prose() -> None:
    """Measure a first look, a look again, and a look after one text was changed."""
    project, _ = preset(FLOW, *LANGUAGES)
    rendering = seconds(lambda: rendered(project), 9)
    numbers = count()

    def changed() -> None:
        words = f"Vi skrev dette nå, nummer {next(numbers)}. Det er nytt."
        checked(texts.write(project, texts.block_text("hello-story"), "nb", words))

    def first() -> None:
        forget()
        checked(project)

    for name, work in (("first", first), ("again", lambda: checked(project)), ("after a change", changed)):
        taken = seconds(work, 15)
        value = f"{taken * 1000:.1f} ms, {taken / rendering:.2f} x a rendering"
        say(f"checks of words, 5 messages x 4 languages, {name}", value, "" if name == "first" else "under 30 ms")
    everything(project, rendering)


def everything(project: Project, rendering: float) -> None:
    """Measure all checks but spelling, again and again after one text was changed, as the window does."""
    numbers = count()

    def all_of_it(changed: Project) -> None:
        check(changed, {FLOW: LANGUAGES})

    def edited() -> None:
        words = f"Vi endret dette nå, nummer {next(numbers)}."
        all_of_it(texts.write(project, texts.block_text("hello-story"), "nb", words))

    for name, work in (("again", lambda: all_of_it(project)), ("after a change", edited)):
        taken = seconds(work, 15)
        value = f"{taken * 1000:.1f} ms, {taken / rendering:.2f} x a rendering"
        say(f"all checks, 5 messages x 4 languages, {name}", value, "under 100 ms")


def checked(project: Project) -> int:
    """Run the checks and return how many findings they have."""
    flow = project.sequences[FLOW]
    found = len(list(claims_findings(project, flow, LANGUAGES)))
    for look in (prose_findings, repetition_findings, voice_findings):
        found += sum(len(list(look(project, flow, language))) for language in LANGUAGES)
    return found


def rendered(project: Project) -> None:
    """Render every message once in each language."""
    persona = sample_personas()[0]
    for language in LANGUAGES:
        for message in message_ids(project.sequences[FLOW]):
            render(project, FLOW, message, "", language, sample(persona, language), str)


def forget() -> None:
    """Empty the caches of texts, so that a run is a first one."""
    for module in _CACHED:
        for thing in vars(module).values():
            if hasattr(thing, "cache_clear"):
                thing.cache_clear()
