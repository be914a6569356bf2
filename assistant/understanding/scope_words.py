"""How people ask of all classes at once, of whichever class something holds, and of one job that they do not name."""

# "do i have to work nights", "does it involve snow removal": asked of a class, whichever it is.
JOB_QUESTION = (
    r"\b(?:do|does|will|would|must) (?:i|they|it|we|u|you|he|she|(?:the|this) (?:job|work|position|role)) "
    r"(?:ever |also |really )?(?:have to|need|get to|involve|require|work|deal|handle|use|wear)\b"
)
# "Which jobs need a licence?", "any class without a degree", "list the positions that": asked of all classes at once.
_KIND_OF_JOB = r"(?:class|classification|job|position|spec|specification|role|occupation|career|gig)"
_KINDS_OF_JOB = (
    r"(?:classes|classifications|jobs|positions|specs|specifications|roles|occupations|careers|gigs|job titles|"
    r"class titles|ones)"
)
LIST_QUESTIONS = (
    rf"\b{_KINDS_OF_JOB}\b(?! of licen[cs])",
    rf"\b(?:which|what|whats|any|every|each|the only)\b(?: \w+){{0,3}}? {_KIND_OF_JOB}\b"
    r"(?= (?:that|which|where|with|without|whose|has|have|needs?|requires?|is|are|in|for|can|does|do|rated|revised|"
    r"adopted|deals?|asks?|involves?|[a-z]+s)\b)(?! (?:code|title|spec|number|description))",
    rf"\b(?:any|every|each) {_KIND_OF_JOB}\b(?=\W*$)",
    rf"(?:^|\b(?:the|which|what|whats|s) )(?:\w+ ){{0,3}}?(?:\w+est|most|least|worst)\b(?: \w+){{0,5}}? "
    rf"{_KIND_OF_JOB}\b",
    rf"\bwhich {_KIND_OF_JOB}\b(?! (?:code|title|spec|number|description))",
    rf"\b(?:an?|some) {_KIND_OF_JOB} (?:that|which|where|with|without|whose|i can|you can)\b",
    rf"^\W*(?:{_KIND_OF_JOB}|work) (?:that|which|where|with|without|whose|i can|you can|u can)\b",
)
# "Who has to climb?": so too, where no class is spoken of.
WHO_QUESTIONS = (
    r"\b(?:who|whom|whose|whos|anyone|anybody|anybody's|nobody|everyone|everybody|which ones|where do people)\b"
    r"(?! (?:does|do|would|will|did)\b.*\b(?:to|for|under)\b)",
    r"\bnames please\b|^(?:which|who)\b|\b(?:is|are) there (?:anything|any|something|someone)\b",
    r"\b(?:show|list|give|name|find)\b(?: \w+){0,3}? (?:all|everything|everyone|everybody)\b",
)
# "No diploma, what can I do?", "what could she apply for": asks for classes by what somebody has or has not.
_WHAT_TO_TAKE_UP = r"(?:do|get|be|find|become|land|apply for|go for|qualify for|try for)(?: here| there)?\b(?=\W*$)"
# "Do I have to lift a lot?", "what does the job need?": asked of one job, whichever it is.
OF_ONE_JOB = (
    r"(?<!where )\b(?:do|will|would|must|can|could|should|am) (?:i|you|u)\b(?! (?:have|hold|got|keep)\b(?! to\b))"
    rf"(?! {_WHAT_TO_TAKE_UP})|"
    r"\b(?:this|that|the|my|your) (?:job|position|role|class|spec)\b|"
    r"(?<!where )\b(?:does|did|will|would|can|could|must|should|is|has) (?:it|this)\b|"
    r"\b(?:for|about|with|of|to) it\b|^\W*(?:it|this)\b"
)
# "For the blood drive I need": why something is asked names no condition.
PURPOSE = (
    r"^\W*for (?:the|our|my|a|an|this|that|some) (?:\w+ ){1,5}?"
    r"(?=(?:i|we) (?:need|want|would like|must find|have to find|am looking|are looking)\b)"
)
# "I don't mind noise, but ...", "some walking is fine": what somebody can do with is no condition.
CONCESSION = (
    r"\b(?:(?:i|we|he|she|they|caller) )?(?:do(?:es)?n'?t|do(?:es)? not|wouldn'?t|would not) "
    r"(?:mind|care about|object to)\b"
    r"[^,;.?!]*?(?=\b(?:but|as long as)\b|[,;.?!]|$)|"
    r"(?:(?<=[,;.?!])|(?<=\bbut\b)|(?<=\band\b)|^)[^,;.?!]*?"
    r"\b(?:is|are) (?:ok|okay|fine|alright|all right|no problem|not a problem)\b(?= *(?:[,;.?!]|$|but\b))"
)
# "Which type of job": says nothing that "which job" does not.
KINDS_OF = r"\b(?:kinds?|types?|sorts?) of\b|(?<=\bwhat )types?\b|(?<=\bwhich )types?\b"
# "Apart from the Firefighter": right before a class that is not asked about.
EXCEPT_FOR = (
    r"\b(?:apart from|aside from|other than|besides|except(?:ing)?(?: for)?|excluding|not counting|leaving out|but not)"
    r" (?:the |an? |our )?$"
)
# "Jobs with steady hours? Like overtime only rarely": what follows says what is meant by what is asked.
SAYING_WHAT_IS_MEANT = r"[?.!;:]\W+(?:like|such as|meaning|i mean|as in|that is|preferably|ideally)\b"
# "Is climbing frequent?", "what licence is required?": so too, unless it asks for any class of which that holds.
OF_ITS_VALUE = (
    r"^\W*(?:is|are|do|does|will|would|can|could|must|should|has|have|am|what|whats|how|hows|when|why)\b|\bdoes that\b"
)
# "Is anything light?", "needed anywhere?", "where is a cap worn?", "a card: what for?": of whichever class that holds.
OF_ANY_CLASS = (
    r"\b(?:anywhere|anything|somewhere|something|smth|whatever|whoever)\b",
    rf"\b(?:is|are) there (?:an? |any |some |such )?(?:\w+ )?(?:{_KIND_OF_JOB}|{_KINDS_OF_JOB}|work|openings?|thing)\b",
    r"\bexists?\b|\bsuch a (?:thing|job)\b",
    r"\b(?:do|does) (?:we|you|u|they) (?:have|hold|keep|got)\b(?! to\b)|\b(?:got|have you got) (?:any|some)\b",
    r"\b(?:for|under|in|on|by) (?:what|which)\W*$|\b(?:what|good) for\b|\bwhat(?:s| is| are)? there\b",
    r"\bwhere(?:s| is| are)\b(?! (?:the|your|our) \w+$)|\b(?:needed|required) where\b",
    r"\bwhere (?:would|can|could) (?:i|you|u|we|he|she|one|somebody|someone|they)\b",
    r"^\W*how many (?:are|were|have|has|need|needs|require|requires|of)\b(?! (?:you|it|they|he|she|there|to)\b)",
    r"\b(?:what|which|any)(?: (?:kind|sort|type)s? of)? work\b"
    r"(?! (?:do|does|is|are|will|would|location|site|schedule|hours|aids?)\b)",
    r"^\W*what(?:s| is) (?:mostly |only |both )?"
    r"(?:outside|outdoors?|indoors?|inside|sedentary|light|medium|heavy|very heavy|quiet|never|rarely)\b",
    r"\bwhere (?:does|do|must|has|have)\b(?! (?:i|you|u|he|she|it|they|this)\b)",
    rf"\bwhat (?:else )?(?:can|could|may) "
    rf"(?:i|we|he|she|they|u|you|someone|somebody|(?:an? |my )(?:[\w'-]+ ){{0,4}}[\w'-]+) {_WHAT_TO_TAKE_UP}",
    r"\bwhat (?:have|do|did) (?:we|you|u) (?:have|got)\b|\bwhat (?:has|needs|requires|involves|asks for|calls for)\b",
    rf"^\W*(?:an? |some )?(?:{_KIND_OF_JOB}|{_KINDS_OF_JOB}|work|openings?) (?:for|in|at|under)\b",
    r"^\W*what(?:s| is| are| do we have| have we)(?: there| held| all)? (?:in|under|from|at)\b",
)
# "Where does a function carry the code VH?" asks who has the code, and not what it means.
HAVING_A_CODE = (
    r"\b(?:carr(?:y|ies|ying)|ha(?:s|ve|ving)|with|bears?|shows?|coded|marked|rated|gets?|given)"
    r" (?:an? |the |that |a single |any )?(?:code|letter|rating)\b"
)
# "What licences do the harbor jobs ask for?" asks it of each of them.
WHAT_OF_EACH = (
    r"^\W*(?:and |so )?(?:what|which|wat) "
    rf"(?:(?!{_KINDS_OF_JOB}\b)\w+ ){{1,4}}?(?:do|does|must|should|are|is) (?:\w+ ){{0,4}}?"
    rf"{_KINDS_OF_JOB}\b"
)
