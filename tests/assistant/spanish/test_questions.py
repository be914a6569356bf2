import pytest

from assistant import Assistant, Outcome, Question, Reason, Turn
from assistant.spanish.questions import is_spanish, understood_as

TITLES = ("Librarian", "Firefighter", "Accountant I", "Accountant II", "Park Ranger")


def in_english(text: str) -> str | None:
    translation = understood_as(Question(text), TITLES)
    assert translation is not None, f"{text} is not taken for Spanish"
    return translation.question.text if translation.question else None


@pytest.mark.parametrize(
    "text",
    [
        "How far is Los Angeles from El Paso?",
        "El Paso librarian duties",
        "jobs in La Mesa, Los Alamos and El Cajon",
        "What does a bombero do?",
        "Does the librarian speak español?",
        "no experience jobs",
        "does a real estate agent need a degree",
        "librarian",
        "",
    ],
)
def test_a_question_in_english_with_a_spanish_word_or_name_is_english(text: str) -> None:
    assert understood_as(Question(text), TITLES) is None


@pytest.mark.parametrize(
    "text",
    [
        "¿Con qué frecuencia levanta peso el Librarian?",
        "que estudios pide Accountant II",
        "requisitos",
        "salario del bombero",
        "Compare la educación de Librarian y Accountant I",
        "EL LIBRARIAN TRABAJA EN OFICINA?",
    ],
)
def test_a_question_in_spanish_is_known_with_and_without_its_marks(text: str) -> None:
    assert is_spanish(text, TITLES)


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("¿Con qué frecuencia levanta peso el Librarian?", "how often lift the Librarian?"),
        ("con que frecuencia levanta peso el librarian", "how often lift the librarian"),
        ("¿El Librarian levanta peso?", "does the Librarian lift?"),
        ("¿Qué hace un bombero?", "what does a firefighter do?"),
        ("¿Y dónde trabaja el Park Ranger?", "and where does the Park Ranger work?"),
        ("¿Qué trabajos son sedentarios o ligeros?", "which jobs are sedentary or light?"),
        ("¿Cuál es el trabajo más pesado?", "what is the heaviest job?"),
        ("¿Qué puesto pide más experiencia?", "which job require most experience?"),
        ("¿Qué puestos piden tres años o más?", "which positions require three years or more?"),
        ("¿Es más pesado el Firefighter que el Librarian?", "is heavier the Firefighter than the Librarian?"),
        (
            "¿Qué trabajos requieren al menos dos años de experiencia?",
            "which jobs require at least two years of experience?",
        ),
        ("¿Cuáles piden entre dos y cuatro años?", "which require between two years and four years?"),
        ("¿Qué trabajos no son ni pesados ni ruidosos?", "which jobs are not heavy and not noisy?"),
        (
            "¿Qué significa la letra O en la ficha del Librarian?",
            "what is the meaning of the code O in the spec of the Librarian?",
        ),
        ("¿Cuánta experiencia necesita un astronauta?", "how much experience does a astronaut need?"),
        ("¿De qué se encarga el Park Ranger?", "what are the duties of the Park Ranger?"),
        ("¿A quién reporta el Librarian?", "who does the Librarian report to?"),
        ("¿Qué puestos están expuestos al ruido a diario?", "which positions exposed to the noise daily?"),
    ],
)
def test_the_wording_is_put_into_english(spanish: str, english: str) -> None:
    assert in_english(spanish) == english


def test_the_title_of_a_class_stays_as_it_is_though_its_words_are_spanish_too() -> None:
    translation = understood_as(Question("¿Qué hace el Oficial de Agua?"), ("Oficial de Agua",))
    assert translation is not None
    assert translation.question == Question("what does the Oficial de Agua do?")


def test_a_slip_of_the_pen_is_read_past() -> None:
    assert in_english("cuantas funciones esencales tiene el Librarian") == in_english(
        "cuantas funciones esenciales tiene el Librarian"
    )


def test_what_is_said_around_the_question_and_not_understood_is_left_out() -> None:
    text = "Un zutano me lo encomendó anteayer. ¿Qué hace el Librarian?"
    assert in_english(text) == "what does the Librarian do?"


@pytest.mark.parametrize("text", ["¿Quién ganó el mundial de fútbol?", "¿Cómo se guisa una paella con mariscos?"])
def test_a_question_of_which_too_few_words_are_known_is_not_understood(text: str) -> None:
    assert in_english(text) is None


def test_the_turns_before_are_put_into_english_as_well() -> None:
    turns = (Turn("user", "¿Con qué frecuencia camina el Librarian?"), Turn("assistant", "Frequently [1]."))
    translation = understood_as(Question("¿Y el Firefighter?", history=turns), TITLES)
    assert translation is not None
    assert translation.question is not None
    assert translation.question.history == (Turn("user", "how often walk the Librarian?"), turns[1])


def test_an_answer_keeps_the_question_as_asked_and_says_how_it_was_understood(assistant: Assistant) -> None:
    asked = Question("¿Con qué frecuencia levanta peso el Harbor Deckhand?")
    answer = assistant.ask(asked)
    assert answer.question == asked
    assert answer.remark == "Understood as: “how often lift the Harbor Deckhand?”"
    assert [(value.field, value.value) for value in answer.values] == [("physical_demands.lifting", "Frequently")]
    assert answer.text.startswith("La especificación está en inglés; así lo dice:\nFrequently [1]")


def test_an_answer_of_yes_or_no_begins_as_in_english(assistant: Assistant) -> None:
    assert assistant.ask(Question("¿El Zookeeper trabaja al aire libre?")).text.startswith("Yes")


def test_a_question_that_is_not_understood_is_told_so_in_spanish(assistant: Assistant) -> None:
    answer = assistant.ask(Question("¿Quién ganó el mundial de fútbol?"))
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, Reason.OUT_OF_SCOPE)
    assert answer.text.startswith("No se ha entendido la pregunta.")


def test_an_abstention_is_told_in_spanish_first(assistant: Assistant) -> None:
    answer = assistant.ask(Question("¿Cuál es el salario del Zookeeper?"))
    assert answer.reason is Reason.NOT_IN_SPEC
    assert answer.text.startswith("La especificación no dice nada de eso:")
