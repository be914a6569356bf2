"""Coded tables out of running words: demands, and factors in two columns."""

from collections.abc import Sequence

from ingest.form import FACTOR_COLUMNS, SECTION_BY_KEY
from ingest.layout.columns import Arranged
from ingest.layout.label_chains import Found, Likelihood, exact_labels, label_chain, stand_in_stack
from ingest.layout.rows import Row
from ingest.layout.running import Stream
from ingest.layout.running_codes import RunningCodes
from ingest.layout.running_legends import rows_before

FEWEST_LABELS = 2
_CODED = 3


def running_demands(stream: Stream) -> Arranged | None:
    """The rows of label, code and description; None where no labels are found."""
    table, notes = stream.without_notes()
    section = SECTION_BY_KEY[stream.block.key]
    codes = RunningCodes.of(table, [found.end for found in exact_labels(table, section.fields)])
    chain = label_chain(table, section.fields, _before_code(codes))
    unordered = label_chain(table, section.fields, _before_code(codes), in_order=False)
    if _coded(codes, unordered) > _coded(codes, chain):
        chain = unordered
    if len(chain) < FEWEST_LABELS:
        return None
    rows: list[Row] = []
    orders = [*(found.order for found in chain[1:]), len(section.fields)]
    for (above, label, end), order in zip(_between(table, chain), orders, strict=True):
        rows += _coded_rows(codes, above, label, end, may_hide=order > label.order + 1)
    return [*rows_before(table, chain[0].start), *rows, *notes]


def running_factors(stream: Stream) -> Arranged | None:
    """The rows of two labels with their codes; None where no labels are found."""
    table, notes = stream.without_notes()
    fields = [(key, field) for key in FACTOR_COLUMNS for field in SECTION_BY_KEY[key].fields]
    forms = [field for _, field in fields]
    codes = RunningCodes.of(table, [found.end for found in exact_labels(table, forms)])
    chain = label_chain(table, forms, _before_code(codes), in_order=False)
    if len(chain) < FEWEST_LABELS:
        return None
    rows: list[Row] = []
    left: Row | None = None
    for above, label, end in _between(table, chain):
        side = FACTOR_COLUMNS.index(fields[label.order][0])
        for number, row in enumerate(_coded_rows(codes, above, label, end)):
            if len(row.cells) == 1:
                rows += [*([left] if left else []), row]
                left = None
            elif (side == 0) == (number == 0):
                rows += [left] if left else []
                left = Row(row.cells[:2])
            else:
                rows.append(Row((*(left.cells if left else ((), ())), *row.cells[:2])))
                left = None
    rows += [left] if left else []
    return [*rows_before(table, chain[0].start), *rows, *notes]


def _before_code(codes: RunningCodes) -> Likelihood:
    """How likely words are the label of a coded row: what follows is a code, another cell, or nothing."""

    def likelihood(stream: Stream, start: int, end: int) -> int | None:
        first, last = stream.words[start], stream.words[end - 1]
        if not first.is_capital and not first.begins_line:
            return None
        ends_with_code = end - start > 1 and codes.is_code(end - 1) and not last.plain.islower()
        # What looks like a code may be the first letter of a word that a space parted ("O ther").
        is_letter = len(first.plain) == 1 and end > start + 1 and stream.words[start + 1].plain[:1].islower()
        if (codes.is_code(start) and not is_letter) or ends_with_code:
            return None
        alone = first.begins_line and last.ends_line
        if end == len(stream.words):
            return 1 + 2 * alone
        if codes.is_code(stream.behind_separators(end, len(stream.words))):
            return _CODED + 2 * alone
        is_cell = stream.words[end].begins_cell and first.begins_cell
        return 1 + 2 * alone if stream.words[end].begins_words or alone or is_cell else None

    return likelihood


def _coded(codes: RunningCodes, chain: Sequence[Found]) -> int:
    """How many labels have a code behind them."""
    size = len(codes.stream.words)
    return sum(codes.is_code(codes.stream.behind_separators(found.end, size)) for found in chain)


def _between(stream: Stream, chain: Sequence[Found]) -> list[tuple[Found | None, Found, int]]:
    """Each label, the one before it, and where what stands beside it ends."""
    ends = [*(found.start for found in chain[1:]), len(stream.words)]
    return list(zip([None, *chain[:-1]], chain, ends, strict=True))


