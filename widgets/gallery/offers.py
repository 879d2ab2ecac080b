"""What the gallery shows of a preset, without its copy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from immutables import Map

from studio.i18n import N_, Sentence, Translator
from studio.model.outline import moments, sendings
from studio.model.sequence import Event
from studio.model.trade import Channel
from studio.presets.structure import Preset, in_language

GOALS = {
    "recover": N_("Save the cart"),
    "welcome": N_("Welcome"),
    "after_purchase": N_("After the purchase"),
    "win_back": N_("Win back"),
    "celebrate": N_("A day to mark"),
}
"""The goals presets name in their files, in words; a preset may name another, which is shown as written."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A preset as a card: words in the interface's language, one channel for each message, the times in a line.

    `voices` are the languages of each tone.
    """

    id: str
    name: str
    purpose: str
    arc: str
    not_for: str
    goal: str
    channels: tuple[Channel, ...]
    messages: tuple[str, ...]
    times: Sentence
    languages: tuple[str, ...]
    tones: tuple[str, ...]
    voices: Map[str, tuple[str, ...]]
    trigger: Event
    sources: tuple[str, ...]


def offer_of(preset: Preset, language: str) -> Offer:
    """Return what the gallery shows of a preset in an interface language."""
    plans = {message.id: message for message in preset.messages}
    every = tuple(sendings(preset.steps(language)))
    first = {sending.message: sending for sending in reversed(every)}
    sent = tuple(first[message] for message in dict.fromkeys(sending.message for sending in every))
    return Offer(
        id=preset.id,
        name=in_language(preset.name, language),
        purpose=in_language(preset.purpose, language),
        arc=in_language(preset.arc, language),
        not_for=in_language(preset.not_for, language),
        goal=preset.goal,
        channels=tuple(plans[sending.message].channel for sending in sent),
        messages=tuple(sending.message for sending in sent),
        times=moments(sending.minutes for sending in sent),
        languages=preset.languages,
        tones=preset.tones,
        voices=preset.voices,
        trigger=preset.trigger.event,
        sources=preset.sources,
    )


def in_order(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Return offers by goal, those with fewer messages first."""
    goals = list(GOALS)
    place = {goal: number for number, goal in enumerate(goals)}
    return tuple(sorted(offers, key=lambda offer: (place.get(offer.goal, len(goals)), len(offer.messages), offer.id)))


def goal_word(goal: str, words: Translator) -> str:
    """Return a goal in words."""
    return words(GOALS[goal]) if goal in GOALS else goal


def matching(
    offers: Iterable[Offer],
    *,
    wanted: str = "",
    goal: str = "",
    trigger: str = "",
    channel: str = "",
    language: str = "",
    tone: str = "",
) -> tuple[Offer, ...]:
    """Return the offers that say every wanted word and have the goal, trigger, channel, language and tone, where given.

    With both a language and a tone, the tone must be spoken in that language.
    """
    typed = wanted.casefold().split()
    return tuple(
        offer
        for offer in offers
        if (not goal or offer.goal == goal)
        and (not channel or channel in offer.channels)
        and (not trigger or offer.trigger == trigger)
        and (not language or language in offer.languages)
        and (not tone or _speaks(offer, tone, language))
        and all(word in f"{offer.name} {offer.purpose} {offer.arc} {offer.id}".casefold() for word in typed)
    )


def _speaks(offer: Offer, tone: str, language: str) -> bool:
    speakers = offer.voices.get(tone, ())
    return language in speakers if language else bool(speakers)
