"""One value as a service prints it: expression, default, money, a day, part of an address."""

from __future__ import annotations

from dataclasses import dataclass, replace

from immutables import Map

from studio.i18n import N_, Sentence, sentence
from studio.tags.amounts import around, decimal_sign, money
from studio.tags.catalogue import Kind, Where, path_info
from studio.tags.dialect import Filled, Unsayable, joined
from studio.tags.escaping import ADDRESSES, escape, fitted
from studio.tags.expressions import (
    day_said,
    digits,
    example_digits,
    examples,
    filled_in,
    is_cut,
    is_simple,
    kept,
    question,
    rooted,
    shortened,
    sure,
    with_default,
    worded,
    writes_days,
)
from studio.tags.grammar import Engine, Native, Profile
from studio.tags.neutral import in_address, literal
from studio.tags.tree import Context, Filter, Value

NOTES: Map[str, str] = Map(
    {
        "line_total": N_("It prints the price of the whole line, quantity included"),
        "own_money": N_("It prints the amount as the shop’s settings say"),
        "own_block": N_("It needs the service’s own discount block in the message"),
    }
)
_COUPON = "$coupon"
_LANGUAGE, _ENGLISH = "$language", "en"
_CART = "cart."


@dataclass(frozen=True, slots=True)
class Spelling:
    """How one service, for one profile, language and currency, spells values.

    `label` is the service's own name, `coupon` what the coupon with codes of the reader's own is called there. `home`
    is the shop's address, for links to a cart that the service cannot tell.
    """

    label: str
    engine: Engine
    profile: Profile
    currency: str = ""
    language: str = ""
    coupon: str = ""
    home: str = ""

    def native(self, path: str, *, in_loop: bool) -> Native | None:
        """Return the service's way to say a path, or None where it has none there."""
        native, is_item = self.profile.paths.get(path), path_info(path).where is Where.ITEM
        if native is None or (is_item and not in_loop):
            return None
        if _COUPON in native.whole:
            return replace(native, whole=native.whole.replace(_COUPON, self.coupon)) if self.coupon else None
        if _LANGUAGE in native.whole:
            said = _ENGLISH if _is_foreign(native, self.language) else _bare(self.language)
            return replace(native, whole=native.whole.replace(_LANGUAGE, said.upper()))
        if is_item or not in_loop or not self.engine.root:
            return native
        return None if native.whole else rooted(native, self.engine.root)

    def value(self, value: Value, context: Context, *, in_loop: bool) -> Filled:
        """Return the template text that prints a value."""
        native, default = self.native(value.path, in_loop=in_loop), value.filter("default")
        otherwise = self._default(value, default, context) if default else Filled("")
        if native is None:
            return joined((otherwise, self._nothing(value, context, said=bool(otherwise.text))))
        printed = self._printed(value, native, context)
        if native.is_certain() or not (default or self._is_day(value.path)):
            return printed
        if default and is_simple(self.engine, native, value, default, context):
            return Filled(worded(self.engine, with_default(self.engine, native, value, default), context))
        if native.unasked or not self.engine.when:
            return joined((printed, self.cannot(value.path, sentence("Readers without it see nothing in its place"))))
        return self.choice(value.path, native, printed, otherwise)

    def _nothing(self, value: Value, context: Context, *, said: bool) -> Filled:
        """Return what stands for a value that the service cannot say; a button without an address leads nowhere."""
        is_way_back = value.path.startswith(_CART) and path_info(value.path).kind is Kind.URL
        if self.home and is_way_back and not said:
            home = Filled(in_address(fitted(self.home, context, is_address=True), self.engine))
            return joined((home, self.cannot(value.path, sentence("The shop’s address takes its place"))))
        return self.cannot(value.path, sentence("Nothing, or the default text, takes its place"))

    def choice(self, path: str, native: Native, then: Filled, otherwise: Filled) -> Filled:
        """Return a condition on a native value; the else part only where it says something."""
        turn = Filled(self.engine.otherwise if otherwise.text else "")
        when = Filled(filled_in(self.engine.when, test=question(self.engine, path, native)))
        inner = (kept(self.engine, then), turn, kept(self.engine, otherwise))
        return joined((when, *inner, Filled(self.engine.end)))

    def literal(self, words: str, context: Context) -> Filled:
        """Return words in which the service finds no tag."""
        return self.words(literal(words, context, self.engine), words)

    def words(self, safe: str | None, words: str) -> Filled:
        """Return `safe`, or `words` with a remark where there is no safe way to write them."""
        if safe is not None:
            return Filled(safe)
        return joined((Filled(words), self.cannot(words.strip(), sentence("The service may take it for a merge tag"))))

    def cannot(self, path: str, becomes: Sentence) -> Filled:
        """Return no text, and the remark that the service cannot say `path`."""
        wanted = sentence("{service} cannot say “{path}”", service=self.label, path=path)
        return Filled("", (Unsayable(path, wanted, becomes),))

    def _is_day(self, path: str) -> bool:
        return path_info(path).kind is Kind.DATE and writes_days(self.engine, self.language)

    def _default(self, value: Value, default: Filter, context: Context) -> Filled:
        if context in ADDRESSES:
            address = fitted(default.text, context, is_address=path_info(value.path).kind is Kind.URL)
            return Filled(in_address(address, self.engine))
        return self.literal(default.text, context)

    def _printed(self, value: Value, native: Native, context: Context) -> Filled:
        path, kind = value.path, path_info(value.path).kind
        lost = [self.cannot(path, Sentence(NOTES[native.note]))] if native.note else []
        if _is_foreign(native, self.language):
            wanted = sentence("{service} has no “{path}” in this language", service=self.label, path=path)
            lost.append(Filled("", (Unsayable(path, wanted, sentence("The one in English takes its place")),)))
        if not is_cut(self.engine, native, value):
            lost.append(self.cannot(path, sentence("It is printed at its full length")))
        if kind is Kind.MONEY and not native.whole:
            return joined((self._money(path, native, context), *lost))
        is_part = context in ADDRESSES and kind is not Kind.URL
        if (is_part and not self._is_part(native)) or (kind is Kind.DATE and not self._is_day(path)):
            lost.append(self.cannot(path, sentence("It is printed as it arrives")))
        text = native.whole or worded(self.engine, self._expression(value, native, is_part=is_part), context)
        return joined((Filled(text), *lost))

    def _is_part(self, native: Native) -> bool:
        """Tell whether a value can be a part of an address; what the service makes itself always can."""
        return not native.unasked if native.whole else bool(self.engine.part)

    def _expression(self, value: Value, native: Native, *, is_part: bool) -> str:
        say = shortened(self.engine, sure(self.engine, native), value)
        if self._is_day(value.path):
            say = day_said(self.engine, native.say, self.language)
        return filled_in(self.engine.part, say=say) if is_part and self.engine.part else say

    def _money(self, path: str, native: Native, context: Context) -> Filled:
        is_words = bool(self.currency and self.language) and context not in ADDRESSES
        pattern = digits(self.engine, self.currency) if is_words else self.engine.money
        amount = Filled(filled_in(pattern, say=native.say, point=decimal_sign(self.language) if is_words else "."))
        if not pattern:
            raw = Filled(worded(self.engine, native.say, context))
            amount = joined((raw, self.cannot(path, sentence("It is printed as it arrives"))))
        if not is_words:
            return amount
        before, after = (Filled(escape(part, context)) for part in around(self.currency, self.language))
        return joined((before, amount, after, self._habit(path)))

    def _habit(self, path: str) -> Filled:
        amounts = examples(self.engine, self.currency)
        written = ((money(amount, self.currency, self.language), self._plain(amount)) for amount in amounts)
        others = tuple((habit, plain) for habit, plain in written if habit != plain)
        if not others:
            return Filled("")
        habit, plain = (_either(some) for some in zip(*others, strict=True))
        wanted = sentence("Amounts are written as {habit} in this language", habit=habit)
        becomes = sentence("{service} writes {plain}", service=self.label, plain=plain)
        return Filled("", (Unsayable(path, wanted, becomes),))

    def _plain(self, amount: float) -> str:
        before, after = around(self.currency, self.language)
        return f"{before}{example_digits(self.engine, amount, self.currency, self.language)}{after}"


def _either(amounts: tuple[str, ...]) -> Sentence | str:
    """Return examples of amounts: a whole one, one with decimals, or both."""
    return sentence("{whole} or {broken}", whole=amounts[0], broken=amounts[1]) if amounts[1:] else amounts[0]


def _is_foreign(native: Native, language: str) -> bool:
    """Tell whether a service that has a tag per language has none for this one."""
    return bool(native.languages) and _bare(language) not in native.languages


def _bare(language: str) -> str:
    """Return a language without its country; English where none is told."""
    return language.replace("_", "-").partition("-")[0].lower() or _ENGLISH
