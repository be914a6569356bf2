"""Reading in a process with limits gives what reading gives, and outlives every file."""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import psutil
import pytest

from ingest import IngestError, NotAClassSpec, ReadingProcess, UnreadableFile, find_files, read_specs
from ingest.model import ClassSpec
from ingest.worker import unpacked
from tests.ingest.reading import ROOT, SAMPLES, SEED, SHORT_FORM

# A vocabulary without the token for unknown words: the tokenizer loads, and fails at the first word.
BREAKING_TOKENIZER = """{"version": "1.0", "truncation": null, "padding": null, "added_tokens": [], "normalizer": null,
"pre_tokenizer": null, "post_processor": null, "decoder": null,
"model": {"type": "WordLevel", "vocab": {"a": 0}, "unk_token": "[UNK]"}}"""
LONG_WAIT = 60


@pytest.fixture
def reading() -> Iterator[ReadingProcess]:
    with ReadingProcess() as process:
        yield process


def worker() -> psutil.Process:
    """The one process that this test has started."""
    (process,) = psutil.Process().children()
    return process


def workers() -> list[psutil.Process]:
    return psutil.Process().children()


def outcome(read: object) -> tuple[type[IngestError], str] | tuple[ClassSpec, ...]:
    """What a reading gives, or the kind and words of its refusal."""
    assert callable(read)
    try:
        specs: tuple[ClassSpec, ...] = read()
    except IngestError as refusal:
        return type(refusal), str(refusal)
    return specs


