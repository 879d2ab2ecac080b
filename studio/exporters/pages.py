"""The pages of a build sheet as templates: what the program ships, in a sandbox."""

from __future__ import annotations

from functools import cache

from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from studio.paths import shipped


@cache
def page_template(name: str) -> Template:
    """Return a template of the build sheet, `sheet.html.j2` or `phone.html.j2`; what it is given is escaped."""
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(shipped("templates", "sheet")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
