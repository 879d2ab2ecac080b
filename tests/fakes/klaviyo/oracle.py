"""The vendor's own description of a flow as a second opinion, where the shared folder lies beside the repository."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema.exceptions import best_match
from openapi_schema_validator import OAS30WriteValidator

from tests.fakes.validate import Problem, below

SPECS = Path(__file__).resolve().parents[4] / "shared" / "esp" / "specs" / "klaviyo"
CREATE_FLOW = SPECS / "create_flow.sanitized.json"


def schema_is_there() -> bool:
    """Say whether the description can be read."""
    return CREATE_FLOW.is_file()


def schemas_within(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in a JSON value."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from schemas_within(item)


@cache
def validator() -> OAS30WriteValidator:
    """Return the validator of a flow's body that also refuses keys which the description does not know."""
    components = json.loads(CREATE_FLOW.read_text("utf-8"))["components"]
    for schema in schemas_within(components["schemas"]):
        if schema.get("type") == "object" and isinstance(schema.get("properties"), dict):
            schema.setdefault("additionalProperties", False)
    return OAS30WriteValidator({"$ref": "#/components/schemas/FlowCreateQuery", "components": components})


def schema_problems(body: Any) -> list[Problem]:
    """Return what the description refuses in a body; each with the most telling of its errors."""
    found = [best_match([error]) for error in validator().iter_errors(body)]
    return [Problem(pointer(error.absolute_path), error.message, "schema") for error in found]


def pointer(path: Any) -> str:
    """Return the JSON pointer of a path of keys."""
    at = ""
    for key in path:
        at = below(at, key)
    return at
