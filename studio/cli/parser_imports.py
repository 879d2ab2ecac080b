"""The arguments of `import`: what comes in from shops and services."""

from __future__ import annotations

from argparse import ArgumentParser

from studio.cli import parts
from studio.cli.parts import Commands
from studio.cli.usage import given, legible, named
from studio.i18n import Translator


def importing(commands: Commands, words: Translator) -> None:
    """Add `import` with its kinds; each leaves its name in `what`."""
    command = parts.command(commands, words, "import", words("take in products, a cart or a flow from elsewhere"))
    kinds = command.add_subparsers(dest="what", metavar=words("KIND"), prog="fabel import", required=True)
    _products(kinds, words)
    _cart(kinds, words)
    _klaviyo(kinds, words)
    for kind in kinds.choices.values():
        kind.set_defaults(command="importing")


def _products(kinds: Commands, words: Translator) -> None:
    said = words("put products of a client's shop into a reader's cart, for previews")
    kind = parts.command(kinds, words, "products", said)
    source = words("a Shopify product export (.csv), a Google Merchant feed (.xml), or `woocommerce`")
    kind.add_argument("source", metavar="SOURCE", help=source)
    _into(kind, words)
    kind.add_argument("--reader", metavar="NAME", help=words("whose cart it is, by name or id"))
    kind.add_argument("--pick", metavar="N,N", help=words("the products by their number (default: the first three)"))
    kind.add_argument("--pictures", action="store_true", help=words("fetch their pictures and keep them in the file"))
    kind.add_argument("--base-url", metavar="URL", help=words("the shop's address, for `woocommerce`"))


def _cart(kinds: Commands, words: Translator) -> None:
    said = words("make a reader of a cart event, as a shop tells it to a webhook")
    kind = parts.command(kinds, words, "cart", said)
    kind.add_argument("source", type=given, metavar="EVENT.json", help=words("the event as JSON"))
    _into(kind, words)
    kind.add_argument("--name", type=named, required=True, metavar="NAME", help=words("what the reader is called"))
    kind.add_argument("--language", metavar="CODE", help=words("the reader's language (default: the flow's own)"))


def _klaviyo(kinds: Commands, words: Translator) -> None:
    said = words("make a file of a flow that exists at Klaviyo, and list what cannot be taken over")
    kind = parts.command(kinds, words, "klaviyo", said)
    kind.add_argument(
        "flow", type=legible, nargs="?", metavar="FLOW_ID", help=words("which flow; --list shows the ids")
    )
    kind.add_argument("--list", action="store_true", help=words("list the account's flows and write nothing"))
    kind.add_argument("-o", "--output", type=given, metavar="FILE.fabel", help=words("the file to write"))
    kind.add_argument("--force", action="store_true", help=words("replace a file that is there already"))
    said = words("the language of its words (default: what the flow itself tells)")
    kind.add_argument("--language", "-l", metavar="CODE", help=said)
    parts.account(kind, words)
    parts.as_json(kind, words)


def _into(kind: ArgumentParser, words: Translator) -> None:
    kind.add_argument("--into", type=given, required=True, metavar="FILE.fabel", help=words("the file to change"))
