from __future__ import annotations

import pytest

from coursepack.load.answering import asks, begins, is_called, is_question, labelled


@pytest.mark.parametrize(
    "title",
    [
        "Answer key",
        "Solutions",
        "Lösungen",
        "Corrigé",
        "Correction",
        "Éléments de correction",
        "Correction des exercices 1 et 2",
        "Soluciones",
        "Ответы",
        "答案",
        "उत्तर:",
        "हल",
        "参考答案",
        "Suggested answers",
        "Question Answers",
        "Solución",
        "Answer",
        "✅ Lösungen (Solutions)",
        "Solutions to short questions",
        "Musterlösung",
        "Musterlösungen",
        "mögliche Lösungen",
        "Lösung a",
        "**Answers**",
        "Answers (الإجابات)",
        "الإجابات",
        "Answer Key | مفتاح الإجابات",
        "Antworten (Answers)",
        "Respuestas a las actividades",
        "Answers to the exercises",
        "Answer to Exercise 3",
        "Exercise 3: solution",
        "Lösungen zu den Aufgaben",
        "Lösungen zu Aufgabe 4",
        "Lösungsschlüssel",
        "Corrigé des exercices",
        "Corrigé de l'exercice 2",
        "Réponses aux questions",
        "Solucionario",
        "Respuestas",
        "Gabarito",
        "Respostas dos exercícios",
        "Soluções",
        "Soluzioni degli esercizi",
        "Risposte",
        "Uitwerkingen van de opgaven",
        "Antwoorden",
        "Odpowiedzi do zadań",
        "Rozwiązania zadań",
        "Ответы на вопросы",
        "Решения задач",
        "Решения",
        "Řešení úloh",
        "Cevap anahtar\u0131",
        "Cevaplar",
        "Çözümler",
        "Løsninger",
        "Lösningar",
        "Megoldások",
        "풀이",
        "정답 및 해설",
        "解答例",
        "Unit 3 \u2013 Answers",
        "The answers",
        "Odd-numbered answers",
        "Model answer",
        "Answers 1.2",
        "7. LÖSUNGEN ✅",
        "Chapter 3 solutions",
        "C. Answers",
        "Answer key (for you/parent \u2013 do not show to child yet)",
        "Answers (try it alone first)",
        "Gabarito \u2013 só para o professor",
        "Answer key for parents",
        "ANSWER KEY, do not copy!",
        "Solutions (for the teacher)",
        "Lösungen \u2013 nur für Lehrkräfte",
        "Soluciones (solo docentes)",
        "答案(教师用)",
        "MARK SCHEMES",
        "Mark scheme: Q4 [3 marks] The lake",
        "Marking guide for Sheet 2",
        "Erwartungshorizont zu Aufgabe 2",
        "Clave de respuestas",
        "Klucz odpowiedzi",
        "Correctiemodel",
    ],
)
def test_a_title_of_answers_alone_is_called_so(title: str) -> None:
    assert is_called(title)


@pytest.mark.parametrize(
    "title",
    [
        "Solutions and mixtures",
        "No solution",
        "Many solutions",
        "Technical Solution",
        "Solución de problemas",
        "The solution: switching to SSH",
        "The Solution",
        "Solution of differential equations",
        "Lösungsmittel",
        "Lösungsmenge",
        "Lösungsweg",
        "Lösung des Konflikts",
        "Questions and answers",
        "Answer the questions",
        "Answer these questions",
        "Answer questions",
        "Short answer",
        "Short-answer questions",
        "Ответственность",
        "Решения Совета",
        "Resolution",
        "Corrigenda",
        "The boring answers",
        "Marked schemes",
        "Marking criteria",
        "Marking guidelines",
        "Colour schemes",
        "Answer key questions",
        "Solutions for teachers: a debate",
        "Answer the questions: A",
        "Answering machines",
        "Solution stoichiometry",
        "Solutions of salts",
        "Solutions électrolytiques",
        "Verantwortung",
        "Standalone Answers",
        "Corrections",
        "Bonferroni correction",
        "Correction factor",
        "Problem solution",
        "The problem and its solution",
        "I'll give you two answers",
        "Concentration of a solution",
        "Solution concentration",
        "Common Issues & Solutions",
        "C. Answer the questions",
        "A solution",
        "Question answering",
        "Solutions of a system",
        "answers " * 11,
    ],
)
def test_one_that_may_speak_of_something_else_is_not(title: str) -> None:
    assert not is_called(title)


@pytest.mark.parametrize("title", ["Question 3", "**Frage 2**", "Q4", "Exercise 1.2: Rain", "问题3", "Quiz"])
def test_a_title_of_a_question_asks(title: str) -> None:
    assert asks(title)


@pytest.mark.parametrize("title", ["Questions", "Lesson 2: to do", "Q and A", "2 lakes", "Problem solving", "Quizás"])
def test_other_titles_do_not(title: str) -> None:
    assert not asks(title)


@pytest.mark.parametrize(
    ("line", "after_a_question"),
    [
        ("**Answers:** 1. works 2. plays", False),
        ("**Answers**: 1. works", False),
        ("Lösungen: 1. arbeitet", False),
        ("*Respuestas:* 1. trabaja", False),
        ("**Ответы:** 1. да", False),
        ("Corrigé de l'exercice 2 : il travaille", False),
        ("**Answer:** c) All cells", True),
        ("答案\uff1aB", True),
        ("**Ma réponse :** elle court", True),
        ("**Meine Antworten:** 1. läuft", False),
    ],
)
def test_a_line_begins_with_answers(line: str, after_a_question: bool) -> None:  # noqa: FBT001 a row
    assert begins(line, asked=True)
    assert bool(begins(line, asked=False)) is not after_a_question


@pytest.mark.parametrize(
    "line",
    [
        "**Answers:** ________",
        "**Ma réponse :** ________",
        "**Answer:** ........ cm",
        "Answer the questions: who, when, where?",
        "**Solution:** $x = 3$",
        "**Lösung:** Der Zug kommt um neun an.",
        "**Решение:** $x$",
        "**Answers** are never short: look twice.",
        "**Note:** answers follow.",
        "The answers are short.",
    ],
)
def test_a_line_asks_for_answers_or_works_an_example(line: str) -> None:
    assert not begins(line, asked=True)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("**Answer**: The sea", "The sea"),
        ("**Answer:** 3", "3"),
        ("**Lösung**", ""),
        ("### Answer", ""),
        ("Réponse : la mer", "la mer"),
        ("Answer the questions: first", None),
        ("**Order**: 50 mg", None),
        ("**Answer:** ________", None),
    ],
)
def test_a_line_may_begin_with_the_name_of_an_answer(line: str, words: str | None) -> None:
    assert labelled(line) == words


def test_a_title_may_ask_by_its_sign_or_its_name() -> None:
    assert [is_question(title) for title in ("Which sea?", "Problem 2: rain", "Example 1")] == [True, True, False]
