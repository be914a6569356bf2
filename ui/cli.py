"""The command line: one command a line of the contract's table, each over the same Library and Assistant.

Results go to standard output, progress and errors to standard error. What a command alone needs and is slow to
import is imported inside it: ``rolebook ask`` must not wait for the web server's libraries.
"""

import io
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, BinaryIO, TypeVar

import typer
from pydantic import ValidationError
from pydantic_settings import BaseSettings

from assistant import Assistant, LanguageModel, LanguageModelSettings, language_model
from assistant.answer import Question
from assistant.answering.compare import MOST_COMPARED
from assistant.errors import QuestionError
from index import Library, LibrarySettings
from ingest.errors import RolebookError
from ingest.form import SECTION_KEYS
from ui import contract, terminal
from ui.json_line import MAXIMUM_LINE_BYTES, InvalidLine
from ui.question_line import read_question_line

DONE, FAILED, WRONG_USAGE = 0, 1, 2

LibraryFolder = Annotated[
    Path | None,
    typer.Option("--library", metavar="DIR", help="Where everything lives: ROLEBOOK_LIBRARY, else ./library."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the contract's JSON.")]

Settings = TypeVar("Settings", bound=BaseSettings)

app = typer.Typer(
    name="rolebook",
    help="Answers questions about class specifications, and shows the exact words that say so.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def main(arguments: list[str] | None = None) -> int:
    """Run one command (``sys.argv`` unless given) and return its exit status: 0 done, 1 not done, 2 wrong usage."""
    _write_utf8()
    logging.basicConfig(format="rolebook: %(message)s", level=logging.WARNING)
    try:
        status = app(args=arguments, prog_name="rolebook", standalone_mode=False)
    except QuestionError as error:
        terminal.print_error(str(error))
        return WRONG_USAGE
    except RolebookError as error:
        terminal.print_error(str(error))
        return FAILED
    except typer.TyperException as error:
        terminal.print_error(f"{error.format_message()} (rolebook --help lists what there is)")
        return error.exit_code
    except BrokenPipeError:
        # The reader of the output has gone: nothing is left to say, and the flush at exit must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return status if isinstance(status, int) else DONE


@app.callback()
def start(context: typer.Context, library: LibraryFolder = None) -> None:
    """Answers questions about class specifications, and shows the exact words that say so."""
    context.obj = library


@app.command()
def ingest(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, or folders to search through.")],
    agency: Annotated[str | None, typer.Option(metavar="NAME", help="The agency whose specs these are.")] = None,
    as_json: AsJson = False,
    library: LibraryFolder = None,
) -> int:
    """Read class specs into the library; unchanged files are skipped, changed ones replaced."""
    with _open_library(context, library) as held:
        with terminal.progress_bar() as progress:
            report = held.ingest(paths, agency=agency, progress=progress)
        if as_json:
            _write(contract.json_bytes(contract.ingest_object(report), indent=2))
        else:
            terminal.print_ingest(report, held.held)
    return FAILED if report.failed else DONE


@app.command()
def remove(
    context: typer.Context,
    spec_ids: Annotated[list[str], typer.Argument(metavar="SPEC_ID...", help="As rolebook list prints them.")],
    library: LibraryFolder = None,
) -> None:
    """Take specs out of the library everywhere."""
    with _open_library(context, library) as held:
        held.remove(spec_ids)


@app.command("list")
def list_specs(context: typer.Context, as_json: AsJson = False, library: LibraryFolder = None) -> None:
    """List the specs held."""
    with _open_library(context, library) as held:
        entries = held.entries()
    if as_json:
        _write(contract.json_bytes(contract.list_object(entries), indent=2))
    else:
        terminal.print_entries(entries)


@app.command()
def show(
    context: typer.Context,
    spec: Annotated[str, typer.Argument(metavar="SPEC", help="An id, class code or title.")],
    as_json: AsJson = False,
    library: LibraryFolder = None,
) -> None:
    """Show one spec, structured: every value, what was repaired, and its issues."""
    with _open_library(context, library) as specs:
        held = specs.held(specs.resolve(spec).spec_id)
    if as_json:
        _write(contract.json_bytes(contract.show_object(held), indent=2))
    else:
        terminal.print_spec(held)


@app.command()
def source(
    context: typer.Context,
    spec: Annotated[str, typer.Argument(metavar="SPEC", help="An id, class code or title.")],
    library: LibraryFolder = None,
) -> None:
    """Print a spec's source text exactly, as UTF-8."""
    with _open_library(context, library) as specs:
        held = specs.held(specs.resolve(spec).spec_id)
    _write(held.spec.source.text.encode())


@app.command()
def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION")],
    classes: Annotated[list[str] | None, typer.Option("--class", metavar="SPEC", help="Ask about these.")] = None,
    as_json: AsJson = False,
    no_llm: Annotated[bool, typer.Option("--no-llm", help="Use no language model, even where one is set.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say first what was understood, on standard error.")
    ] = False,
    library: LibraryFolder = None,
) -> None:
    """Answer one question, with the passages that say so."""
    model = None if no_llm else _language_model()
    with _open_library(context, library) as held:
        assistant = Assistant(held, model)
        asked = Question(question, classes=tuple(classes or ()))
        if explain:
            terminal.print_explanation(assistant.explain(asked))
        answer = assistant.ask(asked)
    if as_json:
        _write(contract.json_bytes(contract.answer_object(answer), indent=2))
    else:
        terminal.print_answer(answer)
    if answer.remark:
        terminal.print_error(answer.remark)


@app.command()
def batch(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="One JSON question a line.")],
    library: LibraryFolder = None,
) -> None:
    """Answer a file of questions: one JSON answer a line, in the same order."""
    model = _language_model()
    with _open_library(context, library) as held, _open_questions(file) as questions:
        assistant = Assistant(held, model)
        for line in _lines(questions):
            _write(contract.json_bytes(_answer_line(assistant, line)))


