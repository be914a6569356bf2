"""How people say what the form codes: the words of ``lexicon.toml``, read once."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

EXACTLY = "="
ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})

# Questions whether a particular person is fit, eligible, or will be hired: that is not Rolebook's to judge.
_WHO = r"(?:person|man|woman|guy|lady|gentleman|fellow|applicant|candidate|kid|friend)"
_PERSON = (
    rf"(?:i|he|she|they|we|(?:that|this|such an?|an?) {_WHO}|my (?:\w+ )?\w+|our (?:\w+ )?\w+|"
    r"the (?:caller|applicant|candidate)|someone|somebody)(?: (?:with|without|who) [^,.?!]{1,40}?)?"
)
JUDGEMENT_QUESTIONS = (
    rf"(?<!how )(?<!what )(?<!where )\b(?:can|could|would|will|should|may) {_PERSON} "
    r"(?:still |even |ever |also )?(?:be able to |get to )?"
    r"(?:be (?:an? |the |able|hired|considered|accepted)|become|do (?:it|this|that|the job|this job)|work as|"
    r"get (?:hired|the job|this job|in|accepted)|qualify|pass|perform|handle (?:it|this|the job)|"
    r"manage (?:it|this|the job)|cope|get on (?:as|with)|start as|sign on|still \w+|"
    r"do (?:the|an?) (?:[\w']+ ){1,4}(?:job|work))",
    rf"(?<!where )(?<!how )(?<!when )\bshould {_PERSON} (?:even |still |bother )?(?:apply|applying|try|go for)\b",
    r"\b(?:if|whether|think|reckon|guess|hope|believe) (?:i|he|she|my (?:\w+ )?\w+|someone|somebody) "
    r"(?:can|could|would|will|might)\b[^.?!]{0,20}?\b(?:be an?|become|work as|do (?:it|the|this)|"
    r"get (?:hired|in|the job|accepted)|qualify|handle|manage)\b",
    r"\b(?:can|could|would) an? (?:\w+ )?(?:be an?|become an?|work as)\b",
    rf"\b(?:{_PERSON}|i'd|he'd|she'd|they'd)\b.{{0,15}}\bmake an? (?:good|decent|great|fine)\b",
    r"\b(?:is|are|will|would|does|do) (?:my|his|her|their|our)\b.{1,60}\b(?:enough|count|suffice|sufficient|qualify)\b",
    r"\b(?:is|are|will|would|does|do) \d+ (?:yrs?|years?|months?)\b.{1,50}\b(?:enough|count|suffice|sufficient)\b",
    r"\b(?:is|would|be)\b.{0,60}\b(?:realistic|feasible|out of the question|a stretch|too late)\b",
    r"\b(?:be|is) for (?:me|him|her|them)\b",
    rf"\b(?:am|is|are) {_PERSON}\b.{{0,60}}?\b(?:fit|ok|okay|eligible|qualified|suited|suitable|able|capable|too old|"
    r"too young|too short|good enough|smart enough|strong enough|a good fit|good|alright|all right|cut out|up to|fine|"
    r"right|"
    r"allowed to (?:be|work|do|apply|become)|the right (?:person|one))\b",
    (
        rf"\b(?:would|will|do|could) (?:they|you|the (?:\w+)|u) (?:still |even |ever )?(?:let|take|accept|"
        rf"allow|consider) (?:{_PERSON}|me|him|her|them|us)\b"
    ),
    (
        rf"\b(?:can|could|should|may|would|will) {_PERSON} (?:still |even |ever |also )?(?:take|get|try|apply for|go "
        rf"for|handle|land) (?:the|this|that|an?) (?:\w+ ){{0,4}}?(?:job|position|role)\b"
    ),
    # Whom to choose: "should I hire Dana", "do you recommend promoting Lee", "is Rosa a good candidate".
    r"\b(?:should|would|could|shall|can|must|do|may) (?:i|we|you|u|they|the \w+)\b(?: \w+)? "
    r"(?:hire|pick|choose|select|appoint|promote|reject|recommend|interview|shortlist|employ|recruit|turn down)\b",
    r"\b(?:recommend|advise|suggest|worth|consider|considering) (?:hiring|promoting|appointing|picking|choosing|"
    r"interviewing|selecting|rejecting)\b",
    r"\b(?:is|would|was|isn't|wouldn't)\b.{1,50}\b(?:an? |the )(?:good|strong|right|better|best|suitable|fitting|"
    r"viable|decent|poor|bad|weak|promising) (?:candidate|applicant|choice|hire|pick|match|person)\b",
    rf"\b(?:{_PERSON}|i'm|im)(?: (?:is|are|am|be|would be|will be))? (?:still )?"
    r"(?:allowed|permitted|able|free|barred|eligible|fit) to (?:be|become|work as|do|apply|take)\b",
    r"\b(?:possible|doable|a problem|an issue|a dealbreaker|out of reach|any hope|open) for "
    rf"(?:me|him|her|them|us|my (?:\w+ )?\w+|our (?:\w+ )?\w+|an? {_WHO})\b",
    r"\b(?:hire|hired|hiring) (?:me|him|her|them|us|my (?:\w+ )?\w+|someone|somebody)\b",
    r"\bdo(?:es)? (?:i|he|she|they) (?:qualify|stand a chance|have a (?:chance|shot)|meet)\b",
    rf"\b(?:would|will|can|could) {_PERSON} (?:manage|survive|last|do well|be okay|be ok|be fine|make it) as\b",
    r"\b(?:my|his|her|their) chances\b",
    r"\b(?:suits?|suited|right|too much|too hard|too heavy|okay|ok|safe|realistic|a good fit|a fit|a match) "
    rf"(?:for |to )?(?:me|him|her|them|us|my (?:\w+ )?\w+|someone|somebody|an? {_WHO})\b",
    rf"\b(?:suit|fit) (?:me|him|her|them|us|my \w+|such an? {_WHO})\b",
)
# "Will I be breathing fumes", "am I going to be on my knees": what the work is like, not whether somebody can do it.
OF_THE_WORK = (
    r"\b(?:(?:will|would|might|do|does|am|is|are) "
    r"(?:i|he|she|they|we|you|u|someone|somebody|a person|my \w+)|ill|i'll|id|i'd)"
    r"(?: (?:also|ever|really|often|always|mostly|gonna|going to))* "
    r"(?:be (?:(?!able|allowed|hired|considered|accepted|fired|paid)[a-z]+ing\b|(?!in (?:trouble|pain|over))in|on|"
    r"at|out|around|near|outdoors?|outside|inside|exposed|under|up|alone|with)|have to|need to|get to|"
    r"be (?:made|asked|expected|required) to|get (?:dirty|wet|hurt|sick|hot|cold|to))\b"
)
# "i have", "he is", "my caller cannot": a condition counts only as somebody's.
OWNERSHIP = (
    r"\b(?:i|i'm|im|i've|ive|he|he's|hes|she|she's|shes|they|my|his|her|their|caller|applicant|person|somebody|someone|"
    r"employee|user|people|anyone)\b(?:\W+\w+){0,3}?\W+(?:have|has|had|got|get|gets|suffer|suffers|hate|hates|am|is|be|cannot|can't|cant|with|in|a|bad|"
    r"afraid|only)\b"
)
# How questions are typed in haste.
TYPED = {
    "wich": "which",
    "whch": "which",
    "wat": "what",
    "wut": "what",
    "wats": "whats",
    "ppl": "people",
    "hw": "how",
    "wil": "will",
    "wud": "would",
    "yr": "year",
    "yrs": "years",
    "w": "with",
}
# Slips that are words themselves, known by what follows them.
SLIPS_BEFORE = {
    r"\bdose(?= (?:an?|the|this|that|he|she|it|they|i|u|you|we|anyone|somebody)\b)": "does",
    r"\bned(?= (?:an?|any|to|the|some|for)\b)": "need",
    r"\b(?:hav|hve)(?= (?:to|an?|any|the)\b)": "have",
    r"\bwat(?= (?:do|does|is|are|kind|the)\b)": "what",
}
# Two classes side by side.
COMPARISON = (
    r"\b(?:compar\w*|differ\w*|versus|vs|than|higher|lower|more|less|fewer|heavier|lighter|same|"
    r"similar\w*|alike|side by side|"
    r"between|harder|easier|stronger|newer|older|longer|shorter|most|least|better|tougher|which|stack "
    r"up|against|contrast)\b"
)
SIDE_BY_SIDE = r"\b(?:compar\w*|differ\w*|versus|vs|side by side|next to|contrast|stack up)\b"
# One class is set beside another, that may have been spoken of before.
BESIDE_ANOTHER = r"\b(?:compar\w*|differ\w*|versus|vs|side by side|next to|contrast|stack up|than)\b"
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
# A class's functions that are those of another.
CROSS_REFERENCE = (
    r"\b(?:duties|functions|tasks|work) (?:of|from) (?:another|other|a different|an? lower|the lower) "
    r"(?:class|job|position)\b|"
    r"\ball (?:of )?(?:the )?(?:duties|functions|tasks|work) of\b|\bcross.?refer\w*|\brefers? (?:back )?to\b"
)
# The functions of that other class count as well.
WITH_INHERITED = (
    r"\b(?:inherit\w*|includ\w+|counting|counted|counts?|takes? over|taken over|stands? in|covers?|all told|in all|"
    r"altogether|(?:an)?other class(?:'s|es)?)\b"
)
# Another class is spoken of and not named, then asked about: "in which class, and what does that class do?"
_CLASS = r"(?:class|job|position|title|role|classification)"
ANOTHER_CLASS = rf"\b(?:which|what|another|other|whose|different) (?:other )?{_CLASS}\b"
THEN_OF_IT = (
    rf"[,.;]?\s+(?:and|then)\s+(?P<then>(?:(?:what|who|whom|where|when|how|which|does|do|is|are|must|can)\b[^?.]*?"
    rf"\b(?P<it>(?:that|this|the other|said) (?:other )?{_CLASS}|that one)\b[^?]*|"
    r"(?:what|who|where|how) (?:does|do|is|are|must|can) (?:it|that)\b[^?]*)\??)\s*$"
)
# Words that point at what was said before them.
PRONOUN = r"\b(?:it|that|this|they|them|those|these|so)\b"
# A question that only asks whether what was said before it is so.
POINTS_AT_WHAT_IS_BEFORE = r"\W*(?:is|are|was|would|does|do|did|has|will) (?:that|this|it|so|they|those|these)\b"
# Words that a question begins with.
ASKING_WORDS = (
    r"(?:what|whats|what's|wat|which|wich|who|whos|whom|whose|when|where|why|how|hows|list|show|tell|"
    r"describe|give|compare|define|"
    r"name|find|is|are|am|do|does|did|will|would|must|can|could|should|has|have|isn't|aren't|don't|"
    r"doesn't|any|i (?:want|need|would like|wanted) "
    r"to (?:know|find out|see)|wondering|so what|so how|whether)"
)
# Asked politely, in the middle of a sentence.
WISHES = (
    r"\b(?:need|wants?|wanted|like|liked|wish|help|trying) (?:us |me )?to (?:know|find out|hear|be told|learn)\b|"
    r"\b(?:tell me|let me know|was wondering|am wondering|wonders? (?:if|how|what|whether))\b"
)
# What only says that somebody asks whether something is so.
REPORTING = (
    r"\b(?:asks?|asking|asked|wonders?|wondering|know|knows|find out|says?|said|thinks?|believes?|claims?|sure|told)"
    r"(?: me| us)? (?=(?:if|whether)\b)"
)
# A question in the form of a wish: "show me", "list the".
_WISHED = r"(?:list|show|describe|give|compare)"
# Asked to be answered by yes or no: by its verb, at the beginning or after a break, or by a tag at the end.
POLAR_VERB = (
    r"(?:is|are|am|was|were|do|does|did|will|would|must|can|could|should|has|have|isn't|aren't|don't|doesn't|won't|"
    r"wouldn't|wasn't|hasn't|isnt|arent|dont|doesnt|wont|didn't|didnt|wasnt|hasnt|any|no|need|us)"
)
POLAR = (
    rf"(?:^|[.,:;!?-] ?|\b(?:so|and|but|then|also|well|hi|hey|if|whether|asks?|asking|wondering|know|says?|thinks?) )"
    rf"(?:{POLAR_VERB}\b|there'?s? )|\b(?:right|correct|true|so|yes|or not|at all)\W*$|\b(?:true that|whether)\b|"
    r"^\W*if\b|"
    rf"\b{POLAR_VERB} (?:he|she|it|they|i|you|there)\W*$|\b(?:did|do|does|is|was|are|will|would|can) (?:u|"
    rf"you|i|they|he|she|it|we)\b"
)
OPEN_QUESTION = (
    r"\b(?<!still )(?:what|whats|what's|wat|which|wich|who|whos|whom|whose|when|where|why|how|tell me about)\b"
    r"(?! if\b)|"
    rf"(?:^|[.,:;!?] ?|\b(?:please|pls|can you|could you|would you) ){_WISHED}\b|\b{_WISHED} (?:me|us)\b"
)
# Asked which of two it is, so that yes or no is no answer.
ALTERNATIVES = r"\bor (?:do|does|did|is|are|can|could|would|will|should|must)\b(?! not\b)"
# "Don't I need a degree?" asks whether one is needed.
POLITE_DENIAL = (
    r"\b(?:is|are|do|does|wo|would|did|could|should|must|has|was)(?:n't|nt)\b(?= (?:i|you|u|we|they|"
    r"he|she|it|the|an?|there|this|that|\w+)\b)"
)
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
    rf"{_SCALE_WORD}[”\"')]*(?: \w+){{0,5}}? (?:means?|meaning|stands? for|is how (?:much|often|many|heavy)|is what)\b",
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
ELIGIBILITY_FIELDS = (
    "class_requirements.education",
    "class_requirements.experience",
    "class_requirements.certifications",
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The ways in which people name one field or section."""

    always: tuple[str, ...] = ()
    cued: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProseTopic:
    """Something the prose says in set phrases: how it is asked, how it is said, and which fields say the opposite."""

    patterns: tuple[str, ...]
    says: tuple[str, ...]
    opposite: tuple[str, ...]


