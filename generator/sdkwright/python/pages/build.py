"""Everything that is written for people, from the views that made the code."""

from __future__ import annotations

from ...ir import nodes
from ..names.table import NameTable
from ..views import SdkView
from .about import about
from .authentication import authentication_view
from .diagrams import diagrams
from .models import model_pages
from .names import export_items, name_index
from .options import environment_items, shared_items
from .reference import page_views
from .shelves import places_of, shelves
from .views import PagesView
from .webhooks import webhook_pages


def build_pages(
    sdk: SdkView,
    api: nodes.Api,
    names: NameTable,
) -> PagesView:
    """All pages; the lines of the code that they lead to are told later."""
    on_pages = shelves(names.declarations)
    places = places_of(on_pages)
    models = model_pages(api, names, sdk, on_pages, places)
    index = name_index(sdk, models)
    return PagesView(
        modules=page_views(sdk, api, names, places),
        models=models,
        webhooks=webhook_pages(api, names, places),
        about=about(api),
        options=shared_items(sdk.client.options),
        environments=environment_items(sdk.client.environments),
        authentication=authentication_view(api, names, sdk),
        diagrams=diagrams(api, names, sdk),
        names=index,
        exports=tuple(export_items(sdk, index)),
    )
