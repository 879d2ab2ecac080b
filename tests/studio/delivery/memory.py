"""A push journal in memory, for tests."""

from contextlib import nullcontext

from immutables import Map

from studio.model.journal import was_made


class MemoryJournal:
    """Keeps entries as long as the test lives, and every write in its order."""

    def __init__(self):
        self.flows = {}
        self.writes = []
        self.made = []

    def entries(self, flow):
        return self.flows.get(flow, Map())

    def write(self, flow, entry):
        self.writes.append((flow, entry))
        if was_made(self.entries(flow).get(entry.key), entry):
            self.made.append((flow.account, entry.kind, entry.at[:10]))
        self.flows[flow] = self.entries(flow).set(entry.key, entry)

    def forget(self, flow, key):
        self.flows[flow] = self.entries(flow).delete(key)

    def sent_today(self, account, kind, day):
        return self.made.count((account, kind, day))

    def alone(self, account, project, sequence):
        return nullcontext()

    def states(self, key):
        return [entry.state.value for _, entry in self.writes if entry.key == key]
