"""Reading the letters of one line of print: the recognition model that comes inside rapidocr, run by onnxruntime.

The model is loaded from the installed package when the first line is to be read, once a process; nothing is fetched.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from ingest.readers.scan.picture import Grey, resized

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_MODEL = Path("models", "PP-OCRv6_rec_small.onnx")
_THREADS = 2
_HEIGHT = 48
# The model answers once for so many columns of the picture.
_STEP = 8
_LEAST_WIDTH = 64
_MOST_WIDTH = 4000
_MOST_COLUMNS = 6400
# The model knows 18 700 letters of many scripts; these are the ones of English print.
_LETTERS = frozenset(map(chr, range(ord(" "), ord("~") + 1))) | frozenset("–—’‘“”•·½¼¾§°é")
# Letters that print alike: how likely they are counts together, and the second is what is said.
_ALIKE = {"’": "'", "‘": "'", "“": '"', "”": '"', "·": "•"}


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter (a space too), its middle in pixels from the picture's left, and how certain it is, 0 to 1."""

    text: str
    at: float
    certainty: float


@dataclass(frozen=True)
class _Model:
    session: "InferenceSession"
    columns: npt.NDArray[np.intp]
    letters: tuple[str, ...]
    alike: tuple[tuple[int, int], ...]


@lru_cache(maxsize=1)
def _model() -> _Model:
    from onnxruntime import InferenceSession, SessionOptions

    package = find_spec("rapidocr")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("rapidocr is not installed, and its model is needed to read scans")
    options = SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    path = Path(package.origin).parent / _MODEL
    session = InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    known = ["", *session.get_modelmeta().custom_metadata_map["character"].splitlines(), " "]
    columns = [0, *(column for column, letter in enumerate(known) if letter in _LETTERS)]
    letters = [known[column] for column in columns]
    alike = tuple((letters.index(first), letters.index(second)) for first, second in _ALIKE.items())
    return _Model(session, np.array(columns), tuple(letters), alike)


def recognised(lines: Sequence[Grey], stretch: float = 1.0) -> list[tuple[Letter, ...]]:
    """The letters of every line: dark print on white, with a little white around.

    Args:
        lines: pictures of one line each.
        stretch: how much wider than it is a line is shown to the model.
    """
    shown = [_shown(line, stretch) for line in lines]
    found: list[tuple[Letter, ...]] = [()] * len(lines)
    for batch in _batches([line.shape[1] for line in shown]):
        answers = _answers([shown[place] for place in batch])
        for place, answer in zip(batch, answers, strict=True):
            width = shown[place].shape[1]
            found[place] = _letters(answer[: -(-width // _STEP) + 1], lines[place].shape[1] / width)
    return found


def _shown(line: Grey, stretch: float) -> Grey:
    height, width = line.shape
    wide = min(max(_STEP, round(_HEIGHT * width / height * stretch)), _MOST_WIDTH)
    return resized(line, wide, _HEIGHT)


def _batches(widths: Sequence[int]) -> list[list[int]]:
    """The places of the lines, those of like width together, so that little of a batch is padding."""
    batches: list[list[int]] = []
    for place in sorted(range(len(widths)), key=lambda place: (widths[place], place)):
        if not batches or (len(batches[-1]) + 1) * max(widths[place], _LEAST_WIDTH) > _MOST_COLUMNS:
            batches.append([])
        batches[-1].append(place)
    return batches


def _answers(lines: Sequence[Grey]) -> npt.NDArray[np.float32]:
    """For every line and step, how likely each of the letters is; the first is none."""
    model = _model()
    width = max(_LEAST_WIDTH, *(line.shape[1] for line in lines))
    batch = np.zeros((len(lines), 3, _HEIGHT, width), np.float32)
    for place, line in enumerate(lines):
        batch[place, :, :, : line.shape[1]] = line.astype(np.float32) / 127.5 - 1
    (answers,) = model.session.run(None, {model.session.get_inputs()[0].name: batch})
    likely = np.asarray(answers, np.float32)[:, :, model.columns]
    for first, second in model.alike:
        likely[:, :, second] += likely[:, :, first]
        likely[:, :, first] = 0
    return np.asarray(likely / np.maximum(likely.sum(axis=2, keepdims=True), 1e-9), np.float32)


def _letters(answer: npt.NDArray[np.float32], pixels: float) -> tuple[Letter, ...]:
    """The letters of one line: at every step the likeliest, the same one in a row counted once."""
    letters = _model().letters
    found: list[Letter] = []
    last = 0
    for step, best in enumerate(answer.argmax(axis=1).tolist()):
        certainty = float(answer[step, best])
        if best and best != last:
            found.append(Letter(letters[best], (step + 0.5) * _STEP * pixels, certainty))
        elif best and certainty > found[-1].certainty:
            found[-1] = replace(found[-1], certainty=certainty)
        last = best
    return tuple(found)
