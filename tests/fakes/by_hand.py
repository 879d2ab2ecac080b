"""Running a fake by hand, to try a push against it before a live account is risked."""

from __future__ import annotations

import argparse
import sys
import threading

from tests.fakes.server import Fake, serving


def port_parser(label: str) -> argparse.ArgumentParser:
    """Return the command line that every fake has."""
    parser = argparse.ArgumentParser(description=f"A fake {label} on loopback; Ctrl+C ends it.")
    parser.add_argument("--port", type=int, default=0, help="the port (default: any free one)")
    return parser


def serve_until_stopped(fake: Fake, port: int, key_words: str) -> None:
    """Serve until Ctrl+C, saying where and with which key, and at the end what was made."""
    with serving(fake, port):
        sys.stdout.write(f"{fake.label} (fake) at {fake.url}\nIt accepts {key_words}\n")
        sys.stdout.flush()
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            sys.stdout.write(report(fake))


def report(fake: Fake) -> str:
    """Return what the account holds now and what it was asked to switch live."""
    made = "".join(f"  {kind}: {name}\n" for kind, name in fake.names())
    return f"\n{len(fake.requests)} requests. Made:\n{made}Switched live: {fake.live or 'nothing'}\n"
