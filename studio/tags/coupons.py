"""Codes of the reader's own: which tag prints one, and what a service's coupon is called."""

from __future__ import annotations

from immutables import Map

from studio.model.ids import derived_id
from studio.tags.catalogue import COUPON, OFFER_CODE
from studio.tags.tree import Filter, If, Node, Value


def coupon_name(project_id: str, message_id: str) -> str:
    """Return what the coupon of a project's message is called at a service: letters, digits and `_`, always the same.

    A service prints codes of this coupon, so it must exist there before the message is sent.
    """
    return f"fabel_{derived_id('coupon', project_id, message_id)}"


def own_code(node: Node, constants: Map[str, str]) -> Node:
    """Return the node that is meant: an offer's code is each reader's own where the constants hold `coupon.code`.

    Their words for it, if any, are what readers get from services that make no codes.
    """
    if COUPON not in constants or not isinstance(node, (Value, If)) or node.path not in (COUPON, OFFER_CODE):
        return node
    if isinstance(node, If):
        return If(COUPON)
    words = constants[COUPON]
    shared = () if not words or node.filter("default") else (Filter("default", words),)
    return Value(COUPON, (*node.filters, *shared))
