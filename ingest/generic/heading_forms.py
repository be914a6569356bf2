"""The words of other agencies' headings as data, and the section key that each plainly matches.

A heading that another agency prints is an entry here and never a branch in the code.
"""

from dataclasses import dataclass

# Small words carry no meaning in a heading: "Examples of the Duties" is "examples duties".
HEADING_SMALL_WORDS = frozenset("a an the of and or to for in with this our your you youll as on if any".split())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class HeadingRule:
    """A heading has a key if it holds a word of ``first``, one of ``second`` where that has any, and none of ``never``.

    Of several rules that hold, the one whose first word comes first in the heading names it.
    """

    key: str
    first: frozenset[str]
    second: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


# What makes qualifications more than the least that is asked for.
WISHED = _words("desirable desired preferred ideal preference preferences")
LEAST = _words("minimum min required")

HEADING_RULES = (
    HeadingRule("header", _words("details"), _words("job position class posting recruitment vacancy")),
    HeadingRule("definition", _words("definition definitions")),
    HeadingRule("distinguishing_characteristics", _words("distinguishing")),
    HeadingRule(
        "distinguishing_characteristics", _words("class classification job level"), _words("characteristics features")
    ),
    HeadingRule("distinguishing_characteristics", _words("characteristics features"), _words("class classification")),
    HeadingRule(
        "essential_functions",
        _words("essential"),
        _words("functions function duties tasks responsibilities"),
        _words("physical qualifications requirements"),
    ),
    HeadingRule(
        "essential_functions", _words("functions duties tasks"), _words("essential"), _words("physical qualifications")
    ),
    HeadingRule("duties", _words("duties duty tasks task functions function responsibilities accountabilities")),
    HeadingRule("duties", _words("examples example typical illustrative"), _words("work"), _words("conditions")),
    HeadingRule("duties", _words("work"), _words("performed")),
    HeadingRule("duties", _words("responsibility"), _words("areas area key major")),
    HeadingRule(
        "minimum_qualifications",
        _words("qualifications qualification requirements requirement education experience educational"),
    ),
    HeadingRule(
        "minimum_qualifications",
        _words("minimum min required acceptable"),
        _words("qualifications qualification requirements requirement education experience training standards"),
    ),
    HeadingRule("minimum_qualifications", _words("training"), _words("experience education qualifications")),
    HeadingRule("minimum_qualifications", _words("employment entrance"), _words("standards"), _words("conditions")),
    HeadingRule(
        "knowledge_skills_abilities",
        _words("knowledge knowledges skill skills ability abilities competency competencies proficiencies ksa ksas"),
    ),
    HeadingRule(
        "special_requirements",
        _words("special additional other supplemental necessary citizenship residency drug age medical conviction"),
        _words(
            "requirement requirements characteristics characteristic testing conditions qualification qualifications"
        ),
        _words("physical knowledge skills abilities education experience application"),
    ),
    HeadingRule("special_requirements", _words("background"), _words("investigation check")),
    HeadingRule("special_requirements", _words("conditions condition"), _words("employment")),
    HeadingRule(
        "special_requirements",
        _words(
            "license licenses licence licences licensure licensing certificate certificates certification "
            "certifications registration registrations credential credentials"
        ),
    ),
    HeadingRule("salary", _words("salary salaries compensation pay wage wages remuneration")),
    HeadingRule("salary", _words("annual monthly hourly"), _words("rate rates")),
    HeadingRule("selection_process", _words("selection examination exam examinations testing evaluation interview")),
    HeadingRule("selection_process", _words("hiring recruitment"), _words("process procedure procedures")),
    HeadingRule("how_to_apply", _words("apply applying application applications filing")),
    HeadingRule("working_conditions", _words("working work job"), _words("conditions condition environment")),
    HeadingRule("working_conditions", _words("environmental environment"), _words("conditions condition working work")),
    HeadingRule("supervision", _words("supervision supervisory reporting"), frozenset(), _words("experience")),
    HeadingRule(
        "physical_demands",
        _words("physical"),
        _words(
            "demands demand requirements requirement characteristics characteristic abilities ability effort "
            "standards activities tasks conditions factors functions"
        ),
    ),
    HeadingRule("environmental_factors", _words("environmental"), _words("factors")),
    HeadingRule("machines_tools", _words("machines tools equipment"), frozenset(), _words("protective safety")),
    HeadingRule("protective_equipment", _words("protective"), _words("equipment")),
    HeadingRule("health_and_safety", _words("health"), _words("safety")),
    HeadingRule("work_location", _words("work job primary position"), _words("location locations site")),
    HeadingRule("work_location", _words("location locations"), _words("work job position")),
    HeadingRule("brief_description", _words("summary purpose overview description")),
    HeadingRule("brief_description", _words("nature"), _words("work")),
    HeadingRule("brief_description", _words("concept"), _words("class")),
    HeadingRule("brief_description", _words("about"), _words("position role job")),
)  # fmt: skip

