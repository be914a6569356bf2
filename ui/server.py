"""The web page and the HTTP API on one server."""

import logging
import socket
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

import gradio as gr
import uvicorn
from fastapi import FastAPI, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.middleware import Middleware
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.staticfiles import StaticFiles

from assistant import Assistant, LanguageModel
from assistant.generation.language_model import load_libraries
from index import Library, LibraryError, Progress
from ingest.errors import RolebookError
from ui.feedback import FeedbackFile
from ui.page import STATIC, Site, build_page, page_theme, scripts, style_sheets
from ui.routes.api import api_routes
from ui.routes.downloads import download_routes
from ui.routes.exchange import refuse_parameters
from ui.routes.feedback import feedback_routes
from ui.routes.find import find_routes
from ui.routes.mcp import tool_routes
from ui.routes.openapi import add_docs, route_name
from ui.routes.source import source_routes
from ui.routes.staff import staff_routes
from ui.settings import ServeSettings
from ui.staff import PasswordHash, open_desk
from ui.words import LANGUAGES, words_in

_log = logging.getLogger(__name__)

# Gradio's routes for files: the page has none, and these would take uploads and fetch from foreign hosts.
_FILE_ROUTES = ("upload", "process_recording", "file={rest:path}", "file/{rest:path}", "proxy={rest:path}")
_SECONDS_BETWEEN_UPDATES = 30.0
# Longer than clients and proxies keep a connection that they do not use, which is a minute at most: a server that
# closes first may do so just as a question is sent, and that question would be lost.
_SECONDS_KEPT_OPEN = 75
# An open page keeps a connection for as long as it is open, and is not waited for.
_SECONDS_TO_END = 3


class ServeError(RolebookError):
    """The server cannot listen where it was told to."""


class _Stopping(Exception):
    """Embedding is to end where it is; what it has not reached stays pending."""


def create_server(
    library: Library,
    model: LanguageModel | None = None,
    host: str = "127.0.0.1",
    password: PasswordHash | None = None,
) -> FastAPI:
    """The application: the HTTP API under ``/api/``, its docs at ``/docs`` and the page at ``/``, over one library.

    A language model, where there is one, words answers; ``host`` is where it listens. Staff get in by the password;
    without one, whoever sits at this machine does, and only where ``host`` is not to be reached from any other.

    While it runs, it owns the library's vectors and brings them up to date in the background. The library is the
    caller's to close, after the application has stopped.
    """
    assistant = Assistant(library, model)
    # FastAPI's own documentation pages load their scripts from a foreign host, so they are off and ours stand in.
    server = FastAPI(
        title="Rolebook",
        lifespan=_lifespan(library, assistant),
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        generate_unique_id_function=route_name,
        exception_handlers={RequestValidationError: refuse_parameters},
        # The page comes in a fifth of its bytes so, which a phone far from its mast is thankful for.
        middleware=[Middleware(GZipMiddleware, compresslevel=5)],
    )
    server.include_router(api_routes(library, assistant))
    server.include_router(find_routes(library))
    server.include_router(source_routes(library))
    server.include_router(staff_routes(open_desk(library, password, host)))
    server.include_router(download_routes(library))
    server.include_router(feedback_routes(FeedbackFile(library.folder)))
    add_docs(server)
    server.include_router(tool_routes(server, host))
    server.mount("/page-files", StaticFiles(directory=STATIC))
    # The page in English, mounted at the root, takes every path that has no route yet: it comes last.
    for language in reversed(LANGUAGES):
        _mount_page(server, Site(library, assistant, words_in(language)))
    return server


def _mount_page(server: FastAPI, site: Site) -> None:
    path = site.words.path.rstrip("/")
    for route in _FILE_ROUTES:
        server.add_api_route(f"{path}/gradio_api/{route}", _no_such_route, methods=["GET", "HEAD", "POST"])
    gr.mount_gradio_app(
        server,
        build_page(site),
        path=path or "/",
        app_kwargs={"openapi_url": None},
        allowed_paths=[],
        show_error=False,
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        theme=page_theme(),
        css_paths=style_sheets(),
        head=scripts(),
    )


def run_server(
    library: Library,
    model: LanguageModel | None,
    settings: ServeSettings,
    announce: Callable[[str], None],
    password: PasswordHash | None = None,
) -> None:
    """Serve until interrupted; ``announce`` is told the address once requests to it are taken in.

    Raises:
        ServeError: the host is unknown or the port is taken.
    """
    with _listen(settings) as listening:
        if model is not None:
            load_libraries()
        host, port = listening.getsockname()[:2]
        application = create_server(library, model, settings.host, password)
        config = uvicorn.Config(
            application,
            log_level="warning",
            lifespan="on",
            timeout_keep_alive=_SECONDS_KEPT_OPEN,
            timeout_graceful_shutdown=_SECONDS_TO_END,
        )
        server = uvicorn.Server(config)
        announce(f"http://{f'[{host}]' if ':' in host else host}:{port}")
        with suppress(KeyboardInterrupt):  # the way to stop it
            server.run(sockets=[listening])


def _listen(settings: ServeSettings) -> socket.socket:
    listening = None
    try:
        family, kind, _, _, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind)
        # Else the port could not be had again for a minute after a server stopped.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        # From here on a request waits for its answer, and is not refused while the server starts.
        listening.listen()
    except OSError as error:
        if listening is not None:
            listening.close()
        raise ServeError(f"Cannot serve at {settings.host} port {settings.port}: {error.strerror}.") from error
    return listening


def _lifespan(library: Library, assistant: Assistant) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        stopping = threading.Event()
        # A daemon, so that a second interrupt, which skips what follows the yield, still ends the process.
        attending = threading.Thread(
            target=_attend_to_vectors, args=(library, assistant, stopping), name="vectors", daemon=True
        )
        attending.start()
        yield
        stopping.set()
        await run_in_threadpool(attending.join)

    return lifespan


def _attend_to_vectors(library: Library, assistant: Assistant, stopping: threading.Event) -> None:
    """Embed what is pending until told to stop: another process may ingest while this one owns the vectors.

    The search loads the model at the start and takes in what was embedded, so that no person waits for either.
    """

    def go_on(_: Progress) -> None:
        if stopping.is_set():
            raise _Stopping

    told = ""
    while True:
        try:
            library.update_vectors(go_on)
            if library.vectors_state() == "ready":
                assistant.make_ready()
        except _Stopping:
            return
        except LibraryError as error:
            if str(error) != told:
                told = str(error)
                _log.warning("Passages are found by their words alone, not by meaning: %s", told)
        if stopping.wait(_SECONDS_BETWEEN_UPDATES):
            return


def _no_such_route() -> Response:
    return Response(status_code=404)
