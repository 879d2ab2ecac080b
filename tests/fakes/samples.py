"""Bodies that the fakes accept, to be made worse by a test."""

from __future__ import annotations

from typing import Any

AT = "/data/attributes/definition"


def template_body(name: str = "Cart 1 [fabel a1b2c3]", **more: Any) -> dict[str, Any]:
    """Return a new Klaviyo template."""
    attributes = {"name": name, "editor_type": "CODE", "html": "<html><body>Hei</body></html>", **more}
    return {"data": {"type": "template", "attributes": attributes}}


def email(name: str, following: str | None = None, template: str = "TPL001") -> dict[str, Any]:
    """Return an e-mail of a new flow."""
    message = {"name": name, "subject_line": "Hei", "from_email": "hello@shop.example", "template_id": template}
    links = {"next": following}
    return {
        "temporary_id": name,
        "type": "send-email",
        "links": links,
        "data": {"status": "draft", "message": message},
    }


def delay(name: str, following: str | None = None, **data: Any) -> dict[str, Any]:
    """Return a wait of a new flow, an hour unless `data` says otherwise."""
    spent = {"unit": "hours", "value": 1, **data}
    return {"temporary_id": name, "type": "time-delay", "links": {"next": following}, "data": spent}


def split(name: str, yes: str | None, no: str | None) -> dict[str, Any]:
    """Return a branch of a new flow: half of all profiles, by chance."""
    half = {"condition_groups": [{"conditions": [{"type": "profile-sample", "percentage": 50}]}]}
    links = {"next_if_true": yes, "next_if_false": no}
    return {"temporary_id": name, "type": "conditional-split", "links": links, "data": {"profile_filter": half}}


def ab_test(name: str, following: str | None = None) -> dict[str, Any]:
    """Return a test of two e-mails in a new flow."""
    test = {
        "name": "Subject",
        "variations": [email(f"{name}-a"), email(f"{name}-b")],
        "allocations": {f"{name}-a": 0.5, f"{name}-b": 0.5},
        "winner_metric": "unique-clicks",
    }
    data = {"main_action": email(f"{name}-main"), "current_experiment": test}
    return {"temporary_id": name, "type": "ab-test", "links": {"next": following}, "data": data}


def flow_body(*actions: dict[str, Any], name: str = "Cart [fabel a1b2c3]", **more: Any) -> dict[str, Any]:
    """Return a new flow of these actions (a wait and an e-mail if none are given), which begins at the first."""
    chosen = list(actions or (delay("wait", "mail"), email("mail")))
    definition = {
        "triggers": [{"type": "metric", "id": "SHCHKO"}],
        "actions": chosen,
        "entry_action_id": chosen[0]["temporary_id"],
        **more,
    }
    return {"data": {"type": "flow", "attributes": {"name": name, "definition": definition}}}


def action_body(action: dict[str, Any]) -> dict[str, Any]:
    """Return the change of one existing action to this definition."""
    return {"data": {"type": "flow-action", "id": action["id"], "attributes": {"definition": action}}}


def brevo_template(name: str = "Cart 1 [fabel a1b2c3]", **more: Any) -> dict[str, Any]:
    """Return a new Brevo template."""
    sender = {"name": "Shop", "email": "hello@shop.example"}
    html = "<html><body>Hei</body></html>"
    return {"templateName": name, "subject": "Hei", "sender": sender, "htmlContent": html, **more}


def brevo_campaign(**more: Any) -> dict[str, Any]:
    """Return a new Brevo campaign that tests two subjects."""
    return {
        "name": "News [fabel a1b2c3]",
        "sender": {"name": "Shop", "email": "hello@shop.example"},
        "htmlContent": "<html><body>Hei</body></html>",
        "recipients": {"listIds": [2]},
        "abTesting": True,
        "subjectA": "A",
        "subjectB": "B",
        "splitRule": 20,
        "winnerCriteria": "open",
        "winnerDelay": 4,
        **more,
    }
