"""A quiz line by line, for screen readers and pipes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase

from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.quiz.item import Item, Mode
from quizgen.study.members import CardsById
from quizgen.study.quizrun import QuizRun
from quizgen.study.results import Reply, Result, keep, replies, results
from tui.desk import Desk
from tui.plain_lines import Left, Lines
from tui.quizzing import QuizPlan, mistakes, remaining, score, sit_quiz, when
from tui.showing import one_line
from tui.spoken import proofs
from tui.telling import counted

_HELP = """\
Answer with the letter before a choice, or type the answer.
Enter alone puts a question off until the end.
undo or u: Go back to the question before.
leave or q: Hand the quiz in; what is not answered counts as wrong.
repeat or r: Say the question again.
help or ?: Say this.
Where the answer is typed, commands have a colon before them: :leave."""
_COMMANDS = {
    word: name for name, words in {
        "undo": ("undo", "u"), "leave": ("leave", "q"), "repeat": ("repeat", "r"), "help": ("help", "?"),
    }.items() for word in words
}  # fmt: skip
"""What is meant by a word."""


class _Back(Exception):  # noqa: N818  (it is no error)
    """The question before is to come once more."""


def quiz(desk: Desk, decks: Sequence[Deck], plan: QuizPlan, lines: Lines) -> None:
    """Ask a quiz; when the input ends it is handed in.

    Raises:
        QuizgenError: no card is left to ask, or the progress file cannot be used.
    """
    run = sit_quiz(desk, decks, plan)
    asked = counted(len(run.paper.items), "question")
    typed = run.current is not None and run.current.mode is Mode.SHORT
    lines.say(run.paper.title, f"{asked}. {':help' if typed else 'help'} tells all commands.")
    try:
        while (item := run.current) is not None:
            _ask(run, item, lines)
    except Left:
        run.hand_in()
    if not run.answered and not run.out_of_time:
        lines.say("Nothing was answered, and nothing is kept.")
        return
    if run.out_of_time:
        lines.say("The time is up.")
    result = keep(desk.store, run, desk.now())
    lines.say("", f"Result: {score(result).replace(' · ', ', ')}.")
    review(replies(desk.store, result), CardsById(decks, hidden=True), lines)


def review(found: Sequence[Reply], cards: Mapping[tuple[str, str], Card], lines: Lines) -> None:
    """Say what went wrong, with the proof."""
    for reply in mistakes(found):
        lines.say("", f"Question: {one_line(reply.question)}")
        lines.say("Not answered." if reply.given is None else f"Your answer: {one_line(reply.given)}")
        lines.say(f"{'Close. ' if reply.share else ''}Right: {one_line(reply.answer)}")
        card = cards.get((reply.deck, reply.card))
        lines.say(*(proofs(card) if card is not None else ()))


def past(desk: Desk, lines: Lines) -> None:
    """List the results kept, the newest first."""
    found = results(desk.store)
    lines.say(*map(_row, found) if found else ["No quiz was taken yet."])


def _row(result: Result) -> str:
    return f"{when(result)} {one_line(result.title)}: {score(result).replace(' · ', ', ')}"


def _ask(run: QuizRun, item: Item, lines: Lines) -> None:
    left = run.seconds_left
    clock = "" if left is None else f", {remaining(left)} left"
    lines.say("", f"{run.answered + 1} of {len(run.paper.items)}{clock}")
    lines.say(*_question(item))
    given: list[str] = []
    try:
        for part in range(len(item.cards)):
            answer = _answer(item, part, lines)
            if answer is None:
                run.put_off()
                return
            given.append(answer)
    except _Back:
        lines.say(*([] if run.take_back() else ["There is no question before."]))
    else:
        run.answer(given)


def _question(item: Item) -> Iterator[str]:
    yield from map(one_line, item.stem.splitlines())
    for letter, choice in zip(ascii_lowercase, item.choices, strict=False):
        yield f"  {letter}: {one_line(choice.text)}"


def _answer(item: Item, part: int, lines: Lines) -> str | None:
    """What is answered; None for what is put off.

    Raises:
        Left: the quiz is to be handed in.
        _Back: the question before is to come once more.
    """
    if item.mode is Mode.MATCHING:
        lines.say(one_line(item.parts[part]))
    while True:
        line = lines.ask(_prompt(item))
        place = ascii_lowercase.find(line.lower()) if len(line) == 1 else -1
        if 0 <= place < len(item.choices):
            return item.choices[place].text
        named = line.startswith(":") or item.mode is not Mode.SHORT
        command = _COMMANDS.get(line.removeprefix(":").strip().lower()) if named else None
        if command == "leave":
            raise Left
        if command == "undo":
            raise _Back
        if not line:
            return None
        if command == "help":
            lines.say(*_HELP.splitlines())
        elif command == "repeat":
            lines.say(*_question(item))
        elif item.mode is Mode.SHORT:
            return line
        else:
            lines.say("Answer with one of the letters; help tells all commands.")


def _prompt(item: Item) -> str:
    if item.mode is Mode.SHORT:
        return "Your answer: "
    return f"Choose a to {ascii_lowercase[len(item.choices) - 1]}: "
