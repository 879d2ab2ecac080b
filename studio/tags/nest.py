"""Flat nodes to a nested tree: which condition ends where, and a clear word where one does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from studio.errors import StudioError
from studio.tags.parser import tag_source
from studio.tags.tree import Branch, Context, Else, End, For, If, Literal, Loop, Node, Raw, Said, Tree, Value

DEEPEST = 20
Piece = tuple[Node | Raw, Context]


@dataclass(slots=True)
class _Open:
    """A condition or loop that has begun, and what has been said inside it so far."""

    node: If | For | None = None
    then: list[Tree] = field(default_factory=list)
    otherwise: list[Tree] | None = None

    def say(self, tree: Tree) -> None:
        (self.then if self.otherwise is None else self.otherwise).append(tree)

    def closed(self) -> Tree:
        if isinstance(self.node, For):
            return Loop(self.node.path, self.node.limit, tuple(self.then))
        path = self.node.path if self.node else ""
        return Branch(path, tuple(self.then), tuple(self.otherwise or ()))


def nest(pieces: Iterable[Piece]) -> tuple[Tree, ...]:
    """Return the nested tree of flat pieces; raise StudioError where conditions or loops do not balance.

    Conditions and loops may stand inside each other, `DEEPEST` deep at most.
    """
    stack = [_Open()]
    for node, context in pieces:
        if type(node) is Raw:
            stack[-1].say(node)
        elif type(node) is Value:
            stack[-1].say(Said(node, context))
        else:
            _take(stack, node, context)
    if len(stack) > 1:
        raise _never_ended(stack[-1])
    return tuple(stack[0].then)


def check_balance(nodes: Iterable[Node]) -> None:
    """Raise StudioError where the conditions and loops within one text do not balance."""
    nest((node, Context.TEXT) for node in nodes)


def _take(stack: list[_Open], node: Node | Raw, context: Context) -> None:
    if isinstance(node, Literal):
        stack[-1].say(Said(node, context))
    elif isinstance(node, (If, For)):
        _open(stack, node)
    elif isinstance(node, Else):
        _turn(stack[-1])
    elif isinstance(node, End):
        _close(stack, If)
    else:
        _close(stack, For)


def _open(stack: list[_Open], node: If | For) -> None:
    if len(stack) > DEEPEST:
        raise StudioError("More than {most} conditions stand inside each other.", most=DEEPEST)
    stack.append(_Open(node))


def _turn(inner: _Open) -> None:
    if not isinstance(inner.node, If):
        raise StudioError("There is an “else” without an “if” before it in the same text.")
    if inner.otherwise is not None:
        raise StudioError("“{tag}” has more than one “else”.", tag=tag_source(inner.node))
    inner.otherwise = []


def _close(stack: list[_Open], kind: type[If | For]) -> None:
    if not isinstance(stack[-1].node, kind):
        if len(stack) > 1:
            raise _never_ended(stack[-1])
        raise StudioError("There is an “end” without an “if” before it in the same text.")
    done = stack.pop().closed()
    stack[-1].say(done)


def _never_ended(inner: _Open) -> StudioError:
    if isinstance(inner.node, For):
        return StudioError("The list of “{path}” is never ended in this text.", path=inner.node.path)
    tag = tag_source(inner.node) if inner.node else ""
    return StudioError("“{tag}” is never ended in this text: an “end” is missing.", tag=tag)
