"""How people ask what a code or a word of a legend means."""

# "What does F mean?", "what is the code VH?"
DEFINITION_QUESTIONS = (
    r"\bwhat (?:does|do|is|s)\b[^?.]*?\b(?:code|letter|abbreviation|mark) [“\"'(]*(?P<code>[A-Za-z]{1,2})\b",
    r"\bwhat (?:does|do|dose) (?:an? |the )?[“\"'(]*(?P<code>[A-Za-z]{1,2})[”\"')]* (?:mean|stand for|stands for)",
    r"\b(?:meaning|definition) of (?:an? |the )?(?:code |letter )?[“\"'(]*(?P<code>[A-Z]{1,2})\b",
)
_CODE = r"[“\"'(]?\b(?P<code>VH|[CFORNSLMHDW])\b[”\"')]?"
# A code in capitals beside a word for meaning: "S next to extreme temps means what", "what is that M?"
CODES_TO_DEFINE = (
    (
        rf"\b(?:an?|the|that|has|have|says?|is) {_CODE}"
        r"(?= (?:beside|next to|by|in|under|for|at|on|against|marked|listed)\b)[^?]{0,80}"
        r"\b(?i:mean(?:s|ing)?|stands? for|what (?:is|does|amount|time|share)|how (?:much|often|many))\b"
    ),
    rf"\b(?:letter|code) {_CODE}",
    rf"(?:^|[ “\"'(]){_CODE}(?: code)? ?=+ ?(?:\?|(?i:what)\b)",
    rf"(?:^|[ “\"'(]){_CODE}(?:(?:[ ,:–-]+\w+){{0,9}}[ ,:–-]+)?(?:means?|stands? for|meaning)\b",
    (
        rf"\b(?:that|the|an?) {_CODE}(?: \w+){{0,8}},? what\b|\bwhat (?:is|are|does) (?:that|the|an?) "
        rf"{_CODE.replace('code', 'other')}"
    ),
)
_SCALE_WORD = (
    r"(?P<word>very heavy|heavy|medium|light|sedentary|continuously|frequently|occasionally|rarely|never|daily|"
    r"seasonally|several times per (?:week|month)|constantly|often|sometimes|seldom|not at all|every shift|weekly|"
    r"monthly|in season|not present|(?:un)?classified(?: service)?|(?:un)?classified position)"
)
_OTHER_WORD = _SCALE_WORD.replace("?P<word>", "?P<other>")
_END = r"(?=\W*(?:$|(?:strength|work|level|code|rating|mean|on|in|for|to|stand|according|under|by|exactly)\b))"
WORDS_TO_DEFINE = (
    rf"\b(?:define|definition of|meaning of|meant by|means? by|mean by|(?:what(?:'?s| is| does| do| "
    rf"are)?|wat is)(?: the (?:word|term|level))?)"
    rf"\W+(?:an? )?{_SCALE_WORD}\b{_END}",
    rf"{_SCALE_WORD}[”\"')]*(?:,? \w+){{0,9}}? "
    r"(?:means?|meant|meaning|stands? for|is how (?:much|often|many|heavy)|is what)\b",
    rf"\bhow (?:many \w+ is|(?:much|often|heavy|long|frequent) (?:is|does|would|must))\W+(?:an? )?{_SCALE_WORD}\b"
    rf"(?:[\"”']* (?:be|mean|have to be)\b|{_END})",
    # "What counts as Rarely?", "when does the form call something Seldom?"
    r"\b(?:what|whats|when|how)\b[^?]{0,60}? (?:counts?|counted|qualif(?:y|ies)|considered|regarded|passes|defined)"
    rf" (?:as|for)\W+(?:an? )?{_SCALE_WORD}\b{_END}",
    rf"\b(?:what|when|how)\b[^?]{{0,60}}? (?:calls?|called) (?:something|anything|it|a demand|a row|this|that)"
    rf"\W+(?:an? )?{_SCALE_WORD}\b{_END}",
    rf"\b(?:explain|describe|clarify)(?: what| how much| how often)?\W+(?:an? |the )?"
    rf"(?:(?:word|term|level|code)\W+)?{_SCALE_WORD}\b{_END}",
    rf"\bdifferences? (?:is )?between\W+{_SCALE_WORD}\W+(?:and|or|vs|versus)\W+{_OTHER_WORD}\b{_END}",
    rf"{_SCALE_WORD}\W+(?:is )?(?:differ\w*|differs) (?:from|to|than)\W+{_OTHER_WORD}\b{_END}",
)
