"""Two computers with one shared workspace push one flow for the first time at the same moment: once is enough."""

import pytest

from studio.errors import StudioError
from studio.store.store import open_store
from studio.tasks import Unheard
from tests.studio.delivery.test_consignment import Sender
from tests.studio.store.postgres import postgres

__all__ = ["postgres"]


class Neighbour(Unheard):
    """Hears of the first thing that is pushed, and pushes the same from the other computer."""

    def __init__(self, other):
        self.other, self.refusals, self.turns = other, [], 0

    def said(self, sentence, done, total):
        self.turns += 1
        try:
            self.other.deliver()
        except StudioError as refusal:
            self.refusals.append(str(refusal))


@pytest.mark.postgres
def test_each_thing_is_made_once(klaviyo_desk, klaviyo_fake, postgres):
    address = postgres.new_workspace()
    with open_store(address) as ours, open_store(address) as theirs:
        here, there = (
            Sender(klaviyo_fake, klaviyo_desk.project, klaviyo_desk.content, each.journal) for each in (ours, theirs)
        )
        meanwhile = Neighbour(there)
        assert here.deliver(meanwhile).trouble is None
        assert meanwhile.turns >= 1
        assert meanwhile.refusals == ["Another push of this flow is running; wait until it is done."] * meanwhile.turns
        made = (len(klaviyo_fake.templates), len(klaviyo_fake.flows))
        assert there.deliver().trouble is None
        assert (len(klaviyo_fake.templates), len(klaviyo_fake.flows)) == made == (6, 2)
