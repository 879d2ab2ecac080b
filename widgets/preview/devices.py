"""The devices of the preview: how wide their screens are for an e-mail's layout, and how their frames are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from immutables import Map

from studio.i18n import Sentence, sentence

TEXT = "text"
"""The choice beside the devices: the plain-text part."""


@dataclass(frozen=True, slots=True)
class Device:
    """A device: `width` in CSS px, the frame's `border` and outer `radius` in px."""

    width: int
    border: int
    radius: int
    name: Sentence
    icon: str


DEVICES: Map[str, Device] = Map(
    {
        "phone": Device(375, 8, 34, sentence("Phone, 375 px"), "ph.device-mobile"),
        "tablet": Device(768, 8, 18, sentence("Tablet, 768 px"), "ph.device-tablet"),
        "desktop": Device(1280, 6, 10, sentence("Desktop, 1280 px"), "ph.desktop"),
    }
)
ORDER = ("phone", "tablet", "desktop")


def scale_in(width: int, room: int) -> int:
    """Return at how many per cent a layout of `width` px is shown in `room` px; never enlarged."""
    return min(100, round(100 * room / width)) if width > 0 else 100
