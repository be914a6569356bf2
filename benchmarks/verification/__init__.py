"""Checks answers against their sources, and shares no code with the program that gives the answers."""

from benchmarks.verification.checking import check_answer
from benchmarks.verification.statements import Failure

__all__ = ["Failure", "check_answer"]
