"""The HTTP API as tools of the Model Context Protocol at ``/mcp``, so that another assistant can ask Rolebook.

A tool is an operation of the API under another name: it is called within this process and gives the same object.
"""

import json
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from string import Formatter
from typing import Any
from urllib.parse import quote

import httpx
from fastapi import APIRouter, FastAPI
from mcp.server import Server, ServerRequestContext
from mcp.server.transport_security import TransportSecuritySettings
from mcp_types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    Tool,
    ToolAnnotations,
)

from ui.json_line import MAXIMUM_LINE_BYTES
from ui.routes.openapi import description, schema_of

# All of the API that only reads, but for what is of use to nobody but who runs the server.
_OPERATIONS = ("ask", "compare", "find", "list_specs", "show_spec", "cited_source")
_INSTRUCTIONS = (
    "Rolebook answers questions about public-sector class specifications (job descriptions). Ask it in whole sentences "
    "and pass its answers on with their citations: each quotes the specification exactly, and [n] in the text points "
    "at citation n. Where it abstains, it does not know; do not fill in what it leaves out."
)
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_EVERYWHERE = ("0.0.0.0", "::")
_Arguments = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Operation:
    """An operation of the API, and the tool that it is offered as."""

    method: str
    path: str
    tool: Tool

    def request(self, arguments: _Arguments) -> tuple[str, dict[str, Any]]:
        """The address and the options of the request that these arguments ask for."""
        if self.method == "POST":
            return self.path, {"content": json.dumps(arguments)}
        named = [name for _, name, _, _ in Formatter().parse(self.path) if name]
        address = self.path.format_map({name: quote(str(arguments[name]), safe="") for name in named})
        return address, {"params": {name: value for name, value in arguments.items() if name not in named}}

    def missing(self, arguments: _Arguments) -> list[str]:
        """What the address needs and the arguments do not have."""
        needed = () if self.method == "POST" else self.tool.input_schema["required"]
        return [name for name in needed if name not in arguments]


@dataclass(slots=True)
class _Tools:
    """The tools of an API that is reached through ``client``; there are none until it runs."""

    client: httpx.AsyncClient
    operations: dict[str, _Operation] = field(default_factory=dict)

    async def listed(self, _: ServerRequestContext[Any], __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[operation.tool for operation in self.operations.values()])

    async def called(self, _: ServerRequestContext[Any], call: CallToolRequestParams) -> CallToolResult:
        arguments = call.arguments or {}
        if (operation := self.operations.get(call.name)) is None:
            return _refused(f"There is no tool {call.name}.")
        if missing := operation.missing(arguments):
            return _refused(f"{call.name} needs {' and '.join(missing)}.")
        address, options = operation.request(arguments)
        response = await self.client.request(operation.method, address, **options)
        if response.headers.get("content-type") != "application/json":
            return _refused("The server could not answer.")
        # The name of a file may hold lone surrogates, which the protocol cannot carry.
        text = json.dumps(response.json(), ensure_ascii=False).encode("utf-8", "replace").decode()
        content = json.loads(text)
        if not response.is_success:
            return _refused(content["error"])
        return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=content)


def tool_routes(server: FastAPI, host: str) -> APIRouter:
    """``/mcp``, with the operations of the server's API that only read as tools.

    Args:
        server: whose API it is; the routes are to be included in it.
        host: where it listens. Only requests to that name, or to this machine's own, are taken: a page of another site
            that gives its own name this address is refused. Who listens everywhere is known by names unknown here.
    """
    transport = httpx.ASGITransport(server, raise_app_exceptions=False)
    client = httpx.AsyncClient(
        transport=transport, base_url="http://localhost", headers={"Accept-Encoding": "identity"}
    )
    tools = _Tools(client)
    protocol = Server(
        "rolebook",
        title="Rolebook",
        version=version("rolebook"),
        instructions=_INSTRUCTIONS,
        on_list_tools=tools.listed,
        on_call_tool=tools.called,
    )
    application = protocol.streamable_http_app(
        stateless_http=True,
        json_response=True,
        max_request_body_size=2 * MAXIMUM_LINE_BYTES,
        transport_security=_security(host),
    )

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        tools.operations = {operation.tool.name: operation for operation in _operations(description(server))}
        async with tools.client, protocol.session_manager.run():
            yield

    routes = APIRouter(lifespan=lifespan)
    routes.routes += application.routes
    return routes


def _security(host: str) -> TransportSecuritySettings:
    names = (*_LOOPBACK, f"[{host}]" if ":" in host else host)
    return TransportSecuritySettings(
        enable_dns_rebinding_protection=host not in _EVERYWHERE,
        allowed_hosts=[place for name in names for place in (name, f"{name}:*")],
        allowed_origins=[
            f"{scheme}://{name}{port}" for scheme in ("http", "https") for name in names for port in ("", ":*")
        ],
    )


def _operations(described: Mapping[str, Any]) -> Iterator[_Operation]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            if operation["operationId"] in _OPERATIONS:
                yield _Operation(method.upper(), path, _tool(operation))


def _tool(operation: Mapping[str, Any]) -> Tool:
    return Tool(
        name=operation["operationId"],
        title=operation["summary"],
        description=operation["description"],
        input_schema=_taken(operation),
        output_schema=_schema(operation["responses"]["200"]),
        annotations=ToolAnnotations(
            read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        ),
    )


def _taken(operation: Mapping[str, Any]) -> dict[str, Any]:
    if "requestBody" in operation:
        return _schema(operation["requestBody"])
    parameters = operation.get("parameters", [])
    return {
        "type": "object",
        "properties": {parameter["name"]: parameter["schema"] for parameter in parameters},
        "required": [parameter["name"] for parameter in parameters if parameter["required"]],
    }


def _refused(sentence: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=sentence)], is_error=True)


def _schema(described: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON Schema that a body is described by, whole in itself."""
    name = described["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    return {key: value for key, value in schema_of(name).items() if key not in ("$id", "$schema")}
