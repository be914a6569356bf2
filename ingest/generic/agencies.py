"""Other agencies' class specifications and job bulletins as data: their labels, titles, tables and notices.

Sources: the public specifications and bulletins of cities, counties and states. A label that
another agency prints is an entry here and never a branch in the code.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The labels of header facts, each field's best first; white space between the words is free.
LABELS: dict[str, tuple[str, ...]] = {
    "title": (
        "class title", "classification title", "official class title", "job class title", "job title",
        "position title", "title of class", "title", "class name", "job name", "position name", "name of class",
        "position", "classification", "job classification", "class",
    ),
    "code": (
        "class code", "classification code", "class code number", "class code no", "class number", "class no",
        "classification number", "classification no", "job class code", "job class number", "job class no", "job code",
        "job code number", "title code", "class specification code", "class spec code", "class spec number",
        "class spec no", "class specification number", "class specification no", "spec code", "spec number", "spec no",
        "specification number", "position code", "occupational code", "class id", "code number", "code no", "code",
    ),
    "adopted": (
        "date adopted", "adopted date", "adopted", "date established", "established date", "class established",
        "series established", "established", "date created", "creation date", "created", "original date",
        "date approved", "approved", "issued", "date issued", "csc adopted",
    ),
    "revised": (
        "date last revised", "last revised", "date revised", "revised date", "revision date", "last revision date",
        "date of last revision", "date of revision", "last revision", "latest revision", "revised", "revision", "rev",
        "last amended", "date amended", "amended", "last updated", "date updated", "updated", "csc revised",
    ),
    "open_date": (
        "open date", "opening date", "date opened", "date open", "opened", "opens", "date of opening", "posting date",
        "date posted", "posted date", "post date", "posted on", "posted", "date of posting", "posted at",
        "announcement date", "date announced", "recruitment open date", "filing opens", "issue date",
    ),
    "salary": (
        "annual salary", "annual salary range", "salary range", "salary", "monthly salary", "hourly rate",
        "hourly wage", "pay range", "salary rate", "approximate salary", "starting salary", "hiring range",
        "wage range", "wage", "compensation", "pay rate", "pay", "rate of pay", "hiring salary range",
        "salary grade range",
    ),
    "agency": ("employer", "agency name", "agency", "jurisdiction", "organization", "name of agency"),
    "department": ("department name", "department", "dept", "departments"),
}  # fmt: skip

# Labels of postings that are read by nobody: their lines are still no title and no heading.
OTHER_LABELS = (
    "location", "job type", "job number", "position number", "division", "bureau", "section", "closing date", "flsa",
    "flsa status", "bargaining unit", "employment type", "remote employment", "salary grade", "pay grade",
    "recruitment", "requisition", "vacancy", "announcement number", "filing deadline", "work location",
    "schematic code", "schem code", "title changed", "cea established", "eeo category", "eeo code", "status", "union",
    "reports to", "hr analyst", "analyst", "phone", "fax", "email", "e-mail", "address", "website", "job family",
    "occupational group", "grade", "work week group", "number of openings", "posting type", "job status",
    "exempt status", "opening", "page",
)  # fmt: skip

# What a label "Classification" or "Position" may be followed by that is no title.
NO_TITLES = frozenset(
    (
        "exempt", "non-exempt", "nonexempt", "classified", "unclassified", "full-time", "full time", "part-time",
        "part time", "regular", "temporary", "permanent", "contract", "hourly", "salaried", "management",
        "confidential", "at-will", "seasonal", "intern", "other", "n/a", "none", "various", "civil service",
        "competitive",
    )
)  # fmt: skip

# Lines of the form and the site that stand where a title may: never one.
FORM_NAME_WORDS = _words(
    "job class classification position specification specifications spec description descriptions bulletin "
    "announcement opportunity opportunities posting vacancy notice recruitment career careers employment human "
    "resources personnel official examination open competitive promotional internal external current now hiring "
    "title"
)
NO_TITLE_WORDS = _words(
    "only skip menu login browser javascript cookie cookies click welcome join returning remote hybrid your we our "
    "you us http https www here loading basis is are will must shall exam employer latest"
)
ORGANISATION = (
    r"(?:the )?(?:department|office|division|bureau|board|commission|district|authority|university|college|school|"
    r"ministry|secretary) of (?:the )?[\w .,&'-]+|[\w .&'-]+ (?:department|office|board|commission|district|authority|"
    r"university|college|company|inc\.?|llc)"
)

# A paragraph that holds one of these says nothing of the class: notices that every posting of an agency repeats. Before
# each pattern stands what it cannot do without, by which most paragraphs are ruled out.
NOTICES = (
    ("opportunity", r"equal[- ](?:employment[- ])?opportunity[- ](?:/?\s*affirmative action )?(?:employer|agency)"),
    ("eeo", r"\beeo ?(?:/ ?aa)? employer\b"),
    ("equal emp", r"equal emp\w+ op+ort?\w* empl?\w+"),
    ("discriminat", r"(?:does|shall|do|will) not (?:unlawfully )?discriminate"),
    ("without regard", r"without regard to (?:\w+[ ,]+){0,4}(?:race|color|sex|age)\b"),
    (
        "accommodation",
        r"accommodations?\b[^.]{0,120}\b(?:application|examination|interview|selection|hiring|recruitment|testing)"
        r" process",
    ),
    ("accommodation", r"request (?:a |an |for )?(?:disability |reasonable )?accommodations?\b"),
    ("cookie", r"\b(?:we|site|website|page) uses? cookies|accept (?:all )?cookies"),
    ("cookie", r"\bcookie (?:policy|settings|preferences)"),
    ("javascript", r"javascript (?:is|must|to|has|enabled)|enable javascript"),
    ("browser", r"browser (?:version )?(?:is|does) not support"),
    ("all rights reserved", r"all rights reserved"),
    ("copyright", r"copyright (?:©|\(c\)|\d{4})"),
    ("©", r"©\s*\d{4}"),
    ("privacy policy", r"privacy policy"),
    ("terms of", r"terms of (?:use|service)"),
    ("skip to", r"skip to (?:main )?content"),
    ("back to", r"^back to (?:top|search|results|jobs)"),
    ("share this", r"share this (?:job|page|posting)"),
    ("print this", r"^print this (?:job|page)"),
    ("us on", r"^(?:follow|like|find) us on"),
    ("sign ", r"^sign (?:in|up) (?:to|for) "),
    ("forgot", r"^forgot (?:your )?password"),
    ("jobs", r"^(?:view all|similar|search) jobs"),
)

# Lines that are nothing but a button or a link of a site.
SITE_WORDS = frozenset(
    (
        "apply", "apply now", "apply online", "back", "careers", "close", "contact us", "email", "facebook", "home",
        "instagram", "job alerts", "jobs", "linkedin", "log in", "login", "menu", "next", "previous", "print",
        "register", "save", "search", "search jobs", "share", "sign in", "sign up", "submit", "subscribe", "tweet",
        "twitter", "x", "youtube", "accept", "decline", "ok", "help", "skip to main content", "skip to content",
        "loading",
    )
)  # fmt: skip

# The column heads of the table of a series' classes, and of the table of their dates.
TITLE_COLUMNS = frozenset(("class", "class title", "title", "classification", "job title", "position title", "classes",
                           "class titles", "classification title", "level"))  # fmt: skip
DATE_COLUMNS = {
    "date established": "adopted", "established": "adopted", "date adopted": "adopted", "adopted": "adopted",
    "date created": "adopted", "created": "adopted",
    "date revised": "revised", "revised": "revised", "last revised": "revised", "date last revised": "revised",
    "amended": "revised", "last amended": "revised",
}  # fmt: skip
