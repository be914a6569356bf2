"""Several people at once over a real server, for a few seconds: nobody gets an error, or what somebody else asked."""

import asyncio

from benchmarks.load import load


def test_clients_at_once_get_the_answers_they_get_alone(address: str) -> None:
    measured = asyncio.run(load(address, clients=5, seconds=10, every=1))
    assert measured.faults == []
    # How many there are says nothing of speed: each of the five asks at once, and again when it has its answer.
    assert len(measured.replies) >= 10