# Whole headings, without their small words, that no rule fits.
HEADING_PHRASES = {
    "position": "brief_description",
    "role": "brief_description",
    "job": "brief_description",
    "general statement duties": "brief_description",
    "general statement": "brief_description",
    "summary statement": "brief_description",
    "what do": "duties",
    "what will do": "duties",
    "what be doing": "duties",
    "what will be doing": "duties",
    "what would do": "duties",
    "what do role": "duties",
    "minimum age": "special_requirements",
    "age limitation": "special_requirements",
    "age limitations": "special_requirements",
    "peace officer standards": "special_requirements",
    "felony disqualification": "special_requirements",
    "bonding": "special_requirements",
    "probationary period": "other",
    "who may apply": "minimum_qualifications",
    "qualify": "minimum_qualifications",
    "must haves": "minimum_qualifications",
    "closing date": "how_to_apply",
    "application deadline": "how_to_apply",
    "deadline": "how_to_apply",
    "reports": "supervision",
    "direct reports": "supervision",
    "working environment": "working_conditions",
    "environment": "working_conditions",
    "mental demands": "non_physical_demands",
    "non physical demands": "non_physical_demands",
    "mental requirements": "non_physical_demands",
}

# Headings that are known, and of no section key.
OTHER_HEADING_WORDS = _words(
    "benefits benefit note notes notice notices introduction information history scope disclaimer background "
    "accommodation accommodations desirable desired preferred ideal opportunity overtime schedule statement "
    "instructions values steps timeline highlights certification vacancies grade selective"
)

# Words that may stand in a known heading beside those of the rules.
HEADING_MODIFIERS = _words(
    "typical examples example illustrative representative sample general specific specialized primary principal "
    "major main key core important basic brief job position class classification work role career employee employees "
    "incumbent candidate applicant applicants program department departmental statement performed required minimum "
    "min details following includes include including related level levels series area areas received exercised "
    "given process processes procedure procedures method methods plan info type types nature range ranges rate "
    "annual monthly hourly weekly biweekly approximate starting hiring current deadline instructions instruction "
    "guide guidelines criteria used aids valid appropriate driver drivers other additional special necessary "
    "supplemental personal features factors ada marginal secondary peripheral demands mental sensory conditions how "
    "where what who when may must will do can desirable desired preferred ideal substitution equivalent equivalency "
    "professional technical acceptable combination training employment entrance standards characteristics benefits "
    "about summary further classes band specialties testing investigation limitation period opportunity "
    "organizational relationships relationship controls complexity legal registered necessarily not limited both "
    "either all one more these them needed well successful performance us vehicle operator state weight weights "
    "alternative alternate leadership behavioral core statutory"
)

# Words that alone are too ordinary to be a heading without any mark of one.
NEEDS_A_MARK = _words(
    "position role job environment reports pay apply filing interview testing evaluation examination exam registration "
    "supervision supervisory description details purpose overview location equipment tools physical information "
    "opportunity note notes notice work applications training grade schedule statement history scope background "
    "bonding qualify deadline steps values instructions certification licensing reporting"
)

# Sections that say what is asked of a person: in one of them "License: ..." at the beginning of a line opens no other.
WHAT_IS_ASKED = _words("minimum_qualifications special_requirements knowledge_skills_abilities class_requirements")

# Part of the section it stands in: alternatives of one requirement.
ALTERNATIVE = r"(?:(?:and|or|either|option|pattern|alternative|plus)\s*)+(?:[ivx]+|[a-e]|\d{1,2})?|[ivx]{1,4}|[a-h]"

# Which levels of a series a heading speaks of without naming them.
ALL_LEVELS = (
    r"(?:all|both|each|every)(?: of the)?(?: above)?(?: \w+)? ?"
    r"(?:levels?|class(?:es)?|classifications?|positions?|members)"
)
