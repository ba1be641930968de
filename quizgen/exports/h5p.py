"""H5P: the content of a Question Set, without the libraries, which the school's own H5P brings.

Layout: https://h5p.org/documentation/developers/h5p-specification
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from typing import Any

from quizgen.exports.shared.archive import packed, unpacked
from quizgen.exports.shared.fitting import alike, blank, heading, no_choices, no_matching
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import name_of
from quizgen.exports.shared.markup import as_html, from_html
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

_LIBRARIES = {
    "H5P.QuestionSet": (1, 20), "H5P.MultiChoice": (1, 16), "H5P.TrueFalse": (1, 8),
}  # fmt: skip
"""Those that the content names; what these need themselves, they tell."""
_LONGEST_TITLE = 255
"""In bytes, as H5P counts."""


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The package of a paper."""
    paper = papers[0]
    named = dict.fromkeys(["H5P.QuestionSet", *(_kind(item)[0] for item in paper.items)])
    about = {
        "title": _title(paper), "language": "und", "mainLibrary": "H5P.QuestionSet", "embedTypes": ["iframe"],
        "license": "U", "defaultLanguage": paper.language[:2],
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": major, "minorVersion": minor}
            for name, (major, minor) in ((name, _LIBRARIES[name]) for name in named)
        ],
    }  # fmt: skip
    content = {
        "introPage": {"showIntroPage": False, "title": "", "introduction": ""},
        "progressType": "dots",
        "passPercentage": 50,
        "disableBackwardsNavigation": False,
        "randomQuestions": False,
        "questions": [_question(item, layout) for item in paper.items],
    }
    return packed({"h5p.json": _json(about), "content/content.json": _json(content)})


def _title(paper: Paper) -> str:
    return heading(paper.title).encode()[:_LONGEST_TITLE].decode(errors="ignore").strip() or "Quiz"


def _kind(item: Item) -> tuple[str, str]:
    """The library that asks an item, and what H5P calls it."""
    if item.mode is Mode.TRUE_FALSE:
        return "H5P.TrueFalse", "True/False Question"
    return "H5P.MultiChoice", "Multiple Choice"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def _question(item: Item, layout: Layout) -> dict[str, Any]:
    kind, name = _kind(item)
    major, minor = _LIBRARIES[kind]
    return {
        "library": f"{kind} {major}.{minor}",
        "params": _true_false(item, layout) if item.mode is Mode.TRUE_FALSE else _multi_choice(item, layout),
        "subContentId": str(uuid.uuid5(uuid.NAMESPACE_URL, f"quizgen:{item.deck}/{item.id}")),
        "metadata": {"contentType": name, "license": "U", "title": name_of(item)},
    }


def _multi_choice(item: Item, layout: Layout) -> dict[str, Any]:
    told = as_html(item.feedback) if layout.source else ""
    return {
        "question": f"<p>{as_html(item.stem)}</p>",
        "answers": [
            {
                "text": f"<div>{as_html(choice.text)}</div>",
                "correct": choice.right,
                "tipsAndFeedback": {"tip": "", "chosenFeedback": told, "notChosenFeedback": ""},
            }
            for choice in item.choices
        ],
        "behaviour": {"type": "single", "enableRetry": True, "enableSolutionsButton": True, "randomAnswers": True},
    }


def _true_false(item: Item, layout: Layout) -> dict[str, Any]:
    told = item.feedback if layout.source else ""
    return {
        "question": f"<p>{as_html(item.stem)}</p>",
        "correct": item.right[0].lower(),
        "behaviour": {
            "enableRetry": True,
            "enableSolutionsButton": True,
            "feedbackOnCorrect": told,
            "feedbackOnWrong": told,
        },
    }


def read(data: bytes) -> list[Asked]:
    """The questions of such a package."""
    return [_asked(each["params"]) for each in json.loads(unpacked(data)["content/content.json"])["questions"]]


def _asked(params: dict[str, Any]) -> Asked:
    stem = from_html(params["question"].removeprefix("<p>").removesuffix("</p>"))
    if "answers" not in params:
        right = params["correct"].title()
        told = params["behaviour"]["feedbackOnCorrect"]
        return Asked(stem, (right,), ("False" if right == "True" else "True",), told)
    answers = [
        (from_html(answer["text"].removeprefix("<div>").removesuffix("</div>")), answer["correct"])
        for answer in params["answers"]
    ]
    told = from_html(params["answers"][0]["tipsAndFeedback"]["chosenFeedback"])
    return Asked(stem, tuple(t for t, right in answers if right), tuple(t for t, right in answers if not right), told)


def fits(item: Item) -> str:
    """Choices, and what is true or false."""
    return no_matching(item) or no_choices(item) or blank(item) or alike(item)


FORMAT = Format("H5P", ".h5p", write, read, fits, omits=("points",))
