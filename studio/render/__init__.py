"""A message as its reader gets it: HTML and plain text, or the fields of an SMS, push, WhatsApp message or call."""

from studio.render.message import render, render_lines
from studio.render.rendered import Rendered

__all__ = ["Rendered", "render", "render_lines"]
