"""Titles that speak of an answer, in the words of many languages: of what a screen folds, of tabs, of headings."""

from __future__ import annotations

import re

# Words for what answers. A word goes on where its language bends it.
_STEMS = (
    r"(?:solu(?:tion|ci[oó]|ç|zion|[țţ])|answer|(?:muster|beispiel)?lösung|antwort|corrig|corrección|r[eé]ponse|respuesta"
    r"|respost|gabarito|(?:model|voorbeeld)?(?:oplossing|uitwerking|antwoord)|rispost|rozwiązan|odpowied|решени|ответ|розв|відповід|řešen|riešen|odpověď"
    r"|λύσ|απάντησ|απαντήσ|çözüm|cevap|lösning|løsning|svar(?:et|en)?\b|lausn|ratkais|megold|lahendus|vastus|atbild|risinājum|atsakym|sprendim|rje?šenj|rešit|odgovor|răspuns|отговор|одговор|решењ"
    r"|erantzun|jawaban|penyelesaian|lời giải|đáp án|trả lời)"
)
_FURTHER = (
    r"פתרון|פתרונ|תשוב|حلّ?\b|الحل|الإجاب|پاسخ|答案|答え|解答|उत्तर|(?<![\u0900-\u097f])हल(?![\u0900-\u097f])"
    r"|풀이|정답|해답"
)
# What teachers mark by, which has the answers and not always the word for them.
_MARKED_BY = (
    r"(?:mark(?:ing)? (?:schemes?|guides?)|erwartungshorizonte?|clave de (?:respuestas|corrección)"
    r"|chave d[ea] (?:respostas|correção)|klucz (?:odpowiedzi|do (?:zadań|testu))|ключи? к (?:тест|задани|упражнени)\w*"
    r"|correctie(?:model|voorschrift)|nakijk(?:blad|model)|fasit|facit)"
)
_ANSWERS = re.compile(rf"(?i)\b(?:{_STEMS}|{_MARKED_BY}\b)|{_FURTHER}")
# Words for what a screen keeps back to be found out first.
_REVEALS = re.compile(
    r"(?i)\b(?:reveal|spoiler|uncover|dévoil|révél|aufdeck|enthüll|revel[ae]|desvel|onthul|svela|rivela|odsłoń|odhal|раскро|раскры)"
)
# What French calls its answers, and English, too, what is changed: alone, or with what it is of.
_CORRECTION = re.compile(
    r"(?i)(?:éléments de |proposition de )?(?:correction|corrections?(?: d[eu]s?)? ?(?:(?:de )?l['\u2019 ]|d['\u2019])?"
    r"(?:exercice|exo|activité|question|tableau|qcm|tp|td|devoir|contrôle|évaluation|fiche|\d)\w*(?: \S{1,12}){0,3})\W*"
)
# Titles that say only that there is something.
_SHUT = re.compile(
    r"(?i).*\b(?:(?:click|tap)(?= (?:to|here|me|on|for|the|this|below)\b|\W*$)"
    r"|klick(?:en)?|clique|cliquez|haz clic|clicca|klik|kliknij|klikni|нажм\w+|t\u0131kla\w*)\b.*"
    r"|(?:show|see|view|open|expand|unfold|voir|afficher|anzeigen|ausklappen|mostrar|ver|mostra|vedi|toon|pokaż|показать|göster|aç|visa)"
    r"(?: (?:me|it|this|more|all|here|plus|tout|alles|todo|tutto|mehr|meer|más|mais))*"
)
# A word for what answers and nothing else, “Lösungen”, which “Lösungsmittel” is not.
_ANSWER = (
    rf"(?!answering)(?:{_STEMS}(?:[^\W\d_]{{0,3}}|n?[aá]rio|ások|s?(?:schlüssel|blatt|blätter|teil))"
    rf"|(?:{_FURTHER})[^\W\d_]{{0,3}})"
)
# What is answered, and its number or letter.
_QUESTION = (
    r"(?:question|exerci[sc]|exerc[ií]c|quiz|test"
    r"|aufgabe|frage|übung|ejercicio|pregunta|pergunta|eserciz|domand|vra[ga]|opga[vf]|oefening|zada[nńcč]|pyta[nń]"
    r"|ćwicze[nń]|[cč]vičen|úloh|вопрос|задани|задач|упражнени|soru|al\u0131\u015ft\u0131rma)\w{0,6}"
)
_ASKED = (
    rf"(?:problems|problem(?= \d)|{_QUESTION}|(?:worksheet|unit|chapter|lesson|activit|a[ck]?tividad|kapitel)\w{{0,6}}"
    r"|\d[\d.]*|(?!a\b)[^\W\d_])"
)
# What stands before answers, and between them and what is asked.
_FIRST = (
    r"(?:suggested|sample|model|possible|correct|selected|odd|even|numbered|mögliche|possibles?|posibles?|possíveis|mogelijke"
    r"|the(?= \w+s\b)|die(?= \w+en\b)|les|las|los|as|os|مفتاح)"
)
_BETWEEN = (
    r"(?:keys?|sheets?|a|to|for|of|the|all|short|long|odd|even|numbered|selected|review|zu|zur|zum|für|von|den|der|des|de|du|aux|à|les|la|le"
    r"|al|las|los|del|para|às|aos|dos|das|do|da|degli|delle|dei|agli|alle|ai|per|van|op|bij|voor|на|к|для|anahtar\w{0,4}|ключ\w{0,2})"
)
# “Answer the questions” asks.
_ASKS = r"(?!answer (?!(?:to|for|keys?(?! questions$)|sheets?|\w)\b|\d))"
_CALLED = re.compile(
    rf"(?i)(?:(?:{_FIRST}|{_ASKED}) )*{_ASKS}{_ANSWER}(?: (?:{_BETWEEN}|{_ASKED}))*"
    r"|[\u3040-\u9fff\uac00-\ud7af ]{0,9}(?:答案|答え|解答|풀이|정답|해답)[\u3040-\u9fff\uac00-\ud7af ]{0,5}"
)
_BESIDE = re.compile(rf"(?i){_ASKED}(?: {_ASKED})*")
# What is no title of anything else, whatever is said behind it of whom it is for.
_KEY = re.compile(
    r"(?i)(?:the )?(?:answers?|solutions?) keys?(?: (?:for|do not|only)\b.*)?|(?:the )?answers"
    rf"|{_MARKED_BY}(?: (?:for|of|to|zu|zur|zum|de|del|do|da|bij|til|till)\b.*)?"
    r"|lösungsschlüssel|antworten|solucionario|gabarito"
    r"|respuestas|réponses|antwoorden|risposte|respostas|ответы|odpowiedzi|cevap anahtar\u0131"
    r"|مفتاح الإجابات|الإجابات|答案|解答|정답"
)
# A word for one answer, which those who read an example shall have, too; and one for what works it out.
_ONE = re.compile(
    r"(?i)answer|antwort|réponse|respuesta|resposta|risposta|antwoord|odpowiedź|ответ|відповідь|odpověď|svar|cevap|απάντηση|答案|答え|उत्तर|정답"
)
_WORKED = re.compile(
    r"(?i)(?:solution|(?:muster)?lösung|solución|solució|solução|soluzione|oplossing|uitwerking|rozwiązanie|решение|розв.язання"
    r"|řešení|riešenie|lösning|løsning|çözüm|λύση|解答|解|हल|풀이|해답|corrigé)(?: \S{1,12})?"
)
# Whose an answer is that somebody wrote where it was asked for: "My answer: b".
_OWN = re.compile(r"(?i)(?:my|ma|mes|meine?|mis?|minhas?|mijn) ")
# What is worked out in the text itself, so that its solution belongs there.
_EXAMPLE = re.compile(
    r"(?i)(?:(?:worked|solved|first|second|another|further) )?"
    r"(?:examples?|beispiele?|exemples?|ejemplos?|exemplos?|esempio?|voorbeeld(?:en)?|przykłady?|примеры?|приклади?|příklady?|örnek|eksempel|exempel|παράδειγμα|exemplul)\b"
    r"|(?:مثال|דוגמה)\b|例(?![如外])"
)
# The beginning of a line that has a name: “**Answers:** 1. rain”, and what it says.
_RUN_IN = re.compile(
    r"\s*[*_]{0,3}([^*_:\uff1a]{2,80}?)[ \u00a0\u202f]?(?:[:\uff1a][*_]{0,3}|[*_]{1,3}[ \u00a0\u202f]?[:\uff1a])"
    r"\s*[*_]{0,3}([^\s*_].*)"
)
# The letter of what is chosen, alone or before it: “b”, “C) the sea”, “a and c”. A number alone may be what comes out.
_CHOICE = re.compile(r"[(\[]?[^\W\d_](?:[)\].:,](?!\d)|[\s*_]*$| (?:and|und|et|y|e|&) [^\W\d_]\b)")
# What asks: a question, or a line that is left to write on.
_ASKS_AT_LAST = re.compile(r"[?\uff1f؟][\s*_)\]»”\"']*$|_{2}")
_ROOM = re.compile(r"_{2}|\.{4}|…{2}|\]\{\.gap")
# Whom answers are for, if not for students.
_WHOM = re.compile(
    r"(?i)teacher|parent|lehr|eltern|enseignant|professeur|docente|profesor|professor|insegnant|leraar|ouders"
    r"|учител|nauczyciel|öğretmen|معلم|老师|教师"
)
_NAMED = re.compile(
    rf"(?i)(?:{_QUESTION}|problem|q|問題?|问题|練習|练习|سؤال|السؤال|تمرين|שאלה|प्रश्न|अभ्यास)\s*\d|quiz\b"
)
_PARTS = re.compile(r"[|/()\[\]:\uff1a\u2013\u2014]|\s-\s")
# Points and vowel signs (Hebrew, Arabic, India's) are no letters for `re`, and belong to their words.
_SIGNS = re.compile(r"(?:[^\w.\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff]|\.(?!\d)|_)+")
# A line that begins with a name in bold or before a colon, or is a heading, and what follows it.
_LABEL = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]+)?(?:(?:\*\*|__)([^*_\n:\uff1a]{2,60}?)[ \u00a0]?[:\uff1a]?(?:\*\*|__)[ \u00a0]?[:\uff1a]?"
    r"|([^*_\n:\uff1a]{2,60}?)[ \u00a0]?(?:[:\uff1a]|$))[ \t]*(.*)"
)
# A title that is longer says more.
_LONGEST = 80


