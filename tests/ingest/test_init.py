"""What the floor offers."""

import subprocess
import sys

import ingest
from tests.ingest.reading import ROOT


def test_the_floor_offers_what_it_says() -> None:
    assert ingest.__all__ == [
        "READER_VERSION", "Failure", "IngestError", "NotAClassSpec", "ReadingProcess", "RolebookError",
        "UnreadableFile", "find_files", "read_spec", "read_specs",
    ]  # fmt: skip
    assert all(hasattr(ingest, name) for name in ingest.__all__)


def test_importing_the_floor_loads_no_reader_of_a_format() -> None:
    heavy = "PIL bs4 cv2 docx fitz lxml numpy onnxruntime pdfplumber psutil pypdfium2 rapidocr selectolax tokenizers"
    program = f"import sys, ingest; print(*sorted(set(sys.modules) & set({heavy.split()!r})))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert loaded.stdout.split() == []


def test_every_refusal_is_one_of_rolebook_s_errors() -> None:
    assert issubclass(ingest.UnreadableFile, ingest.IngestError)
    assert issubclass(ingest.NotAClassSpec, ingest.IngestError)
    assert issubclass(ingest.IngestError, ingest.RolebookError)
