"""How much of something a document may ask for."""

from ingest.errors import UnreadableFile


class Allowance:
    """So much of something and no more; it is taken before it is used, so that asking for too much costs nothing."""

    def __init__(self, most: int, refusal: str) -> None:
        """Allow that much, and refuse a file that asks for more with that sentence."""
        self._left = most
        self._refusal = refusal

    def take(self, amount: int) -> None:
        """Take so much of it.

        Raises:
            UnreadableFile: there is not so much left.
        """
        self._left -= amount
        if self._left < 0:
            raise UnreadableFile(self._refusal)