def answers(title: str) -> bool:
    """Tell whether a title speaks of an answer."""
    return bool(_ANSWERS.search(title))


def asks(title: str) -> bool:
    """Tell whether a title is that of a question: “Question 3”."""
    return bool(_NAMED.match(title.strip("*_ ")))


def reveals(title: str) -> bool:
    """Tell whether a title speaks of something that is kept back."""
    return bool(_REVEALS.search(title) or _CORRECTION.fullmatch(title.strip()))


def is_shut(title: str) -> bool:
    """Tell whether a title says only that there is something."""
    return bool(_SHUT.fullmatch(title))


def begins(line: str, *, asked: bool) -> str:
    """Return the name with which a line begins that answers, as “Answers: 1. rain”.

    One answer alone does if it was asked for; a solution does not, for an example has one.
    """
    found = _RUN_IN.fullmatch(line)
    name = _OWN.sub("", found[1].strip()) if found else ""
    if not found or _ROOM.search(found[2]) or not is_called(name) or _WORKED.fullmatch(name):
        return ""
    return found[1].strip() if asked or not _ONE.fullmatch(name) else ""


def is_choice(line: str) -> bool:
    """Tell whether a line that begins with a name says which of some things is right: “Answer: b”."""
    found = _RUN_IN.fullmatch(line)
    return bool(found and _CHOICE.match(found[2]))