def file(folder: Path, content: str | bytes, name: str = "spec.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_the_process_reads_what_is_read_without_it(reading: ReadingProcess) -> None:
    texts = [path for path in find_files([SAMPLES])[0] if path.suffix in (".txt", ".md")]
    assert texts
    for path in texts:
        assert reading.read(path, agency="City of Ashby") == read_specs(path, agency="City of Ashby")


@pytest.mark.parametrize("content", [b"", b"a\0b", b"PK\x03\x04", b"Dear Sir,\n"])
def test_a_refusal_is_the_one_that_is_given_without_the_process(
    reading: ReadingProcess, tmp_path: Path, content: bytes
) -> None:
    path = file(tmp_path, content)
    assert outcome(lambda: reading.read(path)) == outcome(lambda: read_specs(path))
    assert outcome(lambda: reading.read(tmp_path)) == outcome(lambda: read_specs(tmp_path))


def test_tokens_are_counted_by_the_tokenizer_that_is_named(tmp_path: Path) -> None:
    tokenizer = file(tmp_path, BREAKING_TOKENIZER.replace("[UNK]", "a"), "tokenizer.json")
    with ReadingProcess(tokenizer) as reading:
        few = reading.read(SEED)
    with ReadingProcess() as reading:
        estimated = reading.read(SEED)
    assert len(few[0].passages) < len(estimated[0].passages), "every text is one token long"


def test_a_name_in_no_encoding_is_read(reading: ReadingProcess, tmp_path: Path) -> None:
    path = file(tmp_path, SHORT_FORM, os.fsdecode(b"caf\xe9.txt"))
    assert reading.read(path)[0].source.path == str(path)


def test_one_process_is_started_with_the_first_file_and_ended_last(tmp_path: Path) -> None:
    path = file(tmp_path, SHORT_FORM)
    with ReadingProcess() as reading:
        assert workers() == []
        reading.read(path)
        first = worker()
        reading.read(path)
        assert worker() == first
    assert workers() == []


def test_a_file_that_takes_too_long_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    path = file(tmp_path, SHORT_FORM)
    with ReadingProcess(seconds_a_file=3) as reading:
        reading.read(path)
        stopped = worker()
        stopped.suspend()
        with pytest.raises(UnreadableFile, match=r"^reading it took more than 3 seconds$"):
            reading.read(path)
        assert not stopped.is_running()
        assert reading.read(path)[0].title == "Clerk"


def test_a_file_that_takes_too_much_memory_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    path = file(tmp_path, SHORT_FORM)
    large = file(tmp_path, SHORT_FORM + "a " * 2_000_000, "large.txt")
    with ReadingProcess(memory_a_file=100_000_000) as reading:
        reading.read(path)
        with pytest.raises(UnreadableFile, match=r"^reading it took more than 0\.1 GB of memory$"):
            reading.read(large)
        assert reading.read(path)[0].title == "Clerk"


def test_a_file_that_breaks_the_process_is_refused_and_the_next_one_taken(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with ReadingProcess(file(tmp_path, BREAKING_TOKENIZER, "tokenizer.json")) as reading:
        with pytest.raises(UnreadableFile, match=r"^reading it ended the reading process, so the file is damaged$"):
            reading.read(file(tmp_path, SHORT_FORM))
        with pytest.raises(UnreadableFile, match="the file is empty"):
            reading.read(file(tmp_path, ""))
    assert capfd.readouterr() == ("", ""), "what the process prints reaches nobody"


def test_a_process_that_died_between_two_files_is_replaced(reading: ReadingProcess, tmp_path: Path) -> None:
    path = file(tmp_path, SHORT_FORM)
    reading.read(path)
    for _ in range(3):
        worker().kill()
        assert reading.read(path)[0].title == "Clerk"


def test_a_process_that_cannot_start_says_why(tmp_path: Path) -> None:
    with ReadingProcess(tmp_path / "missing.json") as reading:
        for _ in range(2):
            with pytest.raises(IngestError, match=r"the reading process does not start: .*No such file"):
                reading.read(file(tmp_path, SHORT_FORM))


def test_the_process_is_limited_by_the_system_too(reading: ReadingProcess, tmp_path: Path) -> None:
    reading.read(file(tmp_path, SHORT_FORM))
    assert worker().rlimit(psutil.RLIMIT_CORE)[0] == 0
    assert worker().rlimit(psutil.RLIMIT_DATA)[0] == 2_000_000_000
    assert worker().rlimit(psutil.RLIMIT_FSIZE)[0] == 1_000_000


def test_a_thread_reads_too(reading: ReadingProcess, tmp_path: Path) -> None:
    path = file(tmp_path, SHORT_FORM)
    titles: list[str | None] = []
    threads = [Thread(target=lambda: titles.append(reading.read(path)[0].title)) for _ in range(3)]
    for thread in threads:
        thread.start()
        thread.join()
    assert titles == ["Clerk"] * 3


def test_an_answer_makes_nothing_but_specs_and_refusals() -> None:
    for foreign in (Path("/"), NotAClassSpec("no"), print, SEED.stat(), (subprocess.Popen,)):
        with pytest.raises(pickle.UnpicklingError, match="an answer holds no"):
            unpacked(pickle.dumps(foreign))


_PARENT = """
import os, signal, sys
from pathlib import Path
from ingest import ReadingProcess
from psutil import Process

# Where the tests run behind a shell's "&", it is ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
with ReadingProcess() as reading:
    print(reading.read(Path(sys.argv[1]))[0].title, Process().children()[0].pid, flush=True)
    {}
"""


def parent(then: str, path: Path) -> "subprocess.Popen[str]":
    """A program that reads a file and prints its title and the reading process, and then does something more."""
    program = [sys.executable, "-c", _PARENT.format(then), str(path)]
    return subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_the_process_does_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    with parent("os.kill(os.getpid(), signal.SIGKILL)", file(tmp_path, SHORT_FORM)) as killed:
        printed, _ = killed.communicate(timeout=LONG_WAIT)
    assert killed.returncode == -signal.SIGKILL
    wait_for_end(printed)


def test_an_interrupted_parent_ends_the_process_that_is_reading(tmp_path: Path) -> None:
    wait = "Process().children()[0].suspend(); print('reading', flush=True); reading.read(Path(sys.argv[1]))"
    with parent(wait, file(tmp_path, SHORT_FORM)) as interrupted:
        assert interrupted.stdout is not None
        printed = interrupted.stdout.readline()
        assert interrupted.stdout.readline() == "reading\n"
        interrupted.send_signal(signal.SIGINT)
        _, said = interrupted.communicate(timeout=LONG_WAIT)
    assert said.strip().endswith("KeyboardInterrupt")
    wait_for_end(printed)


def wait_for_end(printed: str) -> None:
    """Wait until the process that a parent printed is gone."""
    title, number = printed.split()
    assert title == "Clerk"
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(int(number))
        end = monotonic() + LONG_WAIT
        while process.status() != psutil.STATUS_ZOMBIE:  # ended, and nobody has asked how
            assert monotonic() < end
            sleep(0.02)