def _coded_rows(
    codes: RunningCodes, above: Found | None, label: Found, end: int, *, may_hide: bool = False
) -> list[Row]:
    """The row of a label, and after it the rows whose labels the form does not know.

    Codes that may be another row's are a row of their own, of one cell: who reads it knows that codes are astray. So is
    what looks like a row behind the description, where a row of the form ``may_hide``.
    """
    rows: list[Row] = []
    following: Found | None = label
    while following is not None:
        found, following = _coded_row(codes, above, following, end, may_hide=may_hide)
        rows += found
        above, may_hide = None, False
    return rows


def _coded_row(
    codes: RunningCodes, above: Found | None, label: Found, end: int, *, may_hide: bool
) -> tuple[list[Row], Found | None]:
    """The row of a label and what is astray behind it, and the label of a city's own row that follows it."""
    stream = codes.stream
    name = stream.cell(label.start, label.end)
    at = stream.behind_separators(label.end, end)
    astray = _end_of_stack(codes, at, end, is_stacked=stand_in_stack(stream, above, label))
    if astray > at:
        return [Row((name, (), stream.cell(astray, end))), Row((stream.cell(at, astray),))], None
    said = min(codes.end(at), end) if at < end else at
    begins = stream.behind_separators(said, end)
    own = _own_label(codes, begins, end)
    if own is not None:
        return [Row((name, stream.cell(at, said), stream.cell(begins, own[0])))], Found(*own, -1)
    if said == at and _hides_code(codes, at, end):
        # What stands where the code would is perhaps between it and its label: a cell that nobody can read.
        return [Row((name, stream.cell(at, end)))], None
    hidden = _hidden_row(codes, begins, end, may_hide=may_hide)
    if hidden is None:
        return [Row((name, stream.cell(at, said), stream.cell(begins, end)))], None
    code = max(codes.end(hidden), hidden)
    rest = [Row((stream.cell(*part),)) for part in ((hidden, code), (code, end)) if part[0] < part[1]]
    return [Row((name, stream.cell(at, said), stream.cell(begins, hidden))), *rest], None


def _hides_code(codes: RunningCodes, start: int, end: int) -> bool:
    """Whether words behind a label without a code are no description: a part of the legend, or the table has none."""
    has_marker = any(codes.stream.is_marker(at) for at in range(start, end))
    return has_marker or (start < end and not codes.has_descriptions)


def _end_of_stack(codes: RunningCodes, at: int, end: int, *, is_stacked: bool) -> int:
    """Where the codes behind a label end that stand below each other and so may be those of other rows.

    So they come out of a page that was read column by column, or paragraph by paragraph where labels stand in one.
    """
    stream = codes.stream
    after, count = at, 0
    while at <= after < end and codes.is_code(after) and stream.stands_alone(after, codes.end(after)):
        after = codes.end(after)
        count += 1
    if count > 1:
        return after
    is_apart = count == 1 and stream.words[at].follows_gap and not stream.words[at].follows_break
    return after if is_apart and is_stacked else at


def _own_label(codes: RunningCodes, start: int, end: int) -> tuple[int, int] | None:
    """The words in capitals right behind a code, and before a code: a row that a city added.

    Another cell follows its code. Where words stand before them, they may as well be more of the description.
    """
    stream = codes.stream
    code = start + 1
    while code < end and _may_be_label(stream, code - 1, code) and not codes.is_code(code):
        code += 1
    after = codes.end(code) if code < end else code
    is_label = (
        start < code < end and after > code and stream.words[start].is_capital and _may_be_label(stream, code - 1, code)
    )
    follows = after == len(stream.words) or after == end or (after < end and stream.words[after].begins_words)
    return (start, code) if is_label and follows else None


def _hidden_row(codes: RunningCodes, start: int, end: int, *, may_hide: bool) -> int | None:
    """Where within a description a code stands alone on its line, or where words in capitals stand before a code.

    The words may be a row whose label cannot be read, where the form has one that ``may_hide``.
    """
    stream = codes.stream
    for code in range(start + 1, end):
        if not codes.is_code(code):
            continue
        if stream.stands_alone(code, codes.end(code)):
            return code
        is_label = may_hide and code > start + 1 and stream.words[code - 1].is_capital
        if is_label and _own_label(codes, code - 1, end) is not None:
            first = code - 1
            while first > start + 1 and _may_be_label(stream, first - 1, code):
                first -= 1
            return first
    return None


def _may_be_label(stream: Stream, at: int, code: int) -> bool:
    """Whether a word may be one of a label that ends before a code: a capital first, and no end of a cell behind it."""
    word = stream.words[at]
    ends_line = word.ends_line and at + 1 < len(stream.words) and stream.words[at + 1].begins_line and at + 1 < code
    ends_cell = word.plain.endswith((",", ";", ".", ":")) or ends_line
    return (word.is_capital or word.plain in ("and", "or", "of", "&", "/")) and not ends_cell