def _read() -> dict[str, Any]:
    return tomllib.loads(files("assistant.understanding").joinpath("lexicon.toml").read_text(encoding="utf-8"))


def _tuples(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in table.items()}


_WORDS = _read()
SMALL_WORDS = frozenset(_WORDS["small_words"])
FREQUENCY_CUES: tuple[str, ...] = tuple(_WORDS["frequency_cues"])
OTHER_SENSES: tuple[str, ...] = tuple(_WORDS["other_senses"])
ROW_WORDS = frozenset(_WORDS["row_words"])
ROW_VERBS = frozenset(_WORDS["row_verbs"])
OWN_ROWS = _tuples(_WORDS["own_rows"])
QUESTION_WORDS: tuple[str, ...] = tuple(_WORDS["question_words"])
UNTELLING_WORDS = frozenset(_WORDS["untelling_words"])
AGAIN_WORDS = frozenset(_WORDS["again_words"])
OTHER_REQUESTS: tuple[str, ...] = tuple(_WORDS["other_requests"])
SYNONYMS: tuple[frozenset[str], ...] = tuple(frozenset(group) for group in _WORDS["synonyms"])
RELATED: tuple[frozenset[str], ...] = tuple(frozenset(group) for group in _WORDS["related"])
JOB_NOUNS = frozenset(_WORDS["job_nouns"])
NO_MODIFIERS = frozenset(_WORDS["no_modifiers"])
COUNTING_WORDS = frozenset(_WORDS["counting_words"])
WORDS_FOR_LEVELS = frozenset(_WORDS["words_for_levels"])
NO_AGENTS = frozenset(_WORDS["no_agents"])
BEFORE_A_CLASS = frozenset(_WORDS["before_a_class"])
AFTER_A_CLASS = frozenset(_WORDS["after_a_class"])
BEFORE_A_VERB = frozenset(_WORDS["before_a_verb"])
ANYONE_IN_A_CLASS = frozenset(_WORDS["anyone_in_a_class"])
RANK_WORDS = frozenset(_WORDS["rank_words"])
FIELD_PHRASES: dict[str, Phrases] = {
    field: Phrases(tuple(ways["always"]), tuple(ways.get("cued", ()))) for field, ways in _WORDS["fields"].items()
}
SECTION_PHRASES: dict[str, Phrases] = {
    section: Phrases(phrases) for section, phrases in _tuples(_WORDS["sections"]).items()
}
OTHER_SECTION_PHRASES: dict[str, Phrases] = {
    section: Phrases(phrases) for section, phrases in _tuples(_WORDS["other_sections"]).items()
}
INSTEAD = _tuples(_WORDS["instead"])
SAID_IN_PROSE = _tuples(_WORDS["said_in_prose"])
STATED_TOPICS: dict[str, str] = _WORDS["stated_topics"]
PROSE_TOPICS = tuple(
    ProseTopic(tuple(topic["patterns"]), tuple(topic["says"]), tuple(topic["opposite"]))
    for topic in _WORDS["prose_topics"]
)
QUESTION_FRAMES = _tuples(_WORDS["question_frames"])
ABSENT_TOPICS = _tuples(_WORDS["absent_topics"])
CONDITIONS = _tuples(_WORDS["conditions"])
# What a person has behind him, by patterns, and the demands that it bears on where a judgement is asked.
CIRCUMSTANCES = _tuples(_WORDS["circumstances"])
LEVELS: dict[str, str] = _WORDS["levels"]
ORDINALS: dict[str, int] = _WORDS["ordinals"]
ABBREVIATIONS: dict[str, str] = _WORDS["abbreviations"]
