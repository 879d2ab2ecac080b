"""The commands and their options, with help in the interface's language."""

from __future__ import annotations

from argparse import ArgumentParser

from studio.cli import parser_services as services
from studio.cli import parts
from studio.cli.parser_imports import importing
from studio.cli.parts import Commands
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
    about_flows = (_presets, _new, _render, _check, _targets)
    about_services = (services.export, services.push, services.queue, services.live, services.accounts)
    for add in (*about_flows, importing, *about_services, _pictures):
        add(commands, words)
    return parser


def _presets(commands: Commands, words: Translator) -> None:
    command = parts.command(commands, words, "presets", words("list the presets with their steps, times and languages"))
    parts.as_json(command, words)
    said = words("as a page in Markdown, with a table of what is complete in which language")
    command.add_argument("--markdown", action="store_true", help=said)


def _targets(commands: Commands, words: Translator) -> None:
    said = words("list where flows can go, what each service takes, and what may be chosen")
    command = parts.command(commands, words, "targets", said)
    parts.as_json(command, words)
    command.add_argument("--markdown", action="store_true", help=words("as a page in Markdown"))


def _new(commands: Commands, words: Translator) -> None:
    command = parts.command(commands, words, "new", words("make a client's flow from a preset"))
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


def _render(commands: Commands, words: Translator) -> None:
    command = parts.command(commands, words, "render", words("render messages to HTML, plain text, MJML and JSON"))
    parts.source(command, words)
    parts.folder(command, words)
    command.add_argument("--variant", metavar="V", help=words("only this variant (default: all)"))
    command.add_argument("--persona", metavar="P", help=words("whose data fills the merge tags"))
    said = words("whose merge tags are printed: sample, or those of a service such as klaviyo (default: sample)")
    command.add_argument("--dialect", default="sample", metavar="D", help=said)


def _check(commands: Commands, words: Translator) -> None:
    command = parts.command(commands, words, "check", words("print what a careful editor would notice"))
    parts.source(command, words)
    parts.as_json(command, words)
    command.add_argument("--strict", action="store_true", help=words("warnings count as errors (exit code 1)"))
    said = words("look the words up in the dictionaries of this machine as well")
    command.add_argument("--spelling", action="store_true", help=said)


def _pictures(commands: Commands, words: Translator) -> None:
    said = words("draw every screen of the window, light and dark, from the sample workspace")
    command = parts.command(commands, words, "pictures", said)
    parts.folder(command, words)
    command.add_argument("--only", metavar="NAME", default="", help=words("only screens whose names begin like this"))
    command.add_argument("--theme", choices=("light", "dark"), default="", help=words("only this look; else both"))
