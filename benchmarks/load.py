"""Many people at once: every client asks about a class of its own and must get what it gets alone.

Run from the root of the project: ``python -m benchmarks.load``. It ingests the samples into a library of its own and
serves it on this machine; the table goes to standard output. Returns 1 if an answer fails or is not the right one.
"""

import argparse
import asyncio
import itertools
import os
import random
import sys
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from benchmarks.answering import ingest_specs
from benchmarks.scoring import percentile
from benchmarks.served import served
from benchmarks.table import table

CLIENTS = 20
SECONDS = 120.0
SECONDS_BETWEEN_QUESTIONS = 2.0
PATIENCE_S = 30.0
_SEED = 7
_FORMS = (
    "How often does the {} stand?",
    "How often does the {} lift?",
    "What education does the {} need?",
    "What are the physical demands of the {}?",
    "Where does the {} work?",
)
# What an answer says of its own making, and what differs between two that are the same.
_OWN = ("id", "elapsed_ms")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the class that it is about, and the answer that it gets when nothing else is asked."""

    title: str
    question: str
    alone: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back under load: by which route, after how many milliseconds, and what is wrong with it, if so."""

    route: str
    elapsed_ms: float
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """The replies that this many clients got in this many seconds."""

    clients: int
    seconds: float
    replies: tuple[Reply, ...]

    @property
    def faults(self) -> list[str]:
        """What was wrong, a sentence each."""
        return [reply.fault for reply in self.replies if reply.fault]


Ask = Callable[[Asked, str], Awaitable[Reply]]


async def load(address: str, clients: int, seconds: float, *, every: float = SECONDS_BETWEEN_QUESTIONS) -> Load:
    """What ``clients`` clients get who each ask ``POST /api/ask`` every so many seconds, about a class of their own.

    Which questions they ask and when they start is the same every time.
    """
    async with http_client(address) as http:
        own = await own_questions(http, clients)
        return await all_at_once(own, [partial(_reply, http)] * clients, seconds, every)


def http_client(address: str) -> httpx.AsyncClient:
    """A client of the server at this address that may send as many requests at once as it likes."""
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    return httpx.AsyncClient(base_url=address, timeout=PATIENCE_S, limits=limits)


async def own_questions(http: httpx.AsyncClient, clients: int) -> list[list[Asked]]:
    """The questions of each client, about a class of its own as far as there are as many, and their answers."""
    titles = await _titles(http)
    own = [[await _alone(http, title, form) for form in _FORMS] for title in titles[:clients]]
    return list(itertools.islice(itertools.cycle(own), clients))


async def all_at_once(
    own: Sequence[Sequence[Asked]], reply_of: Sequence[Ask], seconds: float, every: float = SECONDS_BETWEEN_QUESTIONS
) -> Load:
    """What all get who ask their own questions for so many seconds, each in its own way."""
    until = time.monotonic() + seconds
    chances = random.Random(_SEED)
    asking = [
        _client(reply, chances.sample(questions, len(questions)), chances.uniform(0, every), every, until)
        for questions, reply in zip(own, reply_of, strict=True)
    ]
    replies = await asyncio.gather(*asking)
    return Load(len(own), seconds, tuple(itertools.chain.from_iterable(replies)))


async def _client(reply: Ask, questions: Sequence[Asked], start: float, every: float, until: float) -> list[Reply]:
    """The replies that one client gets; it waits for an answer before it asks again, as a person does."""
    replies = []
    due = time.monotonic() + start
    for number, asked in enumerate(itertools.cycle(questions)):
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        if time.monotonic() >= until:
            break
        replies.append(await reply(asked, f"{asked.title} {number}"))
        due += every
    return replies


async def _reply(http: httpx.AsyncClient, asked: Asked, line_id: str) -> Reply:
    route = asked.alone["route"]
    began = time.perf_counter()
    try:
        response = await http.post("/api/ask", json={"id": line_id, "question": asked.question})
    except httpx.HTTPError as error:
        return Reply(route, (time.perf_counter() - began) * 1000, f"{asked.question} {type(error).__name__}")
    elapsed_ms = (time.perf_counter() - began) * 1000
    return Reply(route, elapsed_ms, _fault(asked, line_id, response))


