"""Writing a version into a configuration, whose other lines stay as they are."""

from __future__ import annotations

import re

from ..config import Target
from ..config_files import ConfigFile
from ..pointer import child


def with_version(file: ConfigFile, target: Target, version: str) -> str | None:
    """The configuration's text with this version for a target.

    None where that cannot be done without laying it out anew: it is written in flow
    style, or over several lines.
    """
    value, at = file.value, file.at
    if isinstance(value, dict) and "targets" in value:
        several, at = value["targets"], child(at, "targets", target.name)
        value = several.get(target.name) if isinstance(several, dict) else None
    if not isinstance(value, dict):
        return None
    colon = " =" if file.path.suffix == ".toml" else ":"
    said = f'version{colon} "{version}"'
    key = "version" if "version" in value else "spec"
    place = file.line_of(child(at, key))
    lines = file.source.text.split("\n")
    line = lines[place - 1] if place else ""
    match = re.match(rf"(\s*)(['\"]?){key}\2\s*[:=]\s*([^#{{\[]*?)(\s*#.*)?\s*$", line)
    if match is None or not match[3]:
        return None
    indent, comment = match[1], match[4] or ""
    if key == "version":
        lines[place - 1] = f"{indent}{said}{comment}"
    else:
        lines.insert(place, f"{indent}{said}")
    return "\n".join(lines)
