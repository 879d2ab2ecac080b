"""Targets are found by name, loaded on use, and a broken plug-in harms nobody else."""

import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from studio.errors import StudioError
from studio.exporters import registry
from studio.exporters.registry import BUILT_IN, GROUP, exporter, exporter_names


@pytest.fixture
def plug_ins(monkeypatch):
    """Install plug-ins for one test: name -> where it is."""

    def install(**places):
        points = [EntryPoint(name, place, GROUP) for name, place in places.items()]
        monkeypatch.setattr(registry, "entry_points", lambda group: points if group == GROUP else [])

    return install


def test_every_built_in_target_has_its_own_name():
    assert [exporter(name).name for name in BUILT_IN] == list(BUILT_IN)


def test_names_are_known_without_loading_a_target():
    code = (
        "import sys; from studio.exporters.registry import exporter_names; exporter_names();"
        "print('studio.render' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_the_worked_example_works_and_is_offered_to_nobody():
    assert exporter("blank").label
    assert "blank" not in exporter_names()


def test_a_plug_in_stands_beside_the_built_in_targets(plug_ins):
    plug_ins(mine="studio.exporters.blank:EXPORTER")
    assert exporter("mine").label == "Subjects only"
    assert {"mine", "klaviyo"} <= set(exporter_names())


def test_a_plug_in_may_be_a_class(plug_ins):
    plug_ins(mine="studio.exporters.blank:Blank")
    assert exporter("mine").name == "blank"


def test_a_plug_in_cannot_take_the_place_of_a_built_in_target(plug_ins):
    plug_ins(klaviyo="studio.exporters.blank:EXPORTER")
    assert exporter("klaviyo").name == "klaviyo"


@pytest.mark.parametrize("place", ["no_such_module:EXPORTER", "studio.exporters.blank:Nothing"])
def test_a_broken_plug_in_names_itself(plug_ins, place):
    plug_ins(bad=place)
    with pytest.raises(StudioError, match=f"“bad” \\({place}\\)"):
        exporter("bad")


def test_a_broken_plug_in_does_not_stop_the_others(plug_ins):
    plug_ins(bad="no_such_module:EXPORTER", mine="studio.exporters.blank:EXPORTER")
    assert {"bad", "mine", "klaviyo"} <= set(exporter_names())
    assert exporter("mine").name == "blank"


def test_a_plug_in_that_is_no_exporter_says_what_is_missing(plug_ins):
    plug_ins(bad="studio.exporters.blank:Options")
    with pytest.raises(StudioError, match="it has no name"):
        exporter("bad")


def test_an_unknown_target_names_those_that_exist():
    with pytest.raises(StudioError, match=r"there are .*klaviyo"):
        exporter("pigeon")


@pytest.mark.parametrize("name", ["activecampaign", "brevo"])
def test_a_service_whose_sms_stay_by_hand_says_why(name):
    assert any("SMS of an automation" in str(note) for note in exporter(name).capabilities.notes)
