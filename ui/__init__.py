"""The top floor: the command line, the web page and the HTTP API, over one Assistant and one Library."""

from ui.cli import main

__all__ = ["main"]
