"""A push journal in memory, for tests."""

from contextlib import nullcontext

from immutables import Map

from studio.model.journal import State


class MemoryJournal:
    """Keeps entries as long as the test lives, and every write in its order."""

    def __init__(self):
        self.flows = {}
        self.writes = []

    def entries(self, flow):
        return self.flows.get(flow, Map())

    def write(self, flow, entry):
        self.writes.append((flow, entry))
        self.flows[flow] = self.entries(flow).set(entry.key, entry)

    def sent_today(self, account, kind, day):
        made = (entry for flow, entry in self.writes if flow.account == account and entry.kind == kind)
        return sum(entry.state is State.SENT and entry.at.startswith(day) for entry in made)

    def alone(self, account, sequence):
        return nullcontext()

    def states(self, key):
        return [entry.state.value for _, entry in self.writes if entry.key == key]
