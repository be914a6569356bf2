"""How people ask whether a particular person is fit for a class, and how they ask what its work is like."""

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
    r"\b(?:should|would|could|shall|can|must|do|may) (?:i|we|you|u|they|"
    r"the (?:city|county|town|state|office|board|panel|employer|agency|department))\b(?: \w+)? "
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
    r"\b(?:make|makes|made) the (?:cut|grade)\b",
    rf"\b(?:any|what) (?:chances?|hope|odds) (?:that |of )?(?:{_PERSON})\b",
    rf"\b(?:{_PERSON}) (?:stands?|have|has|got) (?:a|any) (?:chance|shot|hope|prayer)\b(?! (?:of|to)\b)",
    r"\b(?:any|no|much|a|the) (?:point|use|sense|hope) (?:in |of )?(?:me|my|him|his|her|them|their|us|our)(?: even)? "
    r"(?:going for|applying|trying|putting in|bothering|getting)\b",
    rf"\b(?:if|whether) {_PERSON} (?:can|could|would|will|might) (?:still |even |ever )?"
    r"(?:be (?:hired|accepted|considered|taken|suited|able|allowed)|get hired|pass|cope|last|manage|qualify)\b",
    r"\b(?:would|will|does|do|could|might) (?:an? |the )?(?:[\w']+ ){1,5}?(?:take|accept|consider) (?:me|him|her|us)\b"
    r"(?! (?:through|to|home|with|out)\b)",
    rf"\b(?:can|could|would|will) {_PERSON} (?:still |even |ever )?(?:do|manage|handle|cope with) (?:an? |the )?"
    r"(?:\w+ ){0,4}\w+'s (?:work|job|duties|tasks)\b",
    r"\b(?:is|would|could|can) (?:\w+ ){0,2}\w+,? who (?:is|has|was|had|wears|uses|lost)\b.{1,60}\b(?:suitable|"
    r"suited|eligible|qualified|cut out|fit|able|accepted|hired|considered)\b",
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
