"""The JSON Schema of summary files, made from the models, for completion in editors."""

from __future__ import annotations

import json

from quoteproof.model.summaries import SummaryFile


def schema_json() -> str:
    """The schema as a JSON document."""
    schema = SummaryFile.model_json_schema(mode="validation")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
