"""`import`: takes in products, a cart or a flow from elsewhere."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module

from immutables import Map

from studio.cli.program import Command
from studio.cli.surroundings import Surroundings

KINDS: Map[str, tuple[str, str]] = Map(
    {
        "products": ("studio.cli.goods", "run_products"),
        "cart": ("studio.cli.goods", "run_cart"),
        "klaviyo": ("studio.cli.flows", "run_klaviyo"),
    }
)
"""The module and function of each kind, loaded when it is asked for."""


def run(wish: Namespace, world: Surroundings) -> int:
    """Run the kind of import that was asked for."""
    module, name = KINDS[wish.what]
    command: Command = getattr(import_module(module), name)
    return command(wish, world)
