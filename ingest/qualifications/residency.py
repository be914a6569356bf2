"""Where somebody has to live who is to hold the job."""

from ingest.qualifications.legible import wording, wording_in_lines

_RESIDENCE = wording_in_lines(
    r"""
      \b residen(?:cy|ce) \s (?:(?:within|in) \s (?:[\w'.-]+\s+){1,6}?)? (?:is \s)? required
    | \b residency \s requirements? \b (?! \s (?:waived|does \s not))
    | \b (?:must|shall|required \s to) \s (?:be \s (?:or \s become \s)? | become \s | (?:establish|maintain
          |obtain) \s)
          (?:(?:an? | the | current | legal | bona \s fide | permanent | full-time | city | county | state
          | [A-Z]\w+) \s){0,5} (?:residents? \s (?:of|in) \b | residen(?:cy|ce) \b)
    | \b (?:must|shall|(?:are|is|be) \s required \s to) \s (?:\w+\s){0,2}? (?:reside | live \s (?:within|in|near)) \b
    | \b open \s (?:only \s)? to \s (?:[\w]+\s){0,3} residents \b
    """
)
_NO_DEMAND = wording(
    r"\bno residency|\bnot (?:be )?required|\bpermanent resident|\bresident alien|\bwithout residen"
    r"|\bnonresident|\bresidency training"
    r"|\bmedical residency|\bcompleted? (?:a |an )?(?:\w+ )?residency|\bpatients?\b|\bwaived\b"
)


def residence(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of the words by which a clause says where one has to live; null where it does not."""
    found = _RESIDENCE.search(text, start, end)
    if found is None or _NO_DEMAND.search(text[start:end]):
        return None
    return found.start(), found.end()
