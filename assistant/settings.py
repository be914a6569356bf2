"""Which language model words answers, if any: read once, by the outermost floor."""

from pydantic import AnyHttpUrl, Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class LanguageModelSettings(BaseSettings):
    """A server that speaks OpenAI's protocol, from ``ROLEBOOK_LLM_...`` in the environment; none by default.

    ``llm_url`` is the address that ``/chat/completions`` is asked under (``http://127.0.0.1:11434/v1``). Times are
    seconds: to connect, to the first words and between later ones, and for everything that is written to one question.
    """

    model_config = SettingsConfigDict(env_prefix="ROLEBOOK_", frozen=True, extra="ignore", env_ignore_empty=True)

    llm_url: AnyHttpUrl | None = None
    llm_model: str | None = Field(default=None, validate_default=True)
    llm_key: SecretStr | None = None
    llm_connect_seconds: float = Field(default=3.0, gt=0)
    llm_first_words_seconds: float = Field(default=20.0, gt=0)
    llm_whole_seconds: float = Field(default=60.0, gt=0)
    llm_most_tokens: int = Field(default=256, ge=16)

    @field_validator("llm_model")
    @classmethod
    def _is_named_where_there_is_a_server(cls, model: str | None, info: ValidationInfo) -> str | None:
        if model is None and info.data.get("llm_url") is not None:
            raise ValueError("a language model's server is set, but not which of its models is to be asked")
        return model
