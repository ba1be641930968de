"""A deck for tests of papers and exports: every way of asking, and a text that is dangerous somewhere."""

from __future__ import annotations

from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Deck, Source


def card(name: str, question: str, answer: str, *wrong: str, **more: object) -> Card:
    """A generated card of the kind its name begins with."""
    kind = name.partition("-")[0]
    return Card(id=name, kind=kind, question=question, answer=answer, distractors=wrong, **more)  # type: ignore[arg-type]


MILLS = Deck(
    id="mills",
    title="A year of mills",
    sources=(Source(file="mills.txt", sha256="0" * 64, title="A year of mills"),),
    cards=(
        card("date-when-1", "When did the Bramley mill open?", "4 May 1887", "4 May 1878", "4 June 1887", "5 May 1887",
             fact="f1", context="In Leeds", accept=("4/5/1887",), tags=("mills",),
             evidence=(Evidence(0, 41, "The Bramley mill was opened on 4 May 1887"),)),
        card("date-when-2", "In which year did the Ruswarp mill burn down?", "1911", "1901", "1921", "1910", fact="f2"),
        card("date-when-3", "In which year was the mill law passed?", "1833", "1838", "1843", fact="f3"),
        card("attribution-who-4", "Who said that “the mill -> river” works?", "Mayor Colton", "Ada Hartley", "J. Holt",
             fact="f4", note="He said it twice."),
        card("attribution-who-5", "Who called the wheel {=fast} ~ 100% {{c1::safe}}?", "Ada Hartley", "Mayor Colton",
             fact="f5", tags=("wheels", "safe & sound")),
        card("initiative-which-6", "=1+1 Which <b>act</b> & 'deed' ]]> ended it? \\n $x$ #1 _a_ *b* `c` [d]",
             "the Mill Act", "the River Act", "the Wheel Act", fact="f6"),
        Card(id="by-hand", question="What is a sluice?\nA. A gate", answer="a gate for water", accept=("a gate",)),
    ),
)  # fmt: skip
