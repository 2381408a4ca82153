"""The form of a glossary file as a JSON Schema, for editors that help as one types."""

from __future__ import annotations

import ast
import inspect
import json
from itertools import pairwise
from typing import Any

from plainspeak.glossary import schema
from plainspeak.glossary.schema import Glossary

__all__ = ["json_schema"]


def json_schema() -> str:
    """The JSON Schema (draft 2020-12), as `docs/glossary.schema.json` holds it."""
    made = _without_titles(Glossary.model_json_schema())
    told = _docstrings()
    for name, table in [*made["$defs"].items(), ("Glossary", made)]:
        for field, said in told.get(name, {}).items():
            if field in table.get("properties", {}):
                table["properties"][field]["description"] = said
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A plainspeak glossary",
    }
    return json.dumps({**head, **made}, ensure_ascii=False, indent=2) + "\n"


def _without_titles(value: Any) -> Any:
    """Without the titles that pydantic makes of field names."""
    if isinstance(value, dict):
        return {key: _without_titles(part) for key, part in value.items() if key != "title"}
    return [_without_titles(part) for part in value] if isinstance(value, list) else value


def _docstrings() -> dict[str, dict[str, str]]:
    """What stands under each field of each class of the schema.

    pydantic can read these too, but does so whenever the classes are made, which takes long.
    """
    return {
        node.name: {
            field.target.id: " ".join(ast.literal_eval(said.value).split())
            for field, said in pairwise(node.body)
            if isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(said, ast.Expr)
        }
        for node in ast.parse(inspect.getsource(schema)).body
        if isinstance(node, ast.ClassDef)
    }
