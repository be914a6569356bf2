"""What the heavy libraries read from the environment when they are loaded."""

import os


def stay_offline(*, model_is_here: bool) -> None:
    """Tell the libraries, before they load, to send nothing unasked; a model that is here is looked for only here."""
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    if model_is_here:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
