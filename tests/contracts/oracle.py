"""The services' own descriptions as oracles, where the shared folder lies beside the source tree."""

import json
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from openapi_schema_validator import OAS30WriteValidator

SPECS = Path(__file__).resolve().parents[2].parent / "shared" / "esp" / "specs"


def closed(schema):
    """Return a schema in which no object takes a field that it does not name."""
    if isinstance(schema, dict):
        made = {key: closed(value) for key, value in schema.items()}
        if schema.get("type") == "object" and schema.get("properties"):
            made.setdefault("additionalProperties", False)
        return made
    return [closed(item) for item in schema] if isinstance(schema, list) else schema


def described(service: str, name: str) -> dict:
    """Return a description as JSON, or skip the test with the reason."""
    path = SPECS / service / name
    if not path.is_file():
        pytest.skip(f"no description of {service} beside the source tree ({name})")
    text = path.read_text("utf-8")
    if path.suffix == ".json":
        return json.loads(text)
    yaml = pytest.importorskip("yaml")
    return yaml.safe_load(text)


@cache
def _validator(service: str, name: str, schema: str) -> OAS30WriteValidator:
    description = closed(deepcopy(described(service, name)))
    return OAS30WriteValidator({**description, "$ref": f"#/components/schemas/{schema}"})


def complaints(service: str, name: str, schema: str, body) -> list[str]:
    """Return what the description says against a body; an empty list means that it fits."""
    return [
        f"{list(fault.absolute_path)}: {fault.message[:300]}"
        for fault in _validator(service, name, schema).iter_errors(body)
    ]
