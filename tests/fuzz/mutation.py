"""Documents spoilt at random, the same ones from the same number."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from tests.fuzz.seeds import Seed, seeds

# How often each format is spoilt: reading a picture's letters takes long.
_SHARES = {"txt": 30, "html": 25, "docx": 25, "pdf": 18, "png": 1, "jpeg": 1, "tiff": 1}
_INSIDE = 0.7
_MOST_CHANGES = 4
_MOST_COPIES = 50
_NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"2147483648", b"99999999999999999999", b"0.0000001", b"1e400", b"x")
_NUMBER = re.compile(rb"\d+")
_Change = Callable[[bytearray, Random, Seed], None]


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A spoilt document and the format that it was of."""

    format: str
    content: bytes


def spoilt(number: int, formats: Sequence[str] = tuple(_SHARES)) -> Spoilt:
    """The document of that number: one to four changes to a seed's file, or to a part of it."""
    random = Random(number)
    (kind,) = random.choices(formats, [_SHARES[name] for name in formats])
    seed = random.choice([each for each in seeds() if each.format == kind])
    if random.random() < _INSIDE:
        name = random.choice(sorted(seed.parts))
        return Spoilt(kind, seed.with_part(name, _changed(seed.parts[name], random, seed)))
    return Spoilt(kind, _changed(seed.content, random, seed))


def _changed(content: bytes, random: Random, seed: Seed) -> bytes:
    changing = bytearray(content)
    for _ in range(random.randint(1, _MOST_CHANGES)):
        random.choice(_CHANGES)(changing, random, seed)
    return bytes(changing)


def _stretch(content: bytearray, random: Random) -> slice:
    start = random.randint(0, len(content))
    return slice(start, start + int(random.expovariate(1 / 40)))


def _flip(content: bytearray, random: Random, seed: Seed) -> None:
    for _ in range(random.randint(1, 8)):
        if content:
            content[random.randrange(len(content))] ^= 1 << random.randrange(8)


def _cut(content: bytearray, random: Random, seed: Seed) -> None:
    del content[_stretch(content, random)]


def _cut_off(content: bytearray, random: Random, seed: Seed) -> None:
    del content[random.randint(0, len(content)) :]


def _repeat(content: bytearray, random: Random, seed: Seed) -> None:
    stretch = _stretch(content, random)
    content[stretch.start : stretch.start] = content[stretch] * random.randint(1, _MOST_COPIES)


def _insert_bytes(content: bytearray, random: Random, seed: Seed) -> None:
    at = random.randint(0, len(content))
    content[at:at] = random.randbytes(random.randint(1, 12))


def _insert_word(content: bytearray, random: Random, seed: Seed) -> None:
    at = random.randint(0, len(content))
    content[at:at] = random.choice(seed.words or (b"\0",)) * random.choice((1, 1, 1, 2, 30))


def _splice(content: bytearray, random: Random, seed: Seed) -> None:
    """Go on with another document of the same format, or with another part of the same one."""
    other = random.choice([each for each in seeds() if each.format == seed.format])
    part = other.parts[random.choice(sorted(other.parts))]
    content[_stretch(content, random)] = part[_stretch(bytearray(part), random)]
    if random.random() < 0.5:
        content[random.randint(0, len(content)) :] = part[random.randint(0, len(part)) :]


def _other_number(content: bytearray, random: Random, seed: Seed) -> None:
    places = [match.span() for match in _NUMBER.finditer(content)]
    if places:
        start, end = random.choice(places)
        content[start:end] = random.choice(_NUMBERS)


_CHANGES: tuple[_Change, ...] = (
    _flip, _cut, _cut_off, _repeat, _insert_bytes, _insert_word, _insert_word, _splice, _other_number,
)  # fmt: skip