def is_asked(line: str) -> bool:
    """Tell whether a line asks, so that one answer may follow."""
    return bool(_ASKS_AT_LAST.search(line))


def is_example(title: str) -> bool:
    """Tell whether a title is that of an example, which is worked out below it: “Example 2”."""
    return bool(_EXAMPLE.match(title.strip("*_ ")))


def is_one(title: str) -> bool:
    """Tell whether a title is that of one answer or solution, as an example has it."""
    said = _SIGNS.sub(" ", title).strip()
    return bool(_WORKED.fullmatch(said) or _ONE.fullmatch(said))


def is_question(title: str) -> bool:
    """Tell whether a title is a question, or that of one."""
    return asks(title) or is_asked(title)


def labelled(line: str) -> str | None:
    """Return what follows the name of an answer with which a line begins, “**Answer:** the sea”; `None` without it."""
    found = _LABEL.fullmatch(line)
    return found[3] if found and not _ROOM.search(found[3]) and is_called(found[1] or found[2]) else None


def is_called(title: str) -> bool:
    """Tell whether a title is that of answers alone: “Answers to Exercise 3”, not “Solutions and mixtures”."""
    if len(title) > _LONGEST or not (answers(title) or _CORRECTION.fullmatch(title.strip())):
        return False
    parts = [words for part in _PARTS.split(title) if (words := _SIGNS.sub(" ", part).strip())]
    if parts and (_KEY.fullmatch(parts[0]) or _CORRECTION.fullmatch(parts[0])):
        return True
    called = [part for part in parts if _CALLED.fullmatch(part)]
    return bool(called) and all(part in called or _BESIDE.fullmatch(part) or _WHOM.search(part) for part in parts)
