"""The constants of brand and offer, put in before any dialect sees the tree: no service knows them."""

from __future__ import annotations

from immutables import Map

from studio.i18n import sentence
from studio.tags.catalogue import COUPON, Kind, Where, path_info
from studio.tags.dialect import Unsayable
from studio.tags.escaping import ADDRESSES, address_part, has_scheme
from studio.tags.tree import Branch, Literal, Loop, Raw, Said, Tree, Value

Settled = tuple[tuple[Tree, ...], tuple[Unsayable, ...]]


def settle(trees: tuple[Tree, ...], constants: Map[str, str]) -> Settled:
    """Return the trees with constants as literal words and their conditions decided, and the constants nobody set."""
    done: list[Tree] = []
    missing: list[Unsayable] = []
    for tree in trees:
        if type(tree) is Raw:
            done.append(tree)
            continue
        inner, lost = _settled(tree, constants)
        done.extend(inner)
        missing.extend(lost)
    return tuple(done), tuple(missing)


def _settled(tree: Tree, constants: Map[str, str]) -> Settled:
    if isinstance(tree, Branch):
        return _branch(tree, constants)
    if isinstance(tree, Loop):
        body, lost = settle(tree.body, constants)
        return (Loop(tree.path, tree.limit, body),), lost
    if isinstance(tree, Said) and isinstance(tree.node, Value) and _is_constant(tree.node.path):
        return _value(tree, tree.node, constants)
    return (tree,), ()


def _branch(tree: Branch, constants: Map[str, str]) -> Settled:
    if tree.path == COUPON and constants.get(COUPON):
        return settle(tree.then, constants)
    if _is_constant(tree.path):
        return settle(tree.then if constants.get(tree.path) else tree.otherwise, constants)
    then, lost_then = settle(tree.then, constants)
    otherwise, lost_else = settle(tree.otherwise, constants)
    return (Branch(tree.path, then, otherwise),), lost_then + lost_else


def _value(said: Said, value: Value, constants: Map[str, str]) -> Settled:
    default = value.filter("default")
    words = value.shortened(constants.get(value.path) or "") or (default.text if default else "")
    lost = () if words or default else (_nobody_set(value.path),)
    if said.context in ADDRESSES and path_info(value.path).kind is not Kind.URL and not has_scheme(words):
        words = address_part(words)
    return (Said(Literal(words), said.context),), lost


def _is_constant(path: str) -> bool:
    return path_info(path).where is Where.CONSTANT


def _nobody_set(path: str) -> Unsayable:
    return Unsayable(
        path,
        sentence("The message names “{path}”, which is not filled in", path=path),
        sentence("Nothing stands in its place"),
    )
