"""Which words of a running table are its labels: the chain of them that the form's order and what follows bear out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from ingest.form import FieldForm
from ingest.layout.running import Stream
from ingest.norfolk.labels import Labels

_MOST_WORDS = 10
# A bracket behind a label ("Other (see 1 below)") is not counted among its letters.
_BRACKET_LETTERS = 12
# Between two labels that stand further apart than this no misread one is looked for: no cell is as long.
_MOST_BETWEEN = 600
_CERTAIN = 10_000
# By so many words on either side a label may be longer than the part of it that is another label of its row.
_MOST_MORE = 4


@dataclass(frozen=True, slots=True)
class Found:
    """Words that may be a label: from ``start`` to before ``end``, which row of the form, how likely."""

    start: int
    end: int
    order: int
    likelihood: int = 0


# How likely words are a label, from where they begin to before where they end; None where they are none.
Likelihood = Callable[[Stream, int, int], int | None]


def exact_labels(stream: Stream, fields: Sequence[FieldForm]) -> list[Found]:
    """All words that are a label but for what scanning folds, in their order."""
    labels = Labels(fields)
    order = {field.key: at for at, field in enumerate(fields)}
    keys = (
        (start, end, labels.exact_key(stream.said(start, end)))
        for start, end in _windows(stream, labels, 0, len(stream.words))
    )
    return [Found(start, end, order[key]) for start, end, key in keys if key is not None]


def label_chain(
    stream: Stream, fields: Sequence[FieldForm], likelihood: Likelihood, *, in_order: bool = True
) -> list[Found]:
    """The likeliest chain of labels; each row of the form at most once, ``in_order`` in the form's order.

    A misread label is one only between the two that stand before and after it, where the form has one there.
    """
    exact = _likely(stream, exact_labels(stream, fields), likelihood)
    exact = [found for found in exact if not _ends_another(stream, fields, found, likelihood)]
    chain = _whole(stream, fields, _best_chain(exact) if in_order else _best_set(exact), likelihood)
    near = [found for gap in _gaps(stream, chain, len(fields), in_order=in_order)
            for found in _near_labels(stream, fields, gap, likelihood)]  # fmt: skip
    if not near:
        return chain
    both = [*(replace(found, likelihood=_CERTAIN) for found in chain), *near]
    return _best_chain(both) if in_order else _best_set(both)


def _likely(stream: Stream, labels: Sequence[Found], likelihood: Likelihood) -> list[Found]:
    """The labels that may be labels where they stand, none that is a part of a longer one of the same row."""
    found: list[Found] = []
    for label in labels:
        likely = likelihood(stream, label.start, label.end)
        if likely is not None:
            found.append(replace(label, likelihood=2 * likely + 2 + label.end - label.start))
    longest = {at: label for label in sorted(found, key=_length) for at in range(label.start, label.end)}
    return [label for label in found if longest[label.start].order != label.order or longest[label.start] == label]


def _length(label: Found) -> int:
    return label.end - label.start


def _ends_another(stream: Stream, fields: Sequence[FieldForm], found: Found, likelihood: Likelihood) -> bool:
    """Whether a label is only the end of another row's with a letter misread before it ("Vcry Heavy")."""
    labels = Labels(fields)
    if not labels.ends_label(stream.said(found.start, found.end)):
        return False
    longer = (
        _longer(stream, labels, found, start, found.end)
        for start in range(max(0, found.start - _MOST_MORE), found.start)
        if likelihood(stream, start, found.end) is not None
    )
    return any(one is not None and one[0] != fields[found.order].key and one[1] > 0 for one in longer)


def _whole(stream: Stream, fields: Sequence[FieldForm], chain: Sequence[Found], likelihood: Likelihood) -> list[Found]:
    """The labels, those whole that are the middle of a longer one with a letter misread beside them."""
    labels = Labels(fields)
    whole: list[Found] = []
    limits = [found.start for found in chain[1:]]
    for found, limit in zip(chain, (*limits, len(stream.words)), strict=False):
        best = (0, found.start, found.end)
        if labels.is_part_of_label(stream.said(found.start, found.end)):
            begins = max(whole[-1].end if whole else 0, found.start - _MOST_MORE)
            ends = min(limit, found.end + _MOST_MORE)
            near = (one for start in range(begins, found.start + 1) for end in range(found.end, ends + 1)
                    if (one := _longer(stream, labels, found, start, end)) is not None
                    and fields[found.order].key == one[0] and likelihood(stream, start, end) is not None)  # fmt: skip
            best = min((one[1:] for one in near), default=best)
        whole.append(replace(found, start=best[1], end=best[2]))
    return whole


