"""The kinds of block: which texts and settings each has, on which channels it may stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from immutables import Map

from studio.errors import StudioError
from studio.model.message import Setting
from studio.model.trade import Channel


@dataclass(frozen=True, slots=True)
class BlockKind:
    """A row of the table: `texts` are names of localized texts, the first is the main one that files write as body.

    `rich` texts take the Markdown subset, the others are plain words with merge tags. `settings` maps a name to its
    default, whose type is the setting's type; the names in `links` hold web addresses or merge tags, those in
    `assets` digests of Assets. `items` says that the main text holds one entry per line ("lines") or per paragraph,
    whose first line is its title ("entries").
    """

    name: str
    channel: Channel
    texts: tuple[str, ...] = ()
    rich: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    settings: Map[str, Setting] = field(default_factory=Map)
    links: frozenset[str] = frozenset()
    assets: frozenset[str] = frozenset()
    items: str = ""


def _kind(
    name: str,
    texts: str = "",
    rich: str = "",
    required: str = "",
    links: str = "",
    assets: str = "",
    items: str = "",
    channel: Channel = Channel.EMAIL,
    **settings: Setting,
) -> BlockKind:
    return BlockKind(
        name,
        channel,
        tuple(texts.split()),
        frozenset(rich.split()),
        frozenset(required.split()),
        Map(settings),
        frozenset(links.split()),
        frozenset(assets.split()),
        items,
    )


CART_URL = "{{ cart.url }}"

BLOCK_KINDS: Map[str, BlockKind] = Map(
    {
        kind.name: kind
        for kind in (
            _kind("heading", "text", "text", "text", level=1),
            _kind("paragraph", "text", "text", "text"),
            _kind("list", "text", "text", "text", items="lines", ordered=False),
            _kind("quote", "text author", "text", "text"),
            _kind("image", "alt caption", "", "alt", links="url", assets="asset", asset="", url="", width=0),
            _kind("button", "label", "", "label", links="url", url=CART_URL, style="solid"),
            _kind("cart", "quantity total empty", "", "quantity total empty", links="url", url=CART_URL, limit=4),
            _kind("product", "text title price label alt", "text", "title", "url", "asset", asset="", url=""),
            _kind("review", "text author", "text", "text author", rating=5),
            _kind("guarantees", "text", "text", "text", items="entries"),
            _kind("faq", "text", "text", "text", items="entries"),
            _kind(
                *("discount", "text value terms", "text terms", "text value"),
                code="",
                hours=48,
                minimum=0,
                unique=False,
            ),
            _kind("signature", "text role", "text", "text", assets="portrait", portrait="brand"),
            _kind("divider"),
            _kind("spacer", height=24),
            _kind("social", "text"),
            _kind("footer", "text unsubscribe preferences", "text", "text unsubscribe"),
            _kind("sms", "text", "", "text", channel=Channel.SMS),
            _kind("push", "text title", "", "text title", "url", channel=Channel.PUSH, url=CART_URL),
            _kind(
                "whatsapp",
                "text header footer button",
                "",
                "text button",
                "url",
                channel=Channel.WHATSAPP,
                url=CART_URL,
            ),
            _kind(
                "call",
                "text opening disclosure persona answers offer handover",
                "",
                "text disclosure",
                channel=Channel.VOICE,
                minutes=3,
            ),
        )
    }
)


def block_kind(name: str) -> BlockKind:
    """Return the row of a kind; raise StudioError for a name that does not exist."""
    kind = BLOCK_KINDS.get(name)
    if kind is None:
        raise StudioError("There is no kind of block called “{kind}”.", kind=name)
    return kind
