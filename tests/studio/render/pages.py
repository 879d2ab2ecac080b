"""Reading a rendered e-mail back: what a browser would see of it."""

import re

from lxml import html


def page(message):
    """Return the parsed document."""
    return html.document_fromstring(message.html)


def words(message):
    """Return the words a reader sees in the body, spaces folded."""
    (body,) = page(message).xpath("//div[@role='article']")
    return re.sub(r"\s+", " ", body.text_content()).strip()


def styles(message):
    """Return all style sheets of the page."""
    return "\n".join(page(message).xpath("//style/text()"))
