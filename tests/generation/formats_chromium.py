"""The form as the PDF that a browser prints from a web page; for machines that have one, since it is slow."""

import subprocess
import tempfile
from pathlib import Path

BROWSER = Path("/usr/bin/chromium")


def printed_by_browser(page: bytes) -> bytes:
    """The HTML page as a PDF file.

    Raises:
        FileNotFoundError: there is no browser.
        subprocess.CalledProcessError: the browser failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_bytes(page)
        command = [
            str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--disable-background-networking", "--no-pdf-header-footer", f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={target}", source.as_uri(),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return target.read_bytes()
