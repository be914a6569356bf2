"""The description of the HTTP API: ``/openapi.json`` and, to read and try it, ``/docs``.

What goes in and comes out is described by the project's own JSON Schemas, and every file of the page is served here.
"""

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import fastapi_offline
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.staticfiles import StaticFiles

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
_SWAGGER = Path(fastapi_offline.__file__).parent / "static"
_ERRORS = {
    400: "What was sent is not as it should be; `error` says what is wrong.",
    404: "No such class specification is held.",
    500: "It could not be done; `error` says why.",
}
_DESCRIPTION = """\
Questions about public-sector class specifications, in the same words that the command line uses.

Every quotation is exact: the source text from `start` to `end` (in Unicode code points) is the quote.
The same is offered to other assistants as tools over the Model Context Protocol, at `/mcp`."""
_DOCS = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rolebook: the HTTP API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/static/swagger-ui.css">
<style>
/* Swagger's own colours are too pale to read white on, and its links too low to hit. */
.swagger-ui .info .title small pre, .swagger-ui .info .title small { background: #475569; }
.swagger-ui .opblock.opblock-post .opblock-summary-method { background: #0f766e; }
.swagger-ui .opblock.opblock-get .opblock-summary-method { background: #1d4ed8; }
.swagger-ui .info a, .swagger-ui .info .url { color: #1d4ed8; }
.swagger-ui .opblock-summary-path a { display: inline-block; min-height: 24px; line-height: 24px; }
.swagger-ui .json-schema-2020-12-expand-deep-button { color: #475569; }
.swagger-ui .json-schema-2020-12__constraint--string { background: #92400e; }
</style>
</head>
<body>
<main id="swagger-ui"></main>
<script src="/docs/static/swagger-ui-bundle.js"></script>
<script>
SwaggerUIBundle({
  url: "/openapi.json", dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null, defaultModelsExpandDepth: 0
})
</script>
</body>
</html>
"""


def takes(schema: str) -> dict[str, Any]:
    """What describes a route whose body is an object of this schema; for a route's ``openapi_extra``."""
    return {"requestBody": {"required": True, "content": _json(schema)}}


def gives(schema: str, *errors: int) -> dict[int | str, dict[str, Any]]:
    """What describes a route that gives an object of this schema, or one of these errors; for its ``responses``."""
    wrong: dict[int | str, dict[str, Any]] = {
        status: {"description": _ERRORS[status], "content": _json("batch_error")} for status in errors
    }
    return {200: {"description": "Done.", "content": _json(schema)}, **wrong}


def route_name(route: APIRoute) -> str:
    """What an operation is called in the description: its function's own name."""
    return route.name


def add_docs(server: FastAPI) -> None:
    """Add ``/docs``, ``/docs/static`` and ``/openapi.json``, about the server's routes under ``/api/``."""

    @server.get("/openapi.json", include_in_schema=False)
    def openapi() -> JSONResponse:
        return JSONResponse(description(server))

    @server.get("/docs", include_in_schema=False)
    def docs() -> HTMLResponse:
        return HTMLResponse(_DOCS)

    server.mount("/docs/static", StaticFiles(directory=_SWAGGER))


def description(server: FastAPI) -> dict[str, Any]:
    """The server's routes under ``/api/`` as OpenAPI 3.1, with every schema that they name."""
    routes = [route for route in iter_route_contexts(server.routes) if (route.path or "").startswith("/api/")]
    described = get_openapi(title="Rolebook", version=version("rolebook"), description=_DESCRIPTION, routes=routes)
    for operation in (each for methods in described["paths"].values() for each in methods.values()):
        operation["tags"] = ["Class specifications"]
        operation["responses"].pop("422", None)  # FastAPI's own; what is sent wrongly gets a 400 (routes.exchange)
    schemas: dict[str, Any] = {}
    described["components"] = {"schemas": schemas}
    for name in sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json")):
        if f'"{_place(name)}"' in json.dumps(described["paths"]):
            schemas.update(_hoisted(name))
    return described


def schema_of(name: str) -> dict[str, Any]:
    """One of the project's JSON Schemas."""
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


def _hoisted(name: str) -> dict[str, Any]:
    """A schema and its definitions side by side, as the components of one description."""
    text = json.dumps(schema_of(name)).replace('"#/$defs/', f'"{_place("")}')
    schema = json.loads(text)
    definitions = schema.pop("$defs", {})
    # With an id of its own it would be a document of its own, and would not find its definitions.
    return {name: {key: value for key, value in schema.items() if key not in ("$id", "$schema")}, **definitions}


def _json(schema: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": _place(schema)}}}


def _place(schema: str) -> str:
    return f"#/components/schemas/{schema}"