def _fault(asked: Asked, line_id: str, response: httpx.Response) -> str | None:
    if response.status_code != 200:
        return f"{asked.question} {response.status_code}: {response.text[:200]}"
    answer = response.json()
    if answer["id"] != line_id or answer["classes"] != [asked.title]:
        return f"{asked.question} was answered for {answer['id']}, about {answer['classes']}"
    if _without_own(answer) != asked.alone:
        return f"{asked.question} was answered otherwise than alone: {answer['text'][:200]}"
    return None


async def _titles(http: httpx.AsyncClient) -> list[str]:
    """The titles of the classes held on the home form, those that one spec alone has."""
    listed = (await http.get("/api/specs")).raise_for_status().json()["specs"]
    titles = [each["title"] for each in listed if each["form"] == "norfolk" and each["title"]]
    return [title for title in titles if titles.count(title) == 1]


async def _alone(http: httpx.AsyncClient, title: str, form: str) -> Asked:
    question = form.format(title)
    response = await http.post("/api/ask", json={"question": question})
    return Asked(title, question, _without_own(response.raise_for_status().json()))


def _without_own(answer: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answer.items() if key not in _OWN}


def load_section(loads: Iterable[tuple[str, Load]], busy: str) -> str:
    """The loads, each with how it was asked, as a Markdown section; ``busy`` is the load of the machine before."""
    rows = [row for name, load in loads for row in _rows(name, load)]
    titles = ("asked", "clients", "seconds", "route", "questions", "faults", "p50, ms", "p95, ms", "slowest, ms")
    return (
        "### Many people at once\n\n"
        + table(titles, rows)
        + f"\n\nEach client asks every {SECONDS_BETWEEN_QUESTIONS:g} s about a class of its own. A fault is an error, "
        "or an answer that is for another client, about another class or not the one that the question gets alone. "
        f"Clients and server share the machine; its load before was {busy}."
    )


def _rows(name: str, load: Load) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for route in sorted({reply.route for reply in load.replies}):
        replies = [reply for reply in load.replies if reply.route == route]
        times = [reply.elapsed_ms for reply in replies]
        faults = sum(reply.fault is not None for reply in replies)
        measured = (f"{percentile(times, 0.5):.0f}", f"{percentile(times, 0.95):.0f}", f"{max(times):.0f}")
        rows.append((name, load.clients, f"{load.seconds:g}", route, len(replies), faults, *measured))
    return rows


def measured_loads(seconds: float, clients: int, windows: int) -> list[tuple[str, Load]]:
    """The loads of the samples' library, asked over the HTTP API and, where there are to be windows, on the page."""
    from benchmarks.windows import windows_load

    with TemporaryDirectory() as folder:
        ingest_specs(Path(folder))
        with served(Path(folder)) as address:
            loads = [("over the HTTP API", asyncio.run(load(address, clients, seconds)))]
            if windows:
                loads.append(("in windows of a browser", asyncio.run(windows_load(address, windows, seconds))))
    return loads


def main(arguments: Sequence[str] | None = None) -> int:
    """Ingest the samples, serve them, ask, print the table; return 1 if there was a fault, else 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description="Asks as many people at once do.")
    parser.add_argument("--clients", type=int, default=CLIENTS, help=f"of the API (default: {CLIENTS})")
    parser.add_argument("--windows", type=int, default=CLIENTS, help=f"of a browser; 0 for none (default: {CLIENTS})")
    parser.add_argument("--seconds", type=float, default=SECONDS, help=f"for how long each (default: {SECONDS:g})")
    options = parser.parse_args(arguments)
    busy = f"{os.getloadavg()[0]:.1f}"
    loads = measured_loads(options.seconds, options.clients, options.windows)
    faults = [fault for _, each in loads for fault in each.faults]
    print("\n".join(faults), file=sys.stderr)
    print(load_section(loads, busy))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
