"""Where the page and the HTTP API are served, read once from the environment."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ServeSettings(BaseSettings):
    """``ROLEBOOK_HOST`` and ``ROLEBOOK_PORT``; port 0 takes any free port.

    The default host is the machine itself: whoever can reach the page can read every spec held.
    """

    model_config = SettingsConfigDict(env_prefix="ROLEBOOK_", frozen=True)

    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=0, le=65535)
