"""Class names pass datamodel-code-generator as they are."""

from __future__ import annotations

import re

from datamodel_code_generator import generate
from datamodel_code_generator.enums import DataModelType, InputFileType
from datamodel_code_generator.format import PythonVersion
from sdkwright.python.names import reserved
from sdkwright.python.names.words import identifier, pascal_case

TEXTS = [
    "getURLForID",
    "OAuth2Token",
    "v1HTTPSProxies",
    "Éclair",
    "éclair",
    "名前",
    "हिन्दी",
    "straße",
    "HTTPError",
    "HTTP_error",
    "B2B",
    "Pet1",
    "pet.item",
    "Pet__Item",
    "_Private",
    "1st",
    "2fast",
    "class",
    "x" * 300,
    "a",
    "ABC",
    "aB",
    "ǆ",
    "İstanbul",
    "À̀a",
    "ア",
    "ªa",
    "αβγ",
    "Δelta",
    "ß",
    "ŉ",
    "date",
    "datetime",
    "time",
    "str",
    "int",
    "list",
    "Str",
    "Bool",
    "object",
    "Self",
    "List",
    "Type",
    "Mapping",
    "Sequence",
    "Path",
    "Model",
]


def test_class_names_come_back() -> None:
    """Every class name of ours is one that the generator leaves alone."""
    wished = {identifier(pascal_case(text), "Schema", "N") for text in TEXTS}
    names = sorted(wished - reserved.CLASSES)
    first: dict[str, object] = {
        "type": "object",
        "properties": {name: {"$ref": f"#/$defs/{name}"} for name in names},
    }
    plain = {
        "type": "object",
        "properties": {
            "one": {"type": "string"},
            "two": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
        },
    }
    made = generate(
        {"$defs": dict.fromkeys(names, plain) | {"Holder": first}},
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        formatters=[],
        custom_file_header="#",
        disable_timestamp=True,
        allow_remote_refs=False,
        skip_root_model=True,
        strict_nullable=True,
        use_annotated=True,
        use_type_alias_type=True,
        treat_dot_as_module=False,
        base_class="package.Model",
    )
    assert isinstance(made, str)
    found = set(re.findall(r"^class ([^(\s]+)\(", made, re.M))
    assert sorted(found) == sorted({*names, "Holder"})
