"""The async half of a large page: what differs from the sync half."""

from __future__ import annotations

from ...records import replace
from ..text.markdown import code
from ..views import MethodView, ModuleView
from .views import PageMethodView

# Methods of a class. A page of sixty, told twice, makes some 900 kB of HTML.
MANY = 60


def anchor(module: ModuleView, method: MethodView) -> str:
    """Where the sync method stands on its page."""
    return f"{module.classes.name}{method.name}".lower()


def brief(
    view: PageMethodView, method: MethodView, module: ModuleView
) -> PageMethodView:
    """An async method of which all is told at the sync one, but how it is called."""
    called = code(f"{module.classes.name}().{method.name}")
    return replace(
        view,
        description="**Deprecated.**" if method.doc.deprecated else "",
        needs=f"The same as [{called}](#{anchor(module, method)}), with `await`: "
        "what it takes, gives and raises is told there.",
        arguments=(),
        fields=(),
        forms=(),
        signature=(),
        returns="",
        headers=(),
        links=(),
        raises=(),
        see_also=(),
    )
