import pytest

from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from studio.delivery.push import push
from studio.model.journal import Flow
from studio.tasks import Unheard
from tests.studio.delivery import shop as small
from tests.studio.delivery.memory import MemoryJournal

FLOW = Flow("shop:Hansens Garn", "p1", "cart", "nb")


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self):
        self.now = 1000.0
        self.slept = []

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds

    @property
    def timing(self):
        return Timing(lambda: self.now, self.sleep, lambda: 0.0)

    @property
    def waited(self):
        return round(sum(self.slept), 3)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def shop():
    with small.open_shop() as shop:
        shop.things[7] = ("metrics", {"name": "Placed Order"})
        yield shop


@pytest.fixture
def connect(shop, clock):
    clients = []

    def connected(service=None, **more):
        more = {"base_url": shop.url, "timing": clock.timing} | more
        clients.append(Client(service or small.service(), Secret(small.KEY), **more))
        return clients[-1]

    yield connected
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture
def journal():
    return MemoryJournal()


@pytest.fixture
def deliver(connect, journal):
    """Push a bundle as a new run of the program would, and return the report."""

    def delivered(bundle=None, service=None, progress=None, kept=journal, **more):
        service = service or small.service()
        client = connect(service, **({"progress": progress} if progress else {}))
        content = dict.fromkeys(("d1", "d2"), b"\x89PNG picture").__getitem__
        return push(bundle or small.bundle(), service, client, kept, FLOW, progress or Unheard(), content, **more)

    return delivered
