"""The main job from end to end: a preset's flow pushed to fakes that answer like the real services."""

from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.lookup import Lookup
from studio.delivery.pace import Timing
from studio.delivery.plan import plan
from studio.delivery.push import push
from studio.exporters.base import Resolved, Work
from studio.exporters.options import parse_options
from studio.exporters.registry import exporter
from studio.i18n import NullTranslator
from studio.model.journal import Flow
from studio.paths import shipped
from studio.presets.brandfile import read_brand
from studio.presets.growth import plant
from studio.presets.library import read_library
from studio.render.personas import sample_personas
from studio.tasks import Unheard
from tests.studio.delivery.memory import MemoryJournal


def planted(preset, *languages):
    """Return a project grown from a shipped preset, and the bytes of its pictures."""
    found = read_library([shipped("presets")]).preset(preset)
    brand = read_brand(shipped("resources", "sample", "brand.toml"))
    return plant(found, languages, brand.brand, assets=brand.assets, personas=sample_personas()), brand.content


class Desk:
    """Pushes one project's flow to one fake, again and again, with time that passes only by sleeping."""

    def __init__(self, target, fake, base_url, project, content):
        self.target, self.fake, self.base_url = exporter(target), fake, base_url
        self.project, self.content = project, content
        self.journal = MemoryJournal()
        self.moment = 1000.0

    def sleep(self, seconds):
        self.moment += seconds

    def bundle(self, language="nb"):
        sequence = self.project.sequence_order[0]
        work = Work(self.project, sequence, language, self.content.__getitem__, NullTranslator())
        return self.target.build(work, parse_options(self.target, []), Resolved())

    def connect(self):
        timing = Timing(lambda: self.moment, self.sleep, lambda: 0.0)
        return Client(self.target.service, Secret(self.fake.key), self.base_url, timing)

    def flow(self, language="nb"):
        return Flow(f"{self.target.name}:test", self.project.id, self.project.sequence_order[0], language)

    def plan(self):
        with self.connect() as client:
            return plan(self.bundle(), self.target.service, self.journal, self.flow(), Lookup(client))

    def push(self, language="nb"):
        with self.connect() as client:
            bundle, flow = self.bundle(language), self.flow(language)
            return push(bundle, self.target.service, client, self.journal, flow, Unheard(), self.content.__getitem__)

    def push_until_done(self, tries=6):
        for _ in range(tries):
            report = self.push()
            if report.trouble is None:
                return report
        raise AssertionError(str(report.trouble))

    def marks(self):
        """Return how often each mark stands at the service, by the bundle's names."""
        names = [request.name for request in self.bundle().requests]
        return {name: self.fake.count(name.rpartition("[fabel ")[2].rstrip("]")) for name in names}