def _longer(stream: Stream, labels: Labels, found: Found, start: int, end: int) -> tuple[str, int, int, int] | None:
    """The row, the misread letters, the start and the end of a label that others of its words were found in."""
    more = sum(len(word.bare) for word in (*stream.words[start : found.start], *stream.words[found.end : end]))
    near = labels.near_key(stream.said(start, end)) if more else None
    return (*near, start, end) if near is not None and 2 * near[1] < more else None


@dataclass(frozen=True, slots=True)
class _Gap:
    """The words between two labels, and the rows of the form that may stand there."""

    start: int
    end: int
    orders: frozenset[int]


def _gaps(stream: Stream, chain: Sequence[Found], count: int, *, in_order: bool) -> Iterator[_Gap]:
    starts = [0, *(found.end for found in chain)]
    ends = [*(found.start for found in chain), len(stream.words)]
    before = [-1, *(found.order for found in chain)]
    after = [*(found.order for found in chain), count]
    unseen = frozenset(range(count)) - {found.order for found in chain}
    for start, end, low, high in zip(starts, ends, before, after, strict=True):
        orders = frozenset(range(low + 1, high)) & unseen if in_order else unseen
        if orders and 0 < end - start <= _MOST_BETWEEN:
            yield _Gap(start, end, orders)


def _near_labels(stream: Stream, fields: Sequence[FieldForm], gap: _Gap, likelihood: Likelihood) -> Iterator[Found]:
    """The words in a gap that are nearest to a label that may stand there."""
    labels = Labels(fields)
    order = {field.key: at for at, field in enumerate(fields)}
    for start, end in _windows(stream, labels, gap.start, gap.end):
        likely = likelihood(stream, start, end)
        near = labels.near_key(stream.said(start, end)) if likely is not None else None
        if near is not None and likely is not None and order[near[0]] in gap.orders:
            yield Found(start, end, order[near[0]], max(1, 2 * likely + 2 + end - start - 4 * near[1]))


def _windows(stream: Stream, labels: Labels, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The runs of words that a label may be: none begins or ends with a mark, or with a small letter."""
    most = labels.most_letters + _BRACKET_LETTERS
    for start in range(first, last):
        word = stream.words[start]
        if not word.bare or word.plain[0].islower():
            continue
        letters = 0
        for end in range(start + 1, min(last, start + _MOST_WORDS) + 1):
            bare = stream.words[end - 1].bare
            letters += len(bare)
            if letters > most:
                break
            if bare:
                yield start, end


def stand_in_stack(stream: Stream, above: Found | None, label: Found) -> bool:
    """Whether two labels stand right below each other with their lines to themselves.

    What follows behind an empty line may then be of either of them.
    """
    if above is None or above.end != label.start or stream.words[label.start].follows_gap:
        return False
    return stream.stands_alone(above.start, above.end) and stream.stands_alone(label.start, label.end)


def _best_chain(candidates: Sequence[Found]) -> list[Found]:
    """The chain of candidates, one behind the other and in the form's order, that is likeliest as a whole."""
    ordered = sorted(candidates, key=lambda one: (one.start, one.end))
    chains: list[tuple[int, int]] = []
    # The best chain that ends with each row of the form, of those that end before the next candidate begins.
    best: dict[int, tuple[int, int]] = {}
    ended: list[tuple[int, int]] = []
    for at, found in enumerate(ordered):
        while ended and ended[0][0] <= found.start:
            _, last = heappop(ended)
            order = ordered[last].order
            if order not in best or chains[last][0] > best[order][0]:
                best[order] = (chains[last][0], last)
        before = [chain for order, chain in best.items() if order < found.order]
        score, last = max(before, key=lambda chain: (chain[0], -chain[1]), default=(0, -1))
        chains.append((score + found.likelihood, last))
        heappush(ended, (found.end, at))
    return _followed(ordered, chains)


def _followed(ordered: Sequence[Found], chains: Sequence[tuple[int, int]]) -> list[Found]:
    """The candidates of the best chain, from its last one back to its first."""
    at = max(range(len(chains)), key=lambda one: chains[one][0], default=-1)
    kept: list[Found] = []
    while at >= 0:
        kept.append(ordered[at])
        at = chains[at][1]
    return kept[::-1]


def _best_set(candidates: Sequence[Found]) -> list[Found]:
    """The likeliest candidates, each row of the form once, that share no words, in their order."""
    kept: dict[int, Found] = {}
    for found in sorted(candidates, key=lambda one: (-one.likelihood, one.start - one.end, one.start)):
        overlaps = any(one.start < found.end and found.start < one.end for one in kept.values())
        if found.order not in kept and not overlaps:
            kept[found.order] = found
    return sorted(kept.values(), key=lambda one: one.start)
