"""The generated form: a field per option, refusals in place, and the plan made anew."""

from dataclasses import dataclass

import pytest

from studio.exporters.blank import Blank
from studio.exporters.options import option
from studio.exporters.registry import exporter
from studio.i18n import NullTranslator
from widgets.deliver.options import OptionsForm
from widgets.parts.fields import CheckField, ChoiceField, LineField


@dataclass(frozen=True)
class Options:
    words: str = option("a", "Words", "Any words.")
    count: int = option(2, "Count")
    share: float = option(0.5, "Share")
    kind: str = option("one", "Kind", "", {"one": "The first", "two": "The second"})
    flag: bool = option(default=True, label="Flag", help="Yes or no.")


class Other(Blank):
    options = Options


@pytest.fixture
def form(qtbot, look):
    made = OptionsForm(look, NullTranslator(), Other(), Options(words="b"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_kind_of_option_has_its_field(form):
    kinds = {name: type(field) for name, field in form.inputs.items()}
    expected = {"words": LineField, "count": LineField, "share": LineField, "kind": ChoiceField, "flag": CheckField}
    assert kinds == expected


def test_the_fields_show_what_is_chosen(form):
    assert {name: field.value for name, field in form.inputs.items()} == {
        "words": "b",
        "count": "2",
        "share": "0.5",
        "kind": "one",
        "flag": True,
    }


class Loud(NullTranslator):
    """A language of capitals."""

    def __call__(self, sentence, /, **values):
        return super().__call__(sentence, **values).upper()


def test_choices_are_shown_by_their_labels_in_the_window_s_language(qtbot, look):
    form = OptionsForm(look, Loud(), Other(), Options())
    qtbot.addWidget(form)
    field = form.inputs["kind"]
    assert [field.itemText(at) for at in range(field.count())] == ["THE FIRST", "THE SECOND"]
    assert field.value == "one"


def test_typing_gives_new_options(qtbot, form):
    form.inputs["words"].end(False)
    with qtbot.waitSignal(form.changed) as told:
        qtbot.keyClicks(form.inputs["words"], "c")
    assert told.args == [Options(words="bc")]


def test_what_is_no_number_is_refused_in_place(qtbot, form):
    with qtbot.assertNotEmitted(form.changed):
        qtbot.keyClicks(form.inputs["count"], "x")
    assert form._fields["count"].is_wrong


@pytest.mark.parametrize("target", ["klaviyo", "brevo", "html", "eml"])
def test_the_built_in_targets_defaults_come_back_untouched(qtbot, look, target):
    made = exporter(target)
    form = OptionsForm(look, NullTranslator(), made, made.options())
    qtbot.addWidget(form)
    if form.inputs:
        with qtbot.waitSignal(form.changed) as told:
            next(iter(form.inputs.values())).edited.emit("")
        assert told.args == [made.options()]


def test_the_sheet_s_choices_reach_the_plan(at_klaviyo, desk):
    desk.actions["deliver.choices"].trigger()
    sheet = at_klaviyo.actions_of.sheet
    sheet.form.inputs["smart_sending"].click()
    sheet.done_button.click()
    assert at_klaviyo.delivery.prepared.wish.options.smart_sending is False
    assert "'smart_sending_enabled': False" in str(at_klaviyo.delivery.prepared.parcels[0].bundle.requests[-1].body)
