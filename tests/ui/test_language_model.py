"""The language model as the command line, the API and the page use it; the server is a real one on the loopback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from assistant import Assistant, language_model
from assistant.answer import Answer, Outcome, Question, Route
from index import Library, LibrarySettings
from tests.assistant import language_servers as servers
from tests.assistant.language_servers import serving, settings_for
from tests.ui.conftest import ROOT, Rolebook
from ui.ask.answer_beside import Beside
from ui.ask.asking import Asking
from ui.ask.conversation import Exchange, Kept, KeptExchange, exchange_html
from ui.words import words_in

ASKED = "Who does the librarian report to?"
WORDED = "The Librarian reports to the Branch Services Manager [1]."


@pytest.fixture
def library(library_folder: Path) -> Library:
    return Library.open(LibrarySettings(library=library_folder))


def use(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("ROLEBOOK_LLM_URL", url)
    monkeypatch.setenv("ROLEBOOK_LLM_MODEL", "m")


def test_the_command_line_prints_the_answer_in_the_models_words(
    rolebook: Rolebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(servers.writes(WORDED)) as server:
        use(monkeypatch, server.url)
        answer = rolebook("ask", ASKED, "--json").json
    assert (answer["route"], answer["text"]) == ("generated", WORDED)
    assert answer["citations"][0]["quote"].startswith("Reports to the Branch Services Manager")


def test_no_llm_asks_no_server(rolebook: Rolebook, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(servers.writes(WORDED)) as server:
        use(monkeypatch, server.url)
        assert rolebook("ask", ASKED, "--no-llm", "--json").json["route"] == "passages"
        assert server.received == []


def test_a_server_that_is_not_there_is_told_on_standard_error_alone(
    rolebook: Rolebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = rolebook("ask", ASKED, "--no-llm")
    use(monkeypatch, "http://127.0.0.1:9/v1")
    answered = rolebook("ask", ASKED)
    assert (answered.status, answered.text) == (0, plain.text)
    assert "The language model's server cannot be reached." in answered.stderr


def test_a_server_without_a_model_is_wrong_usage_that_names_the_setting(
    rolebook: Rolebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROLEBOOK_LLM_URL", "http://127.0.0.1:9/v1")
    refused = rolebook("ask", ASKED)
    assert refused.status == 2
    assert "ROLEBOOK_LLM_MODEL" in refused.stderr


def test_the_page_shows_the_answer_at_once_and_then_as_it_grows(library: Library) -> None:
    with serving(servers.writes(WORDED)) as server, library:
        asking = Asking(library, Assistant(library, language_model(settings_for(server.url))), words_in("en"))
        shown = list(asking.answer(ASKED, Kept(key="k1")))
    assert "Reports to the Branch Services Manager; works with wide latitude" in shown[0]
    assert "The Librarian reports to the Branch Services Manager" in shown[-1]
    assert len(shown) > 1
    assert all('id="exchange-k1"' in one for one in shown)


def test_a_conversation_is_asked_again_and_followed_up_without_the_language_model(library: Library) -> None:
    with serving(servers.writes(WORDED)) as server, library:
        asking = Asking(library, Assistant(library, language_model(settings_for(server.url))), words_in("en"))
        said = [KeptExchange(question=ASKED)]
        assert "Reports to the Branch Services Manager; works with wide latitude" in asking.again(said)
        assert "Librarian" in asking.suggestions(Kept(exchanges=said))
        assert server.received == []


def test_the_page_says_below_an_answer_how_it_came_about() -> None:
    answer = Answer(Question(ASKED), Outcome.ANSWERED, Route.PASSAGES, "Text.", remark="It <b>broke</b> off.")
    html = exchange_html(Exchange(ASKED, answer), Beside(), words_in("en"))
    assert '<p class="remark">It &lt;b&gt;broke&lt;/b&gt; off.</p>' in html


def test_the_api_answers_in_the_models_words(library_folder: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(library_folder, tmp_path / "library")
    command = [sys.executable, "-m", "ui", "--library", str(folder), "serve", "--port", "0"]
    with serving(servers.writes(WORDED)) as server:
        named = {**os.environ, "ROLEBOOK_LLM_URL": server.url, "ROLEBOOK_LLM_MODEL": "m"}
        with subprocess.Popen(command, cwd=ROOT, env=named, stdout=subprocess.PIPE, text=True) as rolebook:
            assert rolebook.stdout is not None
            address = rolebook.stdout.readline().split()[3]
            try:
                answer = httpx.post(f"{address}/api/ask", json={"question": ASKED}, timeout=60).json()
            finally:
                rolebook.terminate()
    assert (answer["route"], answer["text"]) == ("generated", WORDED)
