"""A program of its own that pushes the small flow to a fake on loopback, to be killed while it does."""

from __future__ import annotations

import sys
from pathlib import Path

from studio.delivery.http import Client
from studio.delivery.journal_file import open_journal
from studio.delivery.keys import Secret
from studio.delivery.push import push
from studio.exporters.registry import exporter
from studio.model.journal import Flow
from studio.tasks import Unheard
from tests.journeys.fleet import built
from tests.journeys.voyages import SMALL
from tests.studio.exporters.projects import PIXEL


def main(name, address, key, file):
    """Push once, with a journal beside `file`."""
    service = exporter(name).service
    with open_journal(Path(file)) as journal, Client(service, Secret(key), address) as client:
        flow = Flow(f"{name}:test", "p1", "q1", "nb")
        report = push(built(SMALL[name]), service, client, journal, flow, Unheard(), lambda _: PIXEL)
    sys.exit(1 if report.trouble else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
