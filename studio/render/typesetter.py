"""Sets the words of one message: galleys printed with a placeholder in every gap."""

from __future__ import annotations

from studio.render.galley import (
    Galley,
    Line,
    Links,
    address_galley,
    as_written,
    is_plain_address,
    plain_galley,
    rich_galley,
)
from studio.render.marks import Marks
from studio.render.remarks import Remarks
from studio.render.said import Said, bare
from studio.tags.tree import Context, Literal, Node

_WEB = ("https://", "http://")


class Typesetter:
    """Sets the texts of one message; `block` says whose text it is, for the remarks."""

    def __init__(self, marks: Marks, remarks: Remarks, link: str, links_to: Links = as_written) -> None:
        """Take the marks that hold tags out, the remarks, and the HTML attributes of a link in running words.

        `links_to` is what becomes of every link's address.
        """
        self.links_to = links_to
        self._marks = marks
        self._remarks = remarks
        self._link = link

    def rich(self, source: str, block: str = "") -> Said:
        """Set a text of the Markdown subset; its links stand numbered in the plain words, addresses below."""
        return self._print(rich_galley(source, self._link, self.links_to), block)

    def plain(self, source: str, block: str = "", context: Context = Context.TEXT) -> Said:
        """Set a text without any styling, for words in HTML or for an attribute."""
        return self._print(plain_galley(source, context), block)

    def address(self, source: str, block: str = "") -> Said:
        """Set a link's address: https, mailto, tel or a merge tag; anything else is remarked on."""
        return self._print(address_galley(self.links_to(source)), block)

    def source(self, address: str, block: str = "") -> Said:
        """Set the address of a picture; on the web it may hold what a service takes for a tag, such as %C3 in %C3%B8.

        What lies elsewhere (beside a file, inside an e-mail, in the preview) stands as it is.
        """
        if is_plain_address(address) or not address.startswith(_WEB):
            return bare(address)
        return self.node(Literal(address), block, Context.URL)

    def node(self, node: Node, block: str = "", context: Context = Context.TEXT) -> Said:
        """Set a merge tag, loop or condition that the block itself brings along."""
        outside = Context.ADDRESS if context is Context.URL else Context.PLAIN
        return Said(self._marks.hold(node, context, block), self._marks.hold(node, outside, block))

    def _print(self, galley: Galley, block: str) -> Said:
        if galley.said is not None:
            return galley.said
        for fault in galley.faults:
            self._remarks.note(fault.id, fault.severity, fault.message, block=block, fix=fault.fix)
        return Said(self._line(galley.html, block), self._line(galley.plain, block))

    def _line(self, line: Line, block: str) -> str:
        if len(line) == 1 and isinstance(line[0], str):
            return line[0]
        hold = self._marks.hold
        return "".join([part if isinstance(part, str) else hold(part.node, part.context, block) for part in line])
