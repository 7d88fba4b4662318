"""Which template gives which file. `templates/sdk/` mirrors the output folder.

A file that ends in `.jinja` is rendered, any other one copied; PACKAGE stands for
the package's name, RESOURCE for a resource's module, MODULE for any client module.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..custom import BASE
from ..python.pages.views import PagesView
from ..python.views import SdkView
from .environment import environment, template_root
from .machines import for_machines

if TYPE_CHECKING:
    from jinja2 import Environment

_SDK = "sdk/"
_CODE = (
    "pyproject.toml",
    "CHANGELOG.md",
    "src/PACKAGE/__init__.py",
    "src/PACKAGE/client.py",
    "src/PACKAGE/errors.py",
    "src/PACKAGE/testing/__init__.py",
    "tests/wire.py",
)
_PAGES = (
    "README.md",
    "mkdocs.yml",
    "docs/index.md",
    "docs/options.md",
    "docs/answers.md",
    "docs/models.md",
    "docs/errors.md",
    "docs/testing.md",
    "docs/llms.txt",
)
_COPIED = (
    "src/PACKAGE/py.typed",
    "src/PACKAGE/_custom/__init__.py",
    "src/PACKAGE/testing/_answers.py",
    "src/PACKAGE/testing/_fake.py",
    "src/PACKAGE/testing/_routes.py",
    "src/PACKAGE/testing/_values.py",
)

_DEFINES = ("class ", "    def ", "    async def ")


def render_code(sdk: SdkView, overrides: Path | None = None) -> dict[str, str]:
    """Every file but models, pages and the runtime, by its path in the distribution."""
    jinja = environment(overrides)
    made = {
        path.replace("PACKAGE", sdk.package): _render(jinja, path, sdk=sdk)
        for path in _CODE
    }
    for path, needed in (
        ("src/PACKAGE/environments.py", sdk.client.environments),
        ("src/PACKAGE/webhooks.py", sdk.webhooks),
        ("src/PACKAGE/params.py", sdk.params),
    ):
        if needed:
            made[path.replace("PACKAGE", sdk.package)] = _render(jinja, path, sdk=sdk)
    for module in sdk.elsewhere.modules:
        text = _render(jinja, "src/PACKAGE/EXPORTS.py", module=module)
        made[f"src/{sdk.package}/{module.path}"] = text
    made |= dict(_resources(jinja, sdk))
    made |= dict(_wire_tests(jinja, sdk))
    made |= dict(_copied(sdk))
    if sdk.fake.examples:
        made[f"src/{sdk.package}/testing/examples.json"] = sdk.fake.examples
    return made


def render_pages(
    sdk: SdkView,
    pages: PagesView,
    overrides: Path | None = None,
) -> dict[str, str]:
    """Everything written for people, by its path in the distribution."""
    jinja = environment(overrides)
    several = [*_PAGES]
    if pages.authentication is not None:
        several.append("docs/authentication.md")
    if pages.diagrams:
        several.append("docs/map.md")
    if sdk.webhooks is not None:
        several.append("docs/webhooks.md")
    made = {path: _render(jinja, path, sdk=sdk, pages=pages) for path in several}
    for page in pages.modules:
        text = _render(jinja, "docs/MODULE.md", sdk=sdk, page=page)
        made[f"docs/{page.path}"] = text
    if len(pages.models) > 1:
        for shelf in pages.models:
            text = _render(jinja, "docs/MODELS.md", sdk=sdk, page=shelf)
            made[f"docs/{shelf.path}"] = text
    return made | for_machines(pages, made)


def _render(jinja: Environment, path: str, **views: object) -> str:
    text = jinja.get_template(f"{_SDK}{path}.jinja").render(**views)
    return text.strip("\n") + "\n"


def _resources(jinja: Environment, sdk: SdkView) -> Iterator[tuple[str, str]]:
    package = f"src/{sdk.package}/resources"
    if sdk.resources:
        yield f"{package}/__init__.py", '"""The resources of the client."""\n'
    for resource in sdk.resources:
        text = _render(
            jinja, "src/PACKAGE/resources/RESOURCE.py", sdk=sdk, resource=resource
        )
        yield f"{package}/{resource.name}.py", text


def _wire_tests(jinja: Environment, sdk: SdkView) -> Iterator[tuple[str, str]]:
    for module in sdk.modules:
        if any(method.wire is not None for method in module.methods):
            text = _render(jinja, "tests/test_MODULE.py", sdk=sdk, module=module)
            yield f"tests/test_{module.name}.py", text


def _copied(sdk: SdkView) -> Iterator[tuple[str, str]]:
    root = template_root() / "sdk"
    for path in _COPIED:
        text = (root / path).read_text(encoding="utf-8")
        yield path.replace("PACKAGE", sdk.package), text


def definition_lines(
    files: Mapping[str, str], package: str, handed_over: Container[str]
) -> dict[str, dict[str, int]]:
    """For each client module the line of every class and method, from 1.

    Keys are the file's path below the package, then `Class` or `Class.method`;
    of a method with overloads it is the line of the implementation. A class that is
    `handed_over` is called as it was before.
    """
    prefix = f"src/{package}/"
    return {
        path.removeprefix(prefix): dict(_definitions(text, handed_over))
        for path, text in files.items()
        if path == f"{prefix}client.py" or path.startswith(f"{prefix}resources/")
    }


def _definitions(text: str, handed_over: Container[str]) -> Iterator[tuple[str, int]]:
    class_name = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith(_DEFINES):
            continue
        words = line.replace("(", " ").replace(":", " ").split()
        if line.startswith("class "):
            before = words[1].removesuffix(BASE)
            class_name = before if before in handed_over else words[1]
            yield class_name, number
        elif line.startswith("    def "):
            yield f"{class_name}.{words[1]}", number
        elif line.startswith("    async def "):
            yield f"{class_name}.{words[2]}", number
