"""The dialects of services: a nested tree printed by the patterns of a grammar."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template

from studio.i18n import sentence
from studio.tags.dialect import Filled, joined
from studio.tags.grammar import Grammar, profile_of, shipped_grammar, shipped_grammars
from studio.tags.neutral import finished
from studio.tags.tree import Branch, Literal, Loop, Raw, Tree
from studio.tags.values import Spelling, choice


@dataclass(frozen=True, slots=True)
class ServiceDialect:
    """Prints tags for a service in its own spelling."""

    name: str
    spelling: Spelling

    def write(self, trees: tuple[Tree, ...]) -> Filled:
        """Return template text for the service."""
        return self._all(trees, in_loop=False)

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
        if native and not native.asked():
            return then
        otherwise = self._all(branch.otherwise, in_loop=in_loop)
        if native and engine.when:
            return choice(engine, native, then, otherwise)
        becomes = sentence("The words for the case without it are sent to everybody.")
        return joined((otherwise, self.spelling.cannot(branch.path, becomes)))

    def _loop(self, loop: Loop) -> Filled:
        engine, listed = self.spelling.engine, self.spelling.profile.lists.get(loop.path)
        if not listed or not engine.loop:
            return self.spelling.cannot(loop.path, sentence("The list is left out."))
        pattern = engine.limited if loop.limit else engine.loop
        start = Filled(Template(pattern or engine.loop).substitute(list=listed, limit=loop.limit))
        if not pattern:
            start = joined((start, self.spelling.cannot(loop.path, sentence("The list shows the whole cart."))))
        return joined((start, self._all(loop.body, in_loop=True), Filled(engine.end_loop)))


def service_dialect(grammar: Grammar, profile: str = "", currency: str = "", language: str = "") -> ServiceDialect:
    """Return the dialect of a grammar, for exporters that bring their own.

    Amounts get the sign of `currency` (ISO 4217) where `language` puts it, if both are given. Raise StudioError for an
    unknown profile.
    """
    spelling = Spelling(grammar.label, grammar.engine, profile_of(grammar, profile), currency, language)
    return ServiceDialect(grammar.name, spelling)


def dialect(name: str, *, profile: str = "", currency: str = "", language: str = "") -> ServiceDialect:
    """Return a shipped dialect ("klaviyo", "brevo"); raise StudioError for an unknown name or profile.

    `profile` names whose events the flow listens to (klaviyo: shopify, woocommerce, custom), empty for the usual one.
    """
    return service_dialect(shipped_grammar(name), profile, currency, language)


def dialect_names() -> tuple[str, ...]:
    """Return the names of the shipped dialects, sorted."""
    return shipped_grammars()
