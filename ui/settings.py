"""Where the page and the HTTP API are served, read once from the environment."""

import os

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

_PASSWORD = "ROLEBOOK_ADMIN_PASSWORD"


class ServeSettings(BaseSettings):
    """``ROLEBOOK_HOST`` and ``ROLEBOOK_PORT``; port 0 takes any free port.

    The default host is the machine itself: whoever can reach the page can read every spec held.
    """

    model_config = SettingsConfigDict(env_prefix="ROLEBOOK_", frozen=True)

    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=0, le=65535)


class StaffSettings(BaseSettings):
    """``ROLEBOOK_ADMIN_PASSWORD``: what staff sign in with; none where it is not set or empty."""

    model_config = SettingsConfigDict(env_prefix="ROLEBOOK_", frozen=True)

    admin_password: SecretStr | None = None


def take_password(settings: StaffSettings) -> str | None:
    """The password that is set, taken out of this process's environment: what reads files is not to inherit it."""
    os.environ.pop(_PASSWORD, None)
    return (settings.admin_password.get_secret_value() if settings.admin_password else "") or None
