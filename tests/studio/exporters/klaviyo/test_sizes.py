"""The size of a flow is known before it is written."""

import pytest

from studio.exporters.klaviyo.draft import Plan
from studio.exporters.klaviyo.options import Options
from studio.exporters.klaviyo.sizes import size
from studio.exporters.klaviyo.starts import asker_of
from studio.exporters.pieces import sequence_of
from studio.model.steps import Experiment, Note, Path, Stop, Wait
from tests.studio.exporters.building import actions
from tests.studio.exporters.projects import FIVE, HOUR, LOYAL, MAY_WHATSAPP, RICH, fork, send, work

TAIL = (Wait("t", 2 * HOUR), send("m5"))
PATHS = Experiment("e", "Test", tuple(Path(f"p{n}", f"Vei {n}", 1, (send(f"m{n}"),)) for n in (2, 3, 4)))


@pytest.mark.parametrize(
    "steps",
    [
        FIVE,
        (send("m1", RICH), *TAIL),
        (send("m1", LOYAL), *TAIL),
        (fork((RICH, [send("m2")]), (None, [])), *TAIL),
        (fork((RICH, [send("m2"), Stop("s")]), (LOYAL, []), (None, [send("m3")])), *TAIL),
        (fork((MAY_WHATSAPP, [send("m2")]), (None, [send("m3")])), Note("n", "Husk"), *TAIL),
        (PATHS, Wait("w", 36 * HOUR, "09:00"), *TAIL),
    ],
)
def test_as_many_actions_are_written_as_were_counted(steps):
    flow = work(*steps)
    plan = Plan(flow, Options(), asker_of(sequence_of(flow), Options()), {})
    assert size(plan, steps) == len(actions(flow))


def test_a_long_row_of_splits_is_counted_without_being_written():
    forks = tuple(fork((RICH, [send("m2", step=f"s{n}")]), (None, []), name=f"Delt {n}") for n in range(200))
    flow = work(*forks)
    plan = Plan(flow, Options(), asker_of(sequence_of(flow), Options()), {})
    assert size(plan, forks) > 2**190
