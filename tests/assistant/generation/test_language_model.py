import subprocess
import sys
import time
from collections.abc import Sequence

import pytest
from pydantic import ValidationError

from assistant import LanguageModelError, LanguageModelSettings, Message, language_model
from tests.assistant import language_servers as servers
from tests.assistant.language_servers import Behaviour, serving, settings_for

HELLO = (Message("system", "Say hello."), Message("user", "Now."))


def written(url: str, *, seconds: float = 10.0, first_words_seconds: float = 10.0) -> Sequence[str]:
    model = language_model(settings_for(url, seconds=seconds, first_words_seconds=first_words_seconds))
    assert model is not None
    return list(model.stream(HELLO))


def test_the_words_come_as_they_are_written() -> None:
    with serving(servers.writes("Hel", "lo.")) as server:
        assert written(server.url) == ["Hel", "lo."]


def test_what_is_asked_is_the_messages_and_the_limits() -> None:
    with serving(servers.writes("Hello.")) as server:
        written(server.url)
    [request] = server.received
    assert request.path == "/v1/chat/completions"
    assert request.asked["messages"] == [
        {"role": "system", "content": "Say hello."},
        {"role": "user", "content": "Now."},
    ]
    assert {name: request.asked[name] for name in ("model", "temperature", "max_tokens", "stream")} == {
        "model": "m",
        "temperature": 0.0,
        "max_tokens": 64,
        "stream": True,
    }


def test_a_key_of_another_service_in_the_environment_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("API_KEY", "ORG_ID", "PROJECT_ID", "ADMIN_KEY"):
        monkeypatch.setenv(f"OPENAI_{name}", "secret")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    with serving(servers.writes("Hello.")) as server:
        written(server.url)
    assert "secret" not in str(server.received[0].headers)


def test_the_key_that_is_set_is_sent() -> None:
    with serving(servers.writes("Hello.")) as server:
        settings = LanguageModelSettings.model_validate(
            {"llm_url": server.url, "llm_model": "m", "llm_key": "of this server"}
        )
        model = language_model(settings)
        assert model is not None
        assert list(model.stream(HELLO)) == ["Hello."]
    assert server.received[0].headers["Authorization"] == "Bearer of this server"
    assert "of this server" not in repr(settings)


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (servers.refuses, "refused (HTTP status 500)"),
        (servers.leads_elsewhere, "refused (HTTP status 307)"),
        (servers.sends_garbage, "sent what is no answer"),
        (servers.sends_other_json, "sent what is no answer"),
        (servers.sends_an_error, "broke off"),
        (servers.sends_a_page, "broke off"),
        (servers.dies_after(), "broke off"),
        (servers.dies_after("Hel"), "broke off"),
        (servers.breaks_a_promised_length, "broke off"),
    ],
)
def test_a_server_that_gives_no_whole_answer_is_one_clear_error(behaviour: Behaviour, said: str) -> None:
    with serving(behaviour) as server, pytest.raises(LanguageModelError) as raised:
        written(server.url)
    assert said in str(raised.value)


def test_a_server_that_is_not_there_is_one_clear_error() -> None:
    with serving(servers.refuses) as server:
        gone = server.url
    with pytest.raises(LanguageModelError, match="cannot be reached"):
        written(gone)


@pytest.mark.parametrize(
    "behaviour", [servers.says_nothing_for(3), servers.keeps_alive_for(3)], ids=["silent", "signs of life"]
)
def test_a_server_that_sends_no_words_is_not_waited_for(behaviour: Behaviour) -> None:
    with serving(behaviour) as server:
        written_first(server.url)  # what is imported once is not timed
        began = time.monotonic()
        with pytest.raises(LanguageModelError, match=r"too long|cannot be reached"):
            written(server.url, first_words_seconds=0.4)
        assert time.monotonic() - began < 2.0


def written_first(url: str) -> None:
    with pytest.raises(LanguageModelError):
        written(url, first_words_seconds=0.1)


def test_a_server_that_goes_on_writing_is_cut_off() -> None:
    with serving(servers.drips("la ", 4)) as server:
        began = time.monotonic()
        with pytest.raises(LanguageModelError, match="too long"):
            written(server.url, seconds=1.0)
        assert time.monotonic() - began < 3.0


def test_a_server_that_does_not_keep_to_the_limit_of_length_is_not_read_on() -> None:
    with serving(servers.writes(*["la " * 400] * 20)) as server:
        assert 64 * 12 <= len("".join(written(server.url))) < 64 * 12 + 1200


def test_no_settings_mean_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLEBOOK_LLM_URL", "")
    assert language_model(LanguageModelSettings()) is None


def test_a_server_without_a_model_is_a_mistake_that_names_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLEBOOK_LLM_URL", "http://127.0.0.1:1/v1")
    with pytest.raises(ValidationError) as raised:
        LanguageModelSettings()
    assert raised.value.errors()[0]["loc"] == ("llm_model",)


def test_importing_the_floor_imports_no_library_of_a_language_model() -> None:
    asked = (
        "import sys, assistant; from assistant import LanguageModelSettings as S, language_model;"
        "language_model(S(llm_url='http://127.0.0.1:1/v1', llm_model='m'));"
        "print([name for name in ('openai', 'llama_index', 'httpx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
