"""Short ways for tests to make a Klaviyo flow as its API tells it."""

from immutables import Map

from studio.imports.klaviyo.project import Imported, project_of
from studio.imports.klaviyo.remote import RemoteDocument, RemoteFlow, Shop
from studio.model.validity import problems

NAMES = Map({"CHECK1": "Checkout Started", "ORDER1": "Placed Order", "OPEN01": "Opened Email", "LISTNL": "Newsletter"})
SHOP = Shop(name="Fjord", url="https://fjord.example", address="Fjord, Bryggen 1, Bergen", street="Bryggen 1")


def email(name, following=None, template="T1", **said):
    """Return an action that sends an e-mail."""
    message = {"name": name, "subject_line": f"Emne {name}", "template_id": template, **said}
    return {"id": name, "type": "send-email", "links": {"next": following}, "data": {"message": message}}


def delay(name, following=None, **data):
    """Return a time delay; a day where nothing else is said."""
    return {
        "id": name,
        "type": "time-delay",
        "links": {"next": following},
        "data": {"unit": "days", "value": 1, **data},
    }


def split(name, yes, no, *conditions):
    """Return a split on the reader: every condition is a group of its own."""
    asked = {"condition_groups": [{"conditions": [one]} for one in conditions]}
    links = {"next_if_true": yes, "next_if_false": no}
    return {"id": name, "type": "conditional-split", "links": links, "data": {"profile_filter": asked}}


def branch(number, following, *conditions, rest=False):
    """Return one way of a split into several."""
    asked = {"condition_groups": [{"conditions": [one]} for one in conditions]} if conditions else None
    fields = {"branch_id": f"b{number}", "order": number, "is_else": rest, "name": f"Vei {number}"}
    return {**fields, "branch_filter": asked, "links": {"next": following}}


def several(name, *branches):
    """Return a split into several ways."""
    return {"id": name, "type": "multi-branch-split", "data": {"name": name, "branches": list(branches)}}


def counted(metric="ORDER1", operator="greater-than-or-equal", value=1, since="alltime"):
    """Return the condition that an event happened so often."""
    return {
        "type": "profile-metric",
        "metric_id": metric,
        "measurement": "count",
        "measurement_filter": {"type": "numeric", "operator": operator, "value": value},
        "timeframe_filter": {"type": "date", "operator": since},
    }


def of_versions(name, kind, shares, following=None, **types):
    """Return a test of versions of one kind, by name with their shares; `types` are versions of another kind."""
    arms = [
        {"id": one, "type": types.get(one, kind), "data": {"message": {"name": one, "body": one}}} for one in shares
    ]
    test = {"name": "Test", "variations": arms, "allocations": shares}
    data = {"main_action": {**arms[0], "type": kind}, "current_experiment": test}
    return {"id": name, "type": "ab-test", "links": {"next": following}, "data": data}


UNREAD = {"type": "profile-region", "in_region": True, "region": "european_union"}
STRANGE = {"type": "profile-property", "property": "properties['VIP']", "filter": {"type": "existence"}}


def document(*actions, html="<p>Hei</p>", name="Kurv", **definition):
    """Return a flow of these actions, the first of which is the entry; `html` is the template T1."""
    made = {
        "triggers": [{"type": "metric", "id": "CHECK1", "trigger_filter": None}],
        "profile_filter": None,
        "reentry_criteria": {"duration": 1, "unit": "alltime"},
        "entry_action_id": actions[0]["id"] if actions else None,
        "actions": list(actions),
        **definition,
    }
    return RemoteDocument(RemoteFlow("F1", name, "live"), made, Map({"T1": html}), NAMES, SHOP)


def read(*actions, **fields) -> Imported:
    """Return a flow as it is imported."""
    return imported(document(*actions, **fields))


def imported(held) -> Imported:
    """Return what a document becomes, held against the rules that a file must keep to be opened again."""
    made = project_of(held)
    assert problems(made.project) == ()
    return made


def sequence(imported):
    """Return the one sequence of an imported project."""
    (found,) = imported.project.sequences.values()
    return found


def losses(imported):
    """Return the kinds of what was lost."""
    return [loss.id.rpartition(".")[2] for loss in imported.losses]


def outline(imported):
    """Return the steps as words: names of messages, minutes of waits, ways in lists, STOP."""
    return _said(sequence(imported).steps, imported.project.messages)


def _said(steps, messages):
    return [_step(step, messages) for step in steps]


def _step(step, messages):
    kind = type(step).__name__
    if kind in ("Split", "Experiment"):
        return [_said(way.steps, messages) for way in (step.arms if kind == "Split" else step.paths)]
    return {"Send": lambda: messages[step.message].name, "Wait": lambda: step.minutes, "Stop": lambda: "STOP"}.get(
        kind, lambda: step.words
    )()
