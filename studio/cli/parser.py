"""The commands and their options, with help in the interface's language."""

from __future__ import annotations

from argparse import ArgumentParser, _SubParsersAction

from studio.cli.usage import Parser, given
from studio.i18n import N_, Translator

EXIT_CODES = N_("""exit codes: 0 done; 1 errors found or refused; 2 wrong use;
3 service or network trouble, can be resumed; 70 a bug; 130 cancelled""")


def build_parser(words: Translator) -> ArgumentParser:
    """Return the parser of the whole command line; each command leaves its name in `command`."""
    parser = Parser(
        words,
        prog="fabel",
        usage="fabel [FILE.fabel ...] [--demo] [--new-window] | fabel COMMAND ...",
        description=words(
            "Fabel: write, preview and push storytelling e-mail sequences. Without a command it opens the window."
        ),
        epilog=words(EXIT_CODES),
    )
    parser.add_argument("--version", action="store_true", help=words("say which version this is"))
    parser.add_argument("--demo", action="store_true", help=words("open the window with a sample workspace"))
    parser.add_argument("--new-window", action="store_true", help=words("open a second window beside the first"))
    commands = parser.add_subparsers(dest="command", metavar=words("COMMAND"), prog="fabel")
    for add in (_presets, _new, _render, _check, _export, _push, _pictures):
        add(commands, words)
    return parser


def _command(commands: _SubParsersAction[Parser], words: Translator, name: str, said: str) -> ArgumentParser:
    return commands.add_parser(name, words=words, help=said, description=said)


def _presets(commands: _SubParsersAction[Parser], words: Translator) -> None:
    command = _command(commands, words, "presets", words("list the presets with their steps, times and languages"))
    _json(command, words)
    said = words("as a page in Markdown, with a table of what is complete in which language")
    command.add_argument("--markdown", action="store_true", help=said)


def _new(commands: _SubParsersAction[Parser], words: Translator) -> None:
    command = _command(commands, words, "new", words("make a client's flow from a preset"))
    command.add_argument("preset", metavar="PRESET", help=words("which preset; `presets` lists them"))
    said = words("a language to write it in; repeat for more, the first is the source")
    command.add_argument("--language", "-l", action="append", metavar="CODE", help=said)
    command.add_argument("--tone", default="warm", help=words("the voice of the copy (default: warm)"))
    form = words("formal or informal address where a language has both, for example nl=formal")
    command.add_argument("--form-of-address", action="append", default=[], metavar="LANGUAGE=FORM", help=form)
    command.add_argument(
        "--brand", type=given, metavar="FILE.toml", help=words("the client's brand (default: an invented shop)")
    )
    command.add_argument(
        "-o", "--output", type=given, required=True, metavar="FILE.fabel", help=words("the file to write")
    )
    command.add_argument("--force", action="store_true", help=words("replace a file that says something else"))


def _render(commands: _SubParsersAction[Parser], words: Translator) -> None:
    command = _command(commands, words, "render", words("render messages to HTML, plain text, MJML and JSON"))
    _source(command, words)
    _folder(command, words)
    command.add_argument("--variant", metavar="V", help=words("only this variant (default: all)"))
    command.add_argument("--persona", metavar="P", help=words("whose data fills the merge tags"))
    said = words("whose merge tags are printed: sample, klaviyo or brevo (default: sample)")
    command.add_argument("--dialect", default="sample", metavar="D", help=said)


def _check(commands: _SubParsersAction[Parser], words: Translator) -> None:
    command = _command(commands, words, "check", words("print what a careful editor would notice"))
    _source(command, words)
    _json(command, words)
    command.add_argument("--strict", action="store_true", help=words("warnings count as errors (exit code 1)"))
    said = words("look the words up in the dictionaries of this machine as well")
    command.add_argument("--spelling", action="store_true", help=said)


def _export(commands: _SubParsersAction[Parser], words: Translator) -> None:
    command = _command(
        commands, words, "export", words("build a bundle for a service or file format; no network, no key")
    )
    command.add_argument("target", metavar="TARGET", help=words("klaviyo, brevo, html, eml, blank"))
    _source(command, words)
    _folder(command, words)
    _options(command, words)


def _push(commands: _SubParsersAction[Parser], words: Translator) -> None:
    command = _command(
        commands, words, "push", words("send a flow to a service as drafts; nothing is ever switched live")
    )
    command.add_argument("target", metavar="TARGET", help=words("klaviyo or brevo"))
    _source(command, words)
    command.add_argument(
        "--account", type=given, metavar="NAME", help=words("which stored account (default: the only one)")
    )
    said = words("another address of the service: https, or loopback for tests")
    command.add_argument("--base-url", type=given, metavar="URL", help=said)
    _options(command, words)
    command.add_argument("--force", action="store_true", help=words("push although `check` finds errors"))
    command.add_argument("--dry-run", action="store_true", help=words("show the plan and send nothing"))
    _json(command, words)
    command.epilog = words(
        "The key comes from FABEL_<TARGET>_KEY or the keychain; it is never written to a file or log."
    )


def _pictures(commands: _SubParsersAction[Parser], words: Translator) -> None:
    said = words("draw every screen of the window, light and dark, from the sample workspace")
    command = _command(commands, words, "pictures", said)
    _folder(command, words)
    command.add_argument("--only", metavar="NAME", default="", help=words("only screens whose names begin like this"))


def _source(command: ArgumentParser, words: Translator) -> None:
    command.add_argument(
        "file", type=given, metavar="FILE.fabel", help=words("the file, or with --workspace the project's name")
    )
    command.add_argument("--sequence", metavar="S", help=words("only this sequence (default: all)"))
    command.add_argument("--language", "-l", metavar="CODE", help=words("only this language (default: all)"))
    said = words("take the project from a workspace (SQLite path or PostgreSQL address) instead of a file")
    command.add_argument("--workspace", metavar="URL", nargs="?", const="", help=said)


def _folder(command: ArgumentParser, words: Translator) -> None:
    command.add_argument(
        "-o", "--output", type=given, required=True, metavar="DIR", help=words("the folder to write to")
    )


def _options(command: ArgumentParser, words: Translator) -> None:
    said = words("an option of the target, such as trigger_metric=ID; repeat for more")
    command.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="options", help=said)


def _json(command: ArgumentParser, words: Translator) -> None:
    command.add_argument("--json", action="store_true", help=words("print JSON instead of a table"))
