"""One value as a service prints it: expression, default, money, part of an address."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from string import Template

from immutables import Map

from studio.i18n import N_, Sentence, sentence
from studio.tags.amounts import EXAMPLE, around, leaves_wholes_bare, money
from studio.tags.catalogue import Kind, Where, path_info
from studio.tags.dialect import Filled, Unsayable, joined
from studio.tags.escaping import ADDRESSES, escape, fitted
from studio.tags.grammar import Engine, Native, Profile
from studio.tags.neutral import literal
from studio.tags.tree import Context, Filter, Value

NOTES: Map[str, str] = Map({"line_total": N_("It prints the price of the whole line, quantity included.")})
_SIMPLE = re.compile(r"[\w .,!?-]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How one service, for one profile, language and currency, spells values; `label` is the service's own name."""

    label: str
    engine: Engine
    profile: Profile
    currency: str = ""
    language: str = ""

    def native(self, path: str, *, in_loop: bool) -> Native | None:
        """Return the service's way to say a path, or None where it has none there."""
        outside = path_info(path).where is Where.ITEM and not in_loop
        return None if outside else self.profile.paths.get(path)

    def value(self, value: Value, context: Context, *, in_loop: bool) -> Filled:
        """Return the template text that prints a value."""
        native, default = self.native(value.path, in_loop=in_loop), value.filter("default")
        if native is None:
            instead = self._default(value, default, context) if default else Filled("")
            return joined(
                (instead, self.cannot(value.path, sentence("Nothing, or the default text, takes its place.")))
            )
        printed = self._core(value.path, self._cut(native, value), context)
        if value.filter("cut") and (native.whole or not self.engine.cut):
            printed = joined((printed, self.cannot(value.path, sentence("It is printed at its full length."))))
        if default is None or not native.asked():
            return printed
        if self._is_simple(native, value, default, context):
            say = self._cut(native, value).say
            return Filled(Template(self.engine.default).substitute(say=say, text=default.text))
        if not self.engine.when:
            return joined((printed, self.cannot(value.path, sentence("Readers without it see nothing in its place."))))
        return choice(self.engine, native, printed, self._default(value, default, context))

    def literal(self, words: str, context: Context) -> Filled:
        """Return words in which the service finds no tag."""
        return self.words(literal(words, context, self.engine), words)

    def words(self, safe: str | None, words: str) -> Filled:
        """Return `safe`, or `words` with a remark where there is no safe way to write them."""
        if safe is not None:
            return Filled(safe)
        return joined((Filled(words), self.cannot(words.strip(), sentence("The service may take it for a merge tag."))))

    def cannot(self, path: str, becomes: Sentence) -> Filled:
        """Return no text, and the remark that the service cannot say `path`."""
        wanted = sentence("{service} cannot say “{path}”.", service=self.label, path=path)
        return Filled("", (Unsayable(path, wanted, becomes),))

    def _default(self, value: Value, default: Filter, context: Context) -> Filled:
        if context in ADDRESSES:
            return Filled(fitted(default.text, context, is_address=path_info(value.path).kind is Kind.URL))
        return self.literal(default.text, context)

    def _is_simple(self, native: Native, value: Value, default: Filter, context: Context) -> bool:
        """Tell whether the service's own default filter means the same.

        Engines disagree on literals (Django prints them raw, others escape them), so the text must be simple; and the
        filter asks what is printed, so what is printed must be what a condition would ask: "0" is not nothing.
        """
        has_form = native.asked() == native.say and self.engine.default and not native.note
        is_words = context not in ADDRESSES and path_info(value.path).kind is not Kind.MONEY
        return bool(has_form and is_words and _SIMPLE.fullmatch(default.text))

    def _core(self, path: str, native: Native, context: Context) -> Filled:
        kind = path_info(path).kind
        noted = self.cannot(path, Sentence(NOTES[native.note])) if native.note else Filled("")
        if native.whole:
            return joined((Filled(native.whole), noted))
        if kind is Kind.MONEY:
            return joined((self._money(path, native, context), noted))
        is_part = context in ADDRESSES and kind is not Kind.URL
        return joined((self._pattern(self.engine.part if is_part else self.engine.value, path, native), noted))

    def _cut(self, native: Native, value: Value) -> Native:
        cut = value.filter("cut")
        if cut is None or native.whole or not self.engine.cut:
            return native
        say = Template(self.engine.cut).substitute(say=native.say, limit=cut.text)
        return replace(native, say=say, test=native.asked())

    def _pattern(self, pattern: str, path: str, native: Native) -> Filled:
        printed = Filled(Template(pattern or self.engine.value).substitute(say=native.say))
        return printed if pattern else joined((printed, self.cannot(path, sentence("It is printed as it arrives."))))

    def _money(self, path: str, native: Native, context: Context) -> Filled:
        bare = self.engine.bare_money if leaves_wholes_bare(self.currency) and context not in ADDRESSES else ""
        digits = self._pattern(bare or self.engine.money, path, native)
        if not self.currency or not self.language or context in ADDRESSES:
            return digits
        before, after = (Filled(escape(part, context)) for part in around(self.currency, self.language))
        return joined((before, digits, after, self._habit(path)))

    def _habit(self, path: str) -> Filled:
        habit, (before, after) = money(EXAMPLE, self.currency, self.language), around(self.currency, self.language)
        bare = self.engine.bare_money and leaves_wholes_bare(self.currency)
        plain = f"{before}{EXAMPLE:.0f}{after}" if bare else f"{before}{EXAMPLE:.2f}{after}"
        if habit == plain:
            return Filled("")
        wanted = sentence("Amounts are written as {habit} in this language.", habit=habit)
        becomes = sentence("{service} writes {plain}.", service=self.label, plain=plain)
        return Filled("", (Unsayable(path, wanted, becomes),))


def choice(engine: Engine, native: Native, then: Filled, otherwise: Filled) -> Filled:
    """Return a condition on a native value in the service's words; the else part only where it says something."""
    when = Filled(Template(engine.when).substitute(test=native.asked()))
    turn = Filled(engine.otherwise if otherwise.text else "")
    return joined((when, then, turn, otherwise, Filled(engine.end)))
