"""The commands that build for services and speak to them, with their options."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser

from studio.cli import parts
from studio.cli.parts import Commands
from studio.cli.usage import given, named
from studio.i18n import N_, Translator

KEYS = N_("The key comes from FABEL_<TARGET>_KEY or the keychain; it is never written to a file or log.")


def export(commands: Commands, words: Translator) -> None:
    """Add `export`."""
    said = words("build a bundle for a service or file format; no network, no key")
    command = parts.command(commands, words, "export", said)
    said = words("a service or format, such as klaviyo or html; `targets` lists them")
    command.add_argument("target", metavar="TARGET", help=said)
    parts.source(command, words)
    parts.folder(command, words)
    parts.options(command, words)
    said = words("take the defaults of this kept account: options, sender, marks of links")
    command.add_argument("--account", type=named, metavar="NAME", help=said)


def push(commands: Commands, words: Translator) -> None:
    """Add `push`."""
    said = words("send a flow to a service as drafts; nothing is ever switched live")
    command = parts.command(commands, words, "push", said)
    _service(command, words)
    parts.source(command, words)
    parts.account(command, words)
    parts.options(command, words)
    command.add_argument("--force", action="store_true", help=words("push although `check` finds errors"))
    when = command.add_mutually_exclusive_group()
    when.add_argument("--dry-run", action="store_true", help=words("show the plan and send nothing"))
    when.add_argument("--later", action="store_true", help=words("put it in the queue and send nothing now"))
    said = words("keep what is not sent in the queue, where nobody is reached or the service takes no more today")
    when.add_argument("--queue", action="store_true", help=said)
    _keep(command, words)
    parts.as_json(command, words)
    command.epilog = words(KEYS)


def _service(command: ArgumentParser, words: Translator) -> None:
    command.add_argument("target", metavar="TARGET", help=words("a service, such as klaviyo; `targets` lists them"))


def _keep(command: ArgumentParser, words: Translator) -> None:
    said = words(
        "whose words shall stand in a thing that was changed at the service or runs there: ours or theirs; repeat for"
        " more"
    )
    command.add_argument("--keep", action="append", default=[], metavar="KEY=WHOSE", help=said)
    said = words("the same for everything that was changed there; what runs there is changed only by its own --keep")
    command.add_argument("--keep-all", choices=("ours", "theirs"), metavar="WHOSE", help=said)


def queue(commands: Commands, words: Translator) -> None:
    """Add `queue`."""
    said = words("list the pushes that wait, send what is due, or drop one")
    command = parts.command(commands, words, "queue", said)
    said = words("what waits beside this file (default: what waits in the workspace)")
    command.add_argument("file", nargs="?", metavar="FILE.fabel", help=said)
    parts.workspace(command, words("which workspace (SQLite path or PostgreSQL address; default: your own)"))
    what = command.add_mutually_exclusive_group()
    said = words("send what is due, in its order, with the newest words")
    what.add_argument("--run", action="store_true", help=said)
    what.add_argument("--drop", type=given, metavar="ID", help=words("take one out without sending it"))
    command.add_argument("--force", action="store_true", help=words("push although `check` finds errors"))
    parts.as_json(command, words)
    command.epilog = words(KEYS)


def live(commands: Commands, words: Translator) -> None:
    """Add `live`."""
    said = words("switch on at the service what was pushed; readers get messages from then on")
    command = parts.command(commands, words, "live", said)
    _service(command, words)
    parts.source(command, words)
    parts.account(command, words)
    said = words("the flow's name, typed once more; without it nothing is switched on")
    command.add_argument("--confirm", metavar="NAME", default="", help=said)
    parts.as_json(command, words)
    command.epilog = words(KEYS)


def accounts(commands: Commands, words: Translator) -> None:
    """Add `accounts` with what can be done to them."""
    said = words("list the kept accounts; add, test or remove one")
    command = parts.command(commands, words, "accounts", said)
    parts.as_json(command, words)
    actions = command.add_subparsers(dest="action", metavar=words("ACTION"), prog="fabel accounts")
    _add(actions, words)
    test = parts.command(
        actions, words, "test", words("ask the service whose account the key opens, and what it lacks")
    )
    remove = parts.command(actions, words, "remove", words("forget an account and its key; what was pushed stays"))
    for each in (test, remove):
        each.add_argument("name", type=given, metavar="NAME", help=words("the account, as NAME or SERVICE:NAME"))
    # Without a default of its own, so that `accounts --json test` is heard as well.
    test.add_argument("--json", action="store_true", default=SUPPRESS, help=words("print JSON instead of a table"))


def _add(actions: Commands, words: Translator) -> None:
    said = words("keep an account; its key is typed unseen or piped in, and kept in the keychain only")
    add = parts.command(actions, words, "add", said)
    add.add_argument(
        "service", type=given, metavar="SERVICE", help=words("the service, such as klaviyo; `targets` lists them")
    )
    add.add_argument("name", type=given, metavar="NAME", help=words("your own word for the account"))
    add.add_argument("--client", default="", metavar="C", help=words("for which client it is"))
    said = words("the account's own address, where it has one")
    add.add_argument("--address", type=given, metavar="URL", help=said)
    said = words("plan, export and import only: nothing is pushed or switched live")
    add.add_argument("--read-only", action="store_true", help=said)
    parts.options(add, words)
    said = words("who e-mails come from, instead of the brand's own sender")
    add.add_argument("--sender", default="", metavar="NAME_AND_ADDRESS", help=said)
    add.add_argument("--reply-to", default="", metavar="ADDRESS", help=words("where answers go"))
    _marks(add, words)
    add.add_argument("--no-key", action="store_true", help=words("ask for no key: it is in the keychain already"))
    add.add_argument("--replace", action="store_true", help=words("put it in the place of one that is kept already"))


def _marks(add: ArgumentParser, words: Translator) -> None:
    said = words("utm_source of links to the brand's own shop; without any of these links stay as they are")
    add.add_argument("--utm-source", default="", metavar="WORDS", help=said)
    said = words("utm_medium (default: email, push or whatsapp, as the message is)")
    add.add_argument("--utm-medium", default="", metavar="WORDS", help=said)
    said = words("utm_campaign; {sequence}, {language} and {message} in it are filled in")
    add.add_argument("--utm-campaign", default="", metavar="WORDS", help=said)
