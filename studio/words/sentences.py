"""Sentences and words of a plain text, with the abbreviations, ordinals and times that hold full stops."""

from __future__ import annotations

import re
from functools import lru_cache

from immutables import Map

from studio.edits.find import TAG_SIGN
from studio.words.languages import base

_WORD = re.compile(rf"[^\W_]+(?:[’'\-–.][^\W_]+)*|{TAG_SIGN}")
_END = re.compile(r"[.!?…]+[»«”“\"’')\]]*(?=\s|$)|\n+")
_TOKEN_BEFORE = re.compile(r"[^\s(«»“”„\"‘]*$")
_ALWAYS = "nr dr st kl ca tlf tel jf fig vol"

ABBREVIATIONS: Map[str, frozenset[str]] = Map(
    {
        code: frozenset(f"{_ALWAYS} {words}".split())
        for code, words in {
            "nb": "f.eks bl.a d.v.s dvs m.m m.fl mv osv o.l o.a e.l pga p.g.a ev evt inkl ekskl mht ift mnd min maks "
            "pr s.k t.o.m f.o.m til.v",
            "nn": "t.d bl.a dvs m.m m.fl mv osv o.l o.a e.l pga ev evt inkl ekskl mnd maks pr",
            "sv": "t.ex bl.a dvs d.v.s m.m m.fl osv o.s.v o.d pga p.g.a ev inkl exkl s.k t.o.m fr.o.m resp max",
            "da": "f.eks fx bl.a dvs d.v.s m.m m.fl mv osv o.l pga p.g.a evt inkl ekskl pr maks hhv mdr",
            "nl": "bijv bv d.w.z dwz o.a m.a.w i.p.v t.o.v t.a.v e.d enz incl excl evt max mevr dhr a.u.b nl blz p.s",
            "en": "e.g i.e mr mrs ms prof etc approx incl vs a.m p.m no jr sr ltd co",
            "de": "z.b z b d.h d h u.a u a usw bzw ggf inkl zzgl evtl max hr fr prof str mind o.ä v.a i.d.r",
            "fr": "p.ex ex c.-à-d m mme mlle etc env av apr max min p",
            "fi": "esim mm ym jne yms ks ns n s klo puh kpl",
            "es": "p.ej ej sr sra srta d dña ud uds etc aprox máx mín pág núm",
        }.items()
    }
)
_MONTHS = re.compile(
    r"\s*(?:jan|feb|febr|mar|mars|märz|maart|april|apr|mai|maj|mei|mayo|juni|jun|juli|jul|aug|sep|sept|okt|oct|nov|"
    r"des|dec|dez)[a-zäé]*\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a plain text; what hyphens, apostrophes and full stops join is one, a merge tag is one."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=8192)
def sentences(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return where each sentence of a plain text begins and ends; stretches without a word are none.

    A sentence ends at “.”, “!”, “?” or “…” with what closes a quotation, unless a small letter goes on, and at the
    end of a line. Abbreviations (“f.eks.”), initials, ordinals before a month and the points of times end nothing.
    """
    known, found, start = ABBREVIATIONS.get(base(language), frozenset()), [], 0
    for end in _END.finditer(text):
        if not end.group().isspace() and _goes_on(text, end, known):
            continue
        found.append((start, end.end()))
        start = end.end()
    found.append((start, len(text)))
    return tuple((first, last) for first, last in found if _WORD.search(text, first, last))


def _goes_on(text: str, end: re.Match[str], known: frozenset[str]) -> bool:
    after = text[end.end() : end.end() + 24].lstrip(" \u00a0\u202f")
    if after[:1].islower():
        return True
    if end.group() != ".":
        return False
    token = _TOKEN_BEFORE.search(text, max(0, end.start() - 40), end.start())
    before = token.group() if token else ""
    if before.isdigit():
        return bool(_MONTHS.match(after))
    is_initial = len(before) == 1 and before.isupper()
    return bool(after) and (is_initial or before.lower().lstrip("-–") in known)
