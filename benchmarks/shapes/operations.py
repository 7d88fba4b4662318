"""More and more operations, and of what is written in one."""

from __future__ import annotations

from .making import NUMBER, TEXT, Files, Json, answer, document, model, one, operation


def operations(size: int) -> Files:
    return document(
        paths={f"/things/{n}": {"get": operation(f"getThing{n}")} for n in range(size)}
    )


def parameters(size: int) -> Files:
    return one(parameters=_parameters(size, "query"))


def path_parameters(size: int) -> Files:
    path = "".join(f"/{{filter_{n}}}" for n in range(size))
    get = operation("getThing", parameters=_parameters(size, "path", required=True))
    return document(paths={path: {"get": get}})


def parameters_of_path(size: int) -> Files:
    """What stands once for all operations of a path is said once by each."""
    shared = _parameters(3, "query")
    several = {
        f"/things/{n}": {"parameters": shared, "get": operation(f"getThing{n}")}
        for n in range(size)
    }
    return document(paths=several)


def parameters_referred(size: int) -> Files:
    """A chain of references from parameter to parameter."""
    several: Json = {
        f"P{n}": {"$ref": f"#/components/parameters/P{n + 1}"} for n in range(size)
    }
    several[f"P{size}"] = _parameters(1, "query")[0]
    first = {"$ref": "#/components/parameters/P0"}
    get = operation("listThings", parameters=[first])
    return document(paths={"/things": {"get": get}}, components={"parameters": several})


def responses(size: int) -> Files:
    several = {str(200 + n): answer(model(**{f"f{n}": TEXT})) for n in range(size)}
    return one(responses=several)


def answer_headers(size: int) -> Files:
    headers = {f"X-Fact-{n}": {"schema": TEXT} for n in range(size)}
    return one(responses={"200": {**answer(model(id=TEXT)), "headers": headers}})


def media_types_sent(size: int) -> Files:
    return one(requestBody={"content": _contents(size)})


def media_types_answered(size: int) -> Files:
    found = {"description": "The thing.", "content": _contents(size)}
    return one(responses={"200": found})


def form(size: int) -> Files:
    """A body of many parts, each sent in a way of its own."""
    fields = {f"field_{n}": model(id=TEXT) for n in range(size)}
    encoding = {name: {"contentType": "application/xml"} for name in fields}
    content = {"multipart/form-data": {"schema": model(**fields), "encoding": encoding}}
    return one(requestBody={"content": content})


def body_keywords(size: int) -> Files:
    fields = {f"field_{n}": TEXT for n in range(size)}
    schema = {**model(**fields), "required": list(fields)}
    return one(requestBody={"content": {"application/json": {"schema": schema}}})


def tags(size: int) -> Files:
    return document(
        paths={
            f"/things/{n}": {"get": operation(f"getThing{n}", tags=[f"Group {n}"])}
            for n in range(size)
        }
    )


def tags_of_one(size: int) -> Files:
    return one(tags=[f"Group {n}" for n in range(size)])


def tags_nested(size: int) -> Files:
    """Ten groups in each group."""
    declared = [
        {"name": f"Group {n}", "parent": f"Group {n - n % 10}"}
        for n in range(size)
        if n % 10
    ]
    paths = {
        f"/things/{n}": {"get": operation(f"getThing{n}", tags=[f"Group {n}"])}
        for n in range(size)
    }
    return document(tags=declared, paths=paths)


def servers(size: int) -> Files:
    several = [{"url": f"https://s{n}.example.org/v1"} for n in range(size)]
    return document(
        servers=several, paths={"/things": {"get": operation("listThings")}}
    )


def server_variables(size: int) -> Files:
    names = [f"part_{n}" for n in range(size)]
    server = {
        "url": "https://example.org" + "".join(f"/{{{name}}}" for name in names),
        "variables": {name: {"default": "a", "enum": ["a", "b"]} for name in names},
    }
    return document(
        servers=[server], paths={"/things": {"get": operation("listThings")}}
    )


def securities(size: int) -> Files:
    """Schemes that each stand alone, all good for the one operation."""
    schemes = {
        f"key_{n}": {"type": "apiKey", "in": "header", "name": f"X-Key-{n}"}
        for n in range(size)
    }
    get = operation("listThings", security=[{name: []} for name in schemes])
    return document(
        paths={"/things": {"get": get}}, components={"securitySchemes": schemes}
    )


def webhooks(size: int) -> Files:
    body = {"content": {"application/json": {"schema": model(id=TEXT, size=NUMBER)}}}
    several = {
        f"thing{n}": {"post": operation(f"onThing{n}", requestBody=body)}
        for n in range(size)
    }
    return document(webhooks=several)


def callbacks(size: int) -> Files:
    body = {"content": {"application/json": {"schema": model(id=TEXT)}}}
    several = {
        f"on{n}": {"{$request.body#/url}": {"post": {"requestBody": body}}}
        for n in range(size)
    }
    return one(callbacks=several)


def links(size: int) -> Files:
    """Each answer leads to each of a few other operations."""
    several: Json = {}
    for n in range(size):
        each = answer(model(id=TEXT))
        each["links"] = {
            f"to{m}": {"operationId": f"getThing{(n + m) % size}"} for m in range(3)
        }
        get = operation(f"getThing{n}", responses={"200": each})
        several[f"/things/{n}"] = {"get": get}
    return document(paths=several)


def method_clashes(size: int) -> Files:
    """Operations that all want one name."""
    several = {f"/a/{n}": {"get": operation("get_it")} for n in range(size)}
    return document(paths=several)


def pages(size: int) -> Files:
    """Lists that are read page by page."""
    rows = {"type": "array", "items": model(id=TEXT)}
    page = answer(model(data=rows, next_cursor=TEXT))
    cursor = {"name": "cursor", "in": "query", "schema": TEXT}
    several = {
        f"/things{n}": {
            "get": operation(
                f"listThings{n}", parameters=[cursor], responses={"200": page}
            )
        }
        for n in range(size)
    }
    return document(paths=several)


def _contents(size: int) -> Json:
    return {
        f"application/vnd.thing.{n}+json": {"schema": model(**{f"f{n}": TEXT})}
        for n in range(size)
    }


def _parameters(size: int, where: str, **parts: Json) -> list[Json]:
    return [
        {
            "name": f"filter_{n}",
            "in": where,
            "description": "Only those for which this is so.",
            "schema": {"type": "string"},
            **parts,
        }
        for n in range(size)
    ]