@app.command()
def compare(
    context: typer.Context,
    specs: Annotated[list[str], typer.Argument(metavar="SPEC SPEC...", help="Two to five ids, class codes or titles.")],
    sections: Annotated[list[str] | None, typer.Option("--section", metavar="KEY", help="Only these sections.")] = None,
    as_json: AsJson = False,
    library: LibraryFolder = None,
) -> None:
    """Compare class specs side by side: the sections named, or all rows that differ."""
    if not 2 <= len(specs) <= MOST_COMPARED:
        raise typer.BadParameter(f"two to {MOST_COMPARED} specs can be compared, not {len(specs)}")
    unknown = [key for key in sections or () if key not in SECTION_KEYS]
    if unknown:
        raise typer.BadParameter(f"{unknown[0]} is no section; there are {', '.join(sorted(SECTION_KEYS))}")
    with _open_library(context, library) as held:
        entries = [held.resolve(spec) for spec in specs]
        answer = Assistant(held).compare(entries, sections or ())
    if as_json:
        _write(contract.json_bytes(contract.answer_object(answer), indent=2))
    else:
        terminal.print_answer(answer)


@app.command()
def doctor(
    context: typer.Context,
    repair: Annotated[bool, typer.Option("--repair", help="Put right what differs.")] = False,
    library: LibraryFolder = None,
) -> int:
    """Check every store against the others and against the sources."""
    with _open_library(context, library) as held:
        report = held.doctor(repair=repair)
    terminal.print_doctor(report)
    return DONE if report.clean else FAILED


@app.command()
def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(metavar="H", help="127.0.0.1 unless set.")] = None,
    port: Annotated[int | None, typer.Option(metavar="P", min=0, max=65535, help="7860 unless set.")] = None,
    library: LibraryFolder = None,
) -> None:
    """Serve the web page and the HTTP API until interrupted."""
    # Read when Gradio is imported, so set before: nothing leaves the machine unasked.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    # Gradio and FastAPI take seconds to import, and only this command needs them.
    from ui.server import run_server
    from ui.settings import ServeSettings, StaffSettings, take_password
    from ui.staff import PasswordHash

    settings = _read_settings(ServeSettings, host=host, port=port)
    chosen = take_password(_read_settings(StaffSettings))
    password = PasswordHash.of(chosen) if chosen else None
    model = _language_model()
    with _open_library(context, library) as held:
        said = "Rolebook is at {} (Ctrl+C stops it)\n"
        run_server(held, model, settings, lambda address: _write(said.format(address).encode()), password)


def _open_library(context: typer.Context, folder: Path | None) -> Library:
    return Library.open(_read_settings(LibrarySettings, library=folder or context.obj))


def _language_model() -> LanguageModel | None:
    """The language model that the environment names, if it names one."""
    return language_model(_read_settings(LanguageModelSettings))


def _read_settings(kind: type[Settings], **options: object) -> Settings:
    """The settings that the options give, and for those left out the environment or the default."""
    try:
        return kind.model_validate({name: value for name, value in options.items() if value is not None})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0])
        raise typer.BadParameter(f"{name} (ROLEBOOK_{name.upper()}): {first['msg']}") from error


def _open_questions(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError as error:
        raise RolebookError(f"{file} cannot be read: {error.strerror}.") from error


def _lines(questions: BinaryIO) -> Iterator[bytes]:
    """Each line without its line feed; of one over the limit only its beginning is kept, enough to be refused."""
    while line := questions.readline(MAXIMUM_LINE_BYTES + 2):
        rest = line
        while not rest.endswith(b"\n") and (rest := questions.readline(MAXIMUM_LINE_BYTES)):
            pass
        yield line.rstrip(b"\r\n")


def _answer_line(assistant: Assistant, line: bytes) -> contract.JsonObject:
    try:
        question = read_question_line(line)
    except InvalidLine as error:
        return contract.error_object(str(error), error.line_id)
    try:
        return contract.answer_object(assistant.ask(question))
    except RolebookError as error:
        return contract.error_object(str(error), question.id)


def _write(content: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _write_utf8() -> None:
    """Whatever the locale says, what is printed is UTF-8; a file name that is not goes out escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
