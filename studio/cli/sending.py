"""What a push or a queue sends: flows built for a target with an account's defaults, after the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from studio.cli.reaching import Chosen
from studio.cli.selection import Source
from studio.delivery.book import options_for, with_defaults
from studio.delivery.consignment import Parcel, packed
from studio.delivery.gate import gate
from studio.delivery.http import Client
from studio.delivery.reading import resolved_for
from studio.errors import StudioError
from studio.exporters.base import Exporter
from studio.exporters.works import works
from studio.i18n import Translator
from studio.model.findings import Severity

Flows = Mapping[str, tuple[str, ...]]


def refuse_errors(source: Source, flows: Flows) -> None:
    """Raise StudioError where the checks find errors in what is pushed: the reader would see them."""
    count = gate(source.project, flows).count(Severity.ERROR)
    if count:
        raise StudioError("`check` finds errors ({count}): mend them first, or push with --force.", count=count)


def built(
    target: Exporter,
    one: Chosen,
    options: Iterable[str],
    source: Source,
    flows: Flows,
    words: Translator,
    connect: Callable[[], Client],
) -> tuple[Parcel, ...]:
    """Return every flow built for a target, with the account's sender, marks of links and other defaults.

    `connect` is asked for the account only where the options want something read before.
    """
    some = works(source.project, flows, source.content, words)
    chosen = options_for(target, one.account, options)
    mine = (with_defaults(work, one.account) for work in some)
    return packed(target, chosen, mine, lambda work: resolved_for(connect, work, chosen))
