"""Things inside other things: read in what bears a mark of ours, and known by what holds them."""

from immutables import Map

from studio.delivery.answers import Answer
from studio.delivery.lookup import Lookup
from studio.delivery.pace import retry_after, utc_now
from studio.exporters.service import Listing, Service

HOLDERS = Listing(path="/flows", items="flows")
INNER = Listing(path="/flows/{id}/mails", items="mails", within=HOLDERS)
ANSWERS = {
    "/flows": {"flows": [{"id": 3, "name": "Mine [fabel a1b2c3]"}, {"id": 4, "name": "Theirs"}]},
    "/flows/3/mails": {"mails": [{"id": 9, "name": "One"}, {"id": None, "name": "None yet"}]},
}


class Told:
    """A client that answers from a table, and remembers what was asked."""

    def __init__(self):
        self.service = Service("x", "X", "https://x.example", lambda _: Map(), lambda *_: "", Map())
        self.asked = []

    def get(self, path, endpoint="", rate=None):
        """Answer from the table."""
        self.asked.append(path)
        return ANSWERS[path]


def test_only_what_bears_a_mark_is_looked_into():
    told = Told()
    Lookup(told).items(INNER)
    assert told.asked == ["/flows", "/flows/3/mails"]


def test_a_thing_knows_what_holds_it():
    (item,) = Lookup(Told()).items(INNER)
    assert (item.id, item.name, item.content["within"]) == ("9", "One", "3")


def test_a_thing_without_an_id_is_not_there_yet():
    assert [item.name for item in Lookup(Told()).items(INNER)] == ["One"]


def test_a_change_that_changed_nothing_is_good():
    assert Answer(304, None).good
    assert not Answer(302, None).good


def test_seconds_may_be_said_with_their_word():
    assert retry_after("100 seconds", utc_now()) == 100
