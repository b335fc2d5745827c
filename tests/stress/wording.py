"""Words, sentences and texts of several scripts, without sense but always the same for a seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

ENGLISH = [
    *("the", "Council", "may", "take", "such", "action", "by", "air", "sea", "or", "land", "forces", "as", "be"),
    *("necessary", "to", "maintain", "restore", "international", "peace", "and", "security", "when", "members", "of"),
    *("an", "alliance", "agree", "on", "a", "mandate", "which", "describes", "aims", "limits", "costs", "risks"),
    *("every", "operation", "before", "anybody", "is", "sent", "abroad"),
]
GERMAN = [
    *("Sicherheitsratsresolutionsentwurf", "Verteidigungsministerkonferenz", "Friedenserhaltungseinsatz"),
    *("Nichtverbreitungsvertrag", "Waffenstillstandsvereinbarung", "Bundesverfassungsgerichtsentscheidung"),
    *("Generalversammlungsbeschluss", "Rechtsschutzversicherungsgesellschaft", "Völkerrechtskommission"),
    *("und", "die", "der", "mit", "ohne", "zwischen"),
]
CHINESE = "联合国安全理事会可以采取必要的空海陆军行动以维持或恢复国际和平与安全会员国应当提供军队援助和便利"
JAPANESE = "安全保障理事会は国際の平和と安全の維持または回復に必要な行動をとることができる加盟国の空軍海軍"
KOREAN = [
    *("안전보장이사회는", "국제", "평화와", "안전의", "유지", "또는", "회복에"),
    *("필요한", "조치를", "취할", "수", "있다", "회원국", "군대"),
]
ARABIC = [
    *("يجوز", "لمجلس", "الأمن", "أن", "يتخذ", "بطريق", "القوات", "الجوية", "والبحرية", "والبرية", "من", "الأعمال"),
    *("ما", "يلزم", "لحفظ", "السلم", "والأمن", "الدولي", "أو", "لإعادته", "إلى", "نصابه", "المظاهرات", "والحصر"),
]


@dataclass(frozen=True)
class Words:
    """Makes words, sentences and lists out of a vocabulary; the same ones for the same seed."""

    chance: random.Random

    def some(self, count: int, vocabulary: list[str] | None = None) -> str:
        """Return so many words as a sentence."""
        words = self.chance.choices(vocabulary or ENGLISH, k=count)
        return f"{words[0][0].upper()}{' '.join(words)[1:]}."

    def signs(self, count: int, text: str) -> str:
        """Return a text of so many characters that has no blanks."""
        drawn = self.chance.choices(text, k=count)
        return "".join(f"{sign}\uff0c" if number % 17 == 16 else sign for number, sign in enumerate(drawn)) + "\u3002"

    def sentences(self, count: int, vocabulary: list[str] | None = None) -> str:
        """Return so many sentences of 8 to 24 words."""
        return " ".join(self.some(self.chance.randint(8, 24), vocabulary) for _ in range(count))
