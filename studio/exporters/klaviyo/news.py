"""What is different in a flow that is pushed again, in the words of its steps instead of its JSON."""

from __future__ import annotations

from collections import Counter
from typing import Any

from immutables import Map

from studio.i18n import Sentence, sentence

# Kind of action: what is said where one was added, one was taken out, and one is another now.
_SAID: Map[str, tuple[Sentence, Sentence, Sentence]] = Map(
    {
        "conditional-split": (
            sentence("a branch was added"),
            sentence("a branch was taken out"),
            sentence("a branch was changed"),
        ),
        "send-email": (
            sentence("an e-mail was added"),
            sentence("an e-mail was taken out"),
            sentence("an e-mail was changed"),
        ),
        "send-sms": (
            sentence("an SMS was added"),
            sentence("an SMS was taken out"),
            sentence("an SMS was changed"),
        ),
        "ab-test": (
            sentence("an A/B test was added"),
            sentence("an A/B test was taken out"),
            sentence("an A/B test was changed"),
        ),
        "send-mobile-push": (
            sentence("a push message was added"),
            sentence("a push message was taken out"),
            sentence("a push message was changed"),
        ),
        "send-whatsapp": (
            sentence("a WhatsApp message was added"),
            sentence("a WhatsApp message was taken out"),
            sentence("a WhatsApp message was changed"),
        ),
        "time-delay": (
            sentence("a wait was added"),
            sentence("a wait was taken out"),
            sentence("a wait was changed"),
        ),
    }
)
_ALIKE = Map(
    {
        "trigger-split": "conditional-split",
        "multi-branch-split": "conditional-split",
        "content-experiment": "ab-test",
    }
)
_START = ("triggers", "profile_filter", "reentry_criteria")


def flow_news(before: Any, after: Any) -> Sentence | None:  # noqa: ANN401 - bodies as sent
    """Return the most telling difference between two bodies of a flow, or None where there is none in its steps."""
    old, new = (body["data"]["attributes"]["definition"] for body in (before, after))
    if any(old.get(part) != new.get(part) for part in _START):
        return sentence("what starts it was changed")
    was, now = (Counter(_kind(action) for action in definition["actions"]) for definition in (old, new))
    for kind, (added, gone, _) in _SAID.items():
        if was[kind] != now[kind]:
            return added if now[kind] > was[kind] else gone
    return _other(old["actions"], new["actions"])


def _other(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Sentence | None:
    changed = {_kind(after) for before, after in zip(old, new, strict=False) if before != after}
    return next((said[2] for kind, said in _SAID.items() if kind in changed), None)


def _kind(action: dict[str, Any]) -> str:
    return _ALIKE.get(action["type"], action["type"])
