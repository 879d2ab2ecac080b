"""The dialects of services: a nested tree printed by the patterns of a grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from string import Template

from studio.i18n import sentence
from studio.tags.dialect import Filled, joined
from studio.tags.expressions import kept
from studio.tags.grammar import Grammar, Profile, profile_of, shipped_grammar, shipped_grammars
from studio.tags.neutral import finished
from studio.tags.placeholders import placeholder
from studio.tags.tree import Branch, Context, Literal, Loop, Raw, Said, Tree
from studio.tags.values import Spelling

UNSEEN = "\N{WORD JOINER}"
"""A sign that nobody sees, for lines that an engine would take away."""


@dataclass(frozen=True, slots=True)
class ServiceDialect:
    """Prints tags for a service in its own spelling."""

    name: str
    spelling: Spelling

    def write(self, trees: tuple[Tree, ...]) -> Filled:
        """Return template text for the service."""
        said, lone = self._all(trees, in_loop=False), self.spelling.engine.lone
        # Line breaks count in plain text only; in HTML a sign beside a tag might stand between rows of a table.
        return said if not lone or "</" in said.text else replace(said, text=_kept_lines(said.text, lone))

    def _all(self, trees: tuple[Tree, ...], *, in_loop: bool) -> Filled:
        return joined(self._one(tree, in_loop=in_loop) for tree in trees)

    def _one(self, tree: Tree, *, in_loop: bool) -> Filled:
        if isinstance(tree, Raw):
            return self.spelling.words(finished(tree.words, self.spelling.engine), tree.words)
        if isinstance(tree, Branch):
            return self._branch(tree, in_loop=in_loop)
        if isinstance(tree, Loop):
            return self._loop(tree)
        if isinstance(tree.node, Literal):
            return self.spelling.literal(tree.node.words, tree.context)
        return self.spelling.value(tree.node, tree.context, in_loop=in_loop)

    def _branch(self, branch: Branch, *, in_loop: bool) -> Filled:
        native, engine = self.spelling.native(branch.path, in_loop=in_loop), self.spelling.engine
        then = self._all(branch.then, in_loop=in_loop)
        if native and native.is_certain():
            return then
        otherwise = self._all(branch.otherwise, in_loop=in_loop)
        if native and engine.when and not native.unasked:
            return self.spelling.choice(branch.path, native, then, otherwise)
        if _has_loop(branch.then):
            becomes = sentence("The words for the case with it are sent to everybody")
            return joined((then, self.spelling.cannot(branch.path, becomes)))
        becomes = sentence("The words for the case without it are sent to everybody")
        return joined((otherwise, self.spelling.cannot(branch.path, becomes)))

    def _instead(self, loop: Loop) -> Filled:
        """Return the service's own block for a list, or words that keep its place."""
        block = self.spelling.profile.blocks.get(loop.path, "")
        if block and not _is_plain(loop.body):
            becomes = sentence("{service}’s own block for it takes its place", service=self.spelling.label)
            return joined((Filled(block), self.spelling.cannot(loop.path, becomes)))
        words = placeholder(self.spelling.language)
        becomes = sentence(
            "“{words}” stands where {service}’s own block for it belongs", words=words, service=self.spelling.label
        )
        return joined((Filled(words), self.spelling.cannot(loop.path, becomes)))

    def _loop(self, loop: Loop) -> Filled:
        engine, listed = self.spelling.engine, self.spelling.profile.lists.get(loop.path)
        if not listed or not engine.loop:
            return self._instead(loop)
        pattern = engine.limited if loop.limit else engine.loop
        start = Filled(Template(pattern or engine.loop).substitute(list=listed, limit=loop.limit))
        end = (engine.end_limited if loop.limit else "") or engine.end_loop
        if not pattern:
            start = joined((start, self.spelling.cannot(loop.path, sentence("The list shows the whole cart"))))
        return joined((start, kept(engine, self._all(loop.body, in_loop=True)), Filled(end)))


def _kept_lines(text: str, lone: str) -> str:
    return re.sub(rf"^(?:[ \t]*{lone})+(?=[ \t]*$)", rf"\g<0>{UNSEEN}", text, flags=re.MULTILINE)


def _has_loop(trees: tuple[Tree, ...]) -> bool:
    return any(isinstance(tree, Loop) for tree in trees)


def _is_plain(trees: tuple[Tree, ...]) -> bool:
    """Tell whether what is said there stands outside HTML."""
    return any(isinstance(tree, Said) and tree.context in (Context.PLAIN, Context.ADDRESS) for tree in trees)


def service_dialect(
    grammar: Grammar,
    profile: str | Profile = "",
    currency: str = "",
    language: str = "",
    coupon: str = "",
    home: str = "",
) -> ServiceDialect:
    """Return the dialect of a grammar, for exporters that bring their own.

    Amounts get the sign of `currency` (ISO 4217) where `language` puts it, if both are given. Raise StudioError for an
    unknown profile.
    """
    spelling = Spelling(grammar.label, grammar.engine, profile_of(grammar, profile), currency, language, coupon, home)
    return ServiceDialect(grammar.name, spelling)


def dialect(
    name: str,
    *,
    profile: str | Profile = "",
    currency: str = "",
    language: str = "",
    coupon: str = "",
    home: str = "",
) -> ServiceDialect:
    """Return a shipped dialect ("klaviyo", "brevo"); raise StudioError for an unknown name or profile.

    `profile` names whose events the flow listens to (klaviyo: shopify, woocommerce, custom), empty for the usual one,
    or is a profile that was read from the service.
    `coupon` is what the coupon is called at the service that prints codes of the reader's own, `home` the shop's
    address, to which links lead where the service cannot tell the cart's.
    """
    return service_dialect(shipped_grammar(name), profile, currency, language, coupon, home)


def dialect_names() -> tuple[str, ...]:
    """Return the names of the shipped dialects, sorted."""
    return shipped_grammars()
