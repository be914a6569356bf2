"""How people set classes beside each other, and the revisions of one class."""

# Two classes side by side.
COMPARISON = (
    r"\b(?:compar\w*|differ\w*(?! (?:topic|subject|question|matter)\b)|versus|vs|than|"
    r"higher|lower|more|less|fewer|heavier|lighter|same|"
    r"similar\w*|alike|side by side|"
    r"between|harder|easier|stronger|newer|older|longer|shorter|most|least|better|tougher|which|stack "
    r"up|against|contrast)\b"
)
SIDE_BY_SIDE = r"\b(?:compar\w*|differ\w*|versus|vs|side by side|next to|contrast|stack up)\b"
# One class is set beside another, that may have been spoken of before.
BESIDE_ANOTHER = (
    r"\b(?:compar\w*|differ\w*(?! (?:topic|subject|question|matter)\b)|versus|vs|side by side|next to|contrast|"
    r"stack up|than)\b"
)
# Something is set beside a class that is named, so that another may be named too.
BESIDE = (
    r"\b(?:compar\w*|differ\w*|versus|vs|side by side|next to|contrast|stack up|than|against|between|or|more|less)\b"
)
# "Go up ladders" says nothing of an amount.
_BY_SO_MUCH = r"(?= (?:by|since|from|after|between|with|in)\b|\W*$)"
MORE = (
    r"\b(?:more|higher|heavier|greater|longer|stronger|harder|newer|most|highest|heaviest|greatest|"
    rf"longest|tougher|above|better|gone up|went up|go up{_BY_SO_MUCH}|increased?|risen|rose)\b"
)
LESS = (
    r"\b(?:less|lower|lighter|fewer|shorter|older|easier|least|lowest|lightest|fewest|shortest|below|gone down|went "
    rf"down|go down{_BY_SO_MUCH}|decreased?|dropped|fallen)\b"
)
# Revisions of one class: said of a class of which several are held, or plainly of revisions.
_EARLIER = r"(?:old|older|oldest|earlier|previous|prior|former|original)"
REVISIONS = (
    rf"\b(?:{_EARLIER} (?:\w+ ){{0,2}}?(?:version|revision|spec|specification|edition|form|one)|"
    rf"what(?:'s| has| was| is)? chang\w*|"
    r"chang\w+ (?:in|between|from|since)|differences? between (?:the )?(?:\w+ )?(?:versions|revisions|editions)|"
    r"before (?:the |its |that |this )?(?:\w+ ){0,3}?(?:revision|revised|version|updated?|changed?)|"
    r"(?:19|20)\d\d (?:version|revision|edition))\b"
)
OF_SEVERAL_REVISIONS = (
    rf"\b(?:{_EARLIER}|chang\w*|used to|versions?|revisions?|editions?|alter\w*|before|previously|any ?more|no longer|"
    r"(?:19|20)\d\d|now|still|back then|new(?:er|est)?|gone up|went up|increased?|decreased?)\b"
)
OF_AN_EARLIER_REVISION = (
    rf"\b(?:{_EARLIER}|previously|back then|(?:in|on|of) (?:the )?(?:\w+ )?(?:19|20)\d\d|(?:19|20)\d\d \w+)\b"
)
OF_BOTH_REVISIONS = (
    r"\b(?:chang\w*|differ\w*|compar\w*|versus|vs|than|more|less|higher|lower|new|newer|newest|latest|"
    r"both|versions|revisions|"
    r"still|same|alter\w*|any ?more|no longer|now|gone up|went up|increased?|decreased?)\b"
)
# "Did they use to sit less than now?" asks of the older revision.
THAN_NOW = (
    r"\bthan (?:(?:it|they|he|she) (?:is|are|does|do) )?(?:now|today|currently|nowadays|at present)\b|"
    r"^(?!.*\bthan\b).*\bused? to\b"
)
# "Before that revision", "since which version": the revision is no date that is asked for.
AROUND_A_REVISION = (
    r"\b(?:before|prior to|since|in|by|as of) (?:which|what|the|its|that)\b[^?]*\b(?:revision|version|edition)\b"
)
# Words that say that revisions are compared, and nothing of what.
OF_COMPARING = (
    r"\b(?:chang\w*|differ\w*|alter\w*|compar\w*|vs|versus|versions?|revis\w+|editions?|now|today|before|since|still|new\w*|"
    r"latest|current\w*|old\w*|earlier|previous\w*|former\w*|everything|anything|detail\w*|side|put|between|used)\b"
)
# Of each of several classes.
OF_EACH = r"\b(?:both|each|all|and|or|either|any|neither|they|two|three)\b"
OF_ALL_NAMED = r"\b(?:both|each|all) "
OF_ANY = r"\b(?:either|any|one) of\b|\beither\b"
# What of a question only says which revision is meant.
_YEAR = r"(?:19|20)\d\d"
WHICH_REVISION = (
    rf"\b(?:(?:back |only )?(?:in|before|by|until|under|per|on) (?:the )?)?{_YEAR}"
    r"(?: (?:spec\w*|version|revision|form))?\b|"
    rf"\b(?:(?:in|under|by|on) )?(?:the )?{_EARLIER} (?:spec\w*|version|revision|form|one)\b|"
    r"\b(?:back then|previously|before)\b"
)
# Whether two specs say the same of something.
SAMENESS = r"\b(?:still (?:what|as|how|the)|unchanged|same|share[sd]?|identical|alike|equal\w*|as \w+ as|in common)\b"
DIFFERENCE = r"\b(?:chang\w*|differ\w*|alter\w*|unlike|not the same)\b"
