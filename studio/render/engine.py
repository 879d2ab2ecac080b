"""The templates, read once: how a look and its blocks become MJML, and MJML becomes HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import mjml
from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from studio import paths
from studio.model.trade import MailTheme
from studio.render.look import Look

Drawer = Callable[[Any, Look, Any], str]
PARTS = ("copy", "goods", "frame")
# Mail programs fill the inbox row from the body once the preheader ends; these signs fill it with nothing.
PADDING = Markup("&#847;&zwnj;&nbsp;") * 60


class _FoldedLoader(FileSystemLoader):
    """Reads templates without their line breaks and indents, which would travel in every mail."""

    def get_source(self, environment: Any, template: str) -> Any:  # noqa: ANN401 - as Jinja2 has it
        source, name, fresh = super().get_source(environment, template)
        return re.sub(r"\s*\n\s*", "", source), name, fresh


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's templates: the whole mail, the style sheet, and a macro for each kind of block."""

    layout: Template
    style: Template
    draw: Mapping[str, Drawer]


@cache
def theme_of(name: MailTheme) -> Theme:
    """Return the templates of a theme, read and compiled at the first call."""
    loader = _FoldedLoader(paths.shipped("templates"))
    environment = ImmutableSandboxedEnvironment(
        loader=loader, autoescape=True, undefined=StrictUndefined, auto_reload=False
    )
    modules = [environment.get_template(f"{name}/{part}.mjml.j2").make_module() for part in PARTS]
    macros = {key: macro for module in modules for key, macro in vars(module).items() if not key.startswith("_")}
    return Theme(environment.get_template(f"{name}/layout.mjml.j2"), environment.get_template("style.mjml.j2"), macros)


@lru_cache(maxsize=64)
def style_of(look: Look) -> Markup:
    """Return the style sheet of a look; braces never meet, because services take two of them for a merge tag."""
    sheet = theme_of(look.theme).style.render(look=look, c=look.colors)
    return Markup(re.sub(r"\s+", " ", sheet).replace("}}", "}\n}").replace("} }", "}\n}").strip())  # noqa: S704


def draw_mjml(look: Look, mail: Mapping[str, object]) -> str:
    """Return the MJML of a mail: `mail` is what the layout prints, with the views of its blocks."""
    theme = theme_of(look.theme)
    return theme.layout.render(look=look, style=style_of(look), padding=PADDING, mail=mail, draw=theme.draw)


def compile_mjml(source: str) -> str:
    """Return the HTML of MJML, without fonts from elsewhere."""
    return mjml.mjml2html(source, fonts={})
