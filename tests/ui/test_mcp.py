"""Rolebook as another assistant uses it: the real client of the protocol over a real server."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from mcp import Client
from mcp_types import CallToolResult, TextContent, Tool

from tests.ui.conftest import SEED_FILE, SEED_TITLE, check
from tests.ui.test_server import fetch

QUESTION = f"How often does the {SEED_TITLE} stand?"


def run(address: str, ask: Callable[[Client], Awaitable[Any]], mode: str = "auto") -> Any:  # noqa: ANN401 - what it gives
    """What comes of asking with a client of the protocol."""

    async def connected() -> Any:  # noqa: ANN401 - what it gives
        async with Client(f"{address}/mcp", mode=mode) as client:
            return await ask(client)

    return asyncio.run(connected())


def call(address: str, name: str, arguments: dict[str, object], mode: str = "auto") -> CallToolResult:
    result = run(address, lambda client: client.call_tool(name, arguments), mode)
    assert isinstance(result, CallToolResult)
    return result


def test_the_tools_only_read_and_say_what_they_take(address: str) -> None:
    tools: list[Tool] = run(address, lambda client: client.list_tools()).tools
    assert {tool.name for tool in tools} == {"ask", "compare", "find", "list_specs", "show_spec", "cited_source"}
    for tool in tools:
        assert tool.description
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
        assert tool.output_schema is not None
        Draft202012Validator.check_schema(tool.input_schema)
        Draft202012Validator.check_schema(tool.output_schema)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_an_assistant_asks_and_follows_the_citation_to_the_exact_words(address: str, mode: str) -> None:
    answer = call(address, "ask", {"question": QUESTION}, mode).structured_content
    check("answer", answer)
    assert answer["text"].startswith("Frequently [1]")
    citation = answer["citations"][0]
    place = {key: citation[key] for key in ("spec_id", "start", "end")}
    source = call(address, "cited_source", place, mode).structured_content
    assert source["quote"] == citation["quote"]
    assert SEED_FILE.read_bytes().decode()[citation["start"] : citation["end"]] == citation["quote"]


def test_a_tool_gives_what_the_api_gives(address: str) -> None:
    served = json.loads(fetch(f"{address}/api/ask", json.dumps({"question": QUESTION}).encode())[1])
    given = call(address, "ask", {"question": QUESTION})
    assert {**given.structured_content, "elapsed_ms": 0} == {**served, "elapsed_ms": 0}
    assert isinstance(given.content[0], TextContent)
    assert json.loads(given.content[0].text) == given.structured_content


@pytest.mark.parametrize(
    ("tool", "arguments", "sentence"),
    [
        ("ask", {"question": " "}, "The question is empty: please ask something."),
        ("ask", {}, "The line has no question."),
        ("compare", {"specs": ["Custodian", "Astronaut"]}, "No class with the id, code or title “Astronaut” is held."),
        ("show_spec", {}, "show_spec needs spec."),
        ("cited_source", {"spec_id": "nobody", "start": 0}, "cited_source needs end."),
        ("remove_spec", {"spec": SEED_TITLE}, "There is no tool remove_spec."),
    ],
)
def test_what_cannot_be_done_is_an_error_in_one_sentence(
    address: str, tool: str, arguments: dict[str, object], sentence: str
) -> None:
    refused = call(address, tool, arguments)
    assert refused.is_error
    assert [part.text for part in refused.content if isinstance(part, TextContent)] == [sentence]


def test_a_request_from_a_page_of_another_site_is_refused(address: str) -> None:
    assert (
        fetch(f"{address}/mcp", b"{}", {"Origin": "http://evil.example", "Content-Type": "application/json"})[0] == 403
    )
    assert fetch(f"{address}/mcp", b"{}", {"Host": "evil.example", "Content-Type": "application/json"})[0] == 421
