"""Pushing: the bundle of a long flow, and the memory of a push of very many messages, in a process of its own."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from immutables import Map

from bench.projects import preset, root
from bench.timing import say, seconds
from studio.delivery.consignment import deliver, packed
from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.exporters.base import Resolved, Work
from studio.exporters.options import parse_options
from studio.exporters.registry import exporter
from studio.i18n import NullTranslator
from studio.model.project import Project
from studio.model.steps import Send, Wait
from studio.store.store import open_store
from studio.tasks import Unheard

LONG, MANY, FLOWS = 30, 500, 20
SEQUENCE = "welcome-story"
CODE = "from bench.pushing import peak; peak({target!r}, {address!r}, {key!r})"


def pushing() -> None:
    """Run the measures of pushing."""
    bundling()
    if not Path("/proc/self/clear_refs").is_file():
        say(f"memory of a push of {MANY} messages", "left out", "only Linux tells a process's highest memory")
        return
    say(
        f"memory of a push of {MANY} messages to Mailchimp", _in_its_own_process("mailchimp"), "under 150 MB above idle"
    )


def bundling() -> None:
    """A flow of thirty messages for Klaviyo, of the words and blocks of a preset, each with two subjects to test."""
    work = _work(LONG, SEQUENCE)
    target = exporter("klaviyo")
    options = parse_options(target, [])
    taken = seconds(lambda: target.build(work, options, Resolved()), 20)
    say(f"bundle of a {LONG}-message flow for Klaviyo", f"{taken * 1000:.1f} ms", "under 50 ms")


def _work(count: int, name: str) -> Work:
    project, content = long_preset(count, name)
    return Work(project, name, "nb", content.__getitem__, NullTranslator())


def long_preset(count: int, name: str) -> tuple[Project, dict[str, bytes]]:
    """Return a preset's project whose one flow, called `name`, sends `count` e-mails, made of those that it has."""
    project, content = preset(SEQUENCE, "nb")
    flow = project.sequences[SEQUENCE]
    mails = [step.message for step in flow.steps if isinstance(step, Send)]
    messages, steps = dict(project.messages), []
    for number in range(count):
        message = project.messages[mails[number % len(mails)]]
        key = f"{message.id}-{number}"
        messages[key] = replace(message, id=key, name=f"{message.name} {number}")
        steps += [Wait(f"w{number}", 1440), Send(f"s{number}", key)]
    held = Map({name: replace(flow, id=name, steps=tuple(steps))})
    return replace(project, messages=Map(messages), sequences=held, sequence_order=(name,)), content


def _in_its_own_process(target: str) -> str:
    with _served(target) as (address, key):
        code = CODE.format(target=target, address=address, key=key)
        done = subprocess.run([sys.executable, "-c", code], cwd=root(), capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


@contextmanager
def _served(target: str) -> Iterator[tuple[str, str]]:
    """Serve a target's fake from another process, so that what it keeps does not count; yield its address and key."""
    command = [sys.executable, "-m", f"tests.fakes.{target}"]
    with subprocess.Popen(command, cwd=root(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        try:
            yield said.split()[-1], import_module(f"tests.fakes.{target}").KEY
        finally:
            process.terminate()


def peak(name: str, address: str, key: str) -> None:
    """Push many messages in this process and print how much memory that took beyond being there."""
    target, some = exporter(name), [_work(MANY // FLOWS, f"flow{number}") for number in range(FLOWS)]
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "big.sqlite") as store:
        target.build(_work(3, SEQUENCE), parse_options(target, []), Resolved())
        idle = _megabytes("VmRSS")
        Path("/proc/self/clear_refs").write_text("5")
        made = _pushed(target, some, address, key, store.journal)
        print(f"{_megabytes('VmHWM') - idle:.0f} MB ({made} things)")


def _pushed(target, some: list[Work], address: str, key: str, journal) -> int:
    parcels = packed(target, parse_options(target, []), some)
    with Client(target.service, Secret(key), address) as client:
        done = deliver(parcels, client, "bench:me", journal, Unheard())
    if done.trouble:
        raise done.trouble
    return len(done.told)


def _megabytes(name: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:"))
