"""QTI 1.2 as Canvas reads it: a package with the quiz's settings beside its questions."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from quizgen.exports.shared.archive import packed, unpacked
from quizgen.exports.shared.fitting import alike, blank, heading, no_xml, run_together
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import amount, name_of, one_line
from quizgen.exports.shared.markup import as_html, from_html
from quizgen.model.draw import draw
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_CP = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_META_TYPE = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
_TYPES = {
    Mode.CHOICE: "multiple_choice_question", Mode.SHORT: "short_answer_question",
    Mode.TRUE_FALSE: "true_false_question", Mode.MATCHING: "matching_question",
}  # fmt: skip

_LONGEST_TITLE, _LONGEST = 255, 16_384
"""Characters of a title and of a text, which Canvas counts in HTML."""


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The package of a paper."""
    paper = papers[0]
    quiz = f"g{draw('quiz', paper.id, paper.title).hex()}"
    return packed(
        {
            "imsmanifest.xml": _bytes(_manifest(quiz)),
            f"{quiz}/assessment_meta.xml": _bytes(_meta(quiz, paper)),
            f"{quiz}/{quiz}.xml": _bytes(_assessment(quiz, paper, layout)),
        }
    )


def _bytes(root: Element) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root) + b"\n"


def _manifest(quiz: str) -> Element:
    root = Element("manifest", {"identifier": f"{quiz}_manifest", "xmlns": _CP})
    about = SubElement(root, "metadata")
    SubElement(about, "schema").text = "IMS Content"
    SubElement(about, "schemaversion").text = "1.1.3"
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    held = SubElement(resources, "resource", identifier=quiz, type="imsqti_xmlv1p2")
    SubElement(held, "file", href=f"{quiz}/{quiz}.xml")
    SubElement(held, "dependency", identifierref=f"{quiz}_meta")
    href = f"{quiz}/assessment_meta.xml"
    meta = SubElement(resources, "resource", identifier=f"{quiz}_meta", type=_META_TYPE, href=href)
    SubElement(meta, "file", href=href)
    return root


def _title(paper: Paper) -> str:
    return heading(paper.title)[:_LONGEST_TITLE]


def _meta(quiz: str, paper: Paper) -> Element:
    root = Element("quiz", {"identifier": quiz, "xmlns": _CANVAS})
    settings = {
        "title": _title(paper), "description": "", "shuffle_answers": "false", "scoring_policy": "keep_highest",
        "quiz_type": "assignment", "points_possible": amount(paper.points), "allowed_attempts": "1",
    }  # fmt: skip
    for name, value in settings.items():
        SubElement(root, name).text = value
    return root


def _assessment(quiz: str, paper: Paper, layout: Layout) -> Element:
    root = Element("questestinterop", xmlns=_QTI)
    assessment = SubElement(root, "assessment", ident=quiz, title=_title(paper))
    section = SubElement(assessment, "section", ident="root_section")
    for item in paper.items:
        _item(section, item, layout)
    return root


def _item(section: Element, item: Item, layout: Layout) -> None:
    name = f"g{draw(item.deck, item.id).hex()}"
    root = SubElement(section, "item", ident=name, title=name_of(item))
    facts = SubElement(SubElement(root, "itemmetadata"), "qtimetadata")
    for label, entry in (("question_type", _TYPES[item.mode]), ("points_possible", amount(item.points)),
                         ("assessment_question_identifierref", f"{name}q")):  # fmt: skip
        field = SubElement(facts, "qtimetadatafield")
        SubElement(field, "fieldlabel").text = label
        SubElement(field, "fieldentry").text = entry
    shown = SubElement(root, "presentation")
    _material(shown, f"<p>{as_html(item.stem)}</p>", "text/html")
    processing = SubElement(root, "resprocessing")
    SubElement(
        SubElement(processing, "outcomes"), "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal"
    )
    if item.feedback and layout.source:
        condition = SubElement(processing, "respcondition", {"continue": "Yes"})
        SubElement(SubElement(condition, "conditionvar"), "other")
        SubElement(condition, "displayfeedback", feedbacktype="Response", linkrefid="general_fb")
    {Mode.SHORT: _entry, Mode.MATCHING: _match}.get(item.mode, _choice)(shown, processing, item)
    if item.feedback and layout.source:
        told = SubElement(SubElement(root, "itemfeedback", ident="general_fb"), "flow_mat")
        _material(told, f"<p>{as_html(item.feedback)}</p>", "text/html")


def _material(parent: Element, text: str, kind: str = "text/plain") -> None:
    SubElement(SubElement(parent, "material"), "mattext", texttype=kind).text = text


def _choice(shown: Element, processing: Element, item: Item) -> None:
    asked = SubElement(SubElement(shown, "response_lid", ident="response1", rcardinality="Single"), "render_choice")
    for place, choice in enumerate(item.choices, 1):
        _material(SubElement(asked, "response_label", ident=f"{1000 + place}"), choice.text)
        if choice.right:
            _scores(processing, "response1", [f"{1000 + place}"], "Set", 100)


def _entry(shown: Element, processing: Element, item: Item) -> None:
    asked = SubElement(SubElement(shown, "response_str", ident="response1", rcardinality="Single"), "render_fib")
    SubElement(asked, "response_label", ident="answer1", rshuffle="No")
    _scores(processing, "response1", [one_line(text) for text in item.right], "Set", 100)


def _match(shown: Element, processing: Element, item: Item) -> None:
    for part, (asked_of, card) in enumerate(zip(item.parts, item.cards, strict=True), 1):
        response = SubElement(shown, "response_lid", ident=f"response_{part}")
        _material(response, asked_of)
        asked = SubElement(response, "render_choice")
        for place, choice in enumerate(item.choices, 1):
            _material(SubElement(asked, "response_label", ident=f"{1000 + place}"), choice.text)
            if choice.text == card.answer:
                _scores(processing, f"response_{part}", [f"{1000 + place}"], "Add", 100 / len(item.cards))


def _scores(processing: Element, response: str, values: Sequence[str], action: str, share: float) -> None:
    condition = SubElement(processing, "respcondition", {"continue": "Yes" if action == "Add" else "No"})
    tests = SubElement(condition, "conditionvar")
    for value in values:
        SubElement(tests, "varequal", respident=response).text = value
    SubElement(condition, "setvar", action=action, varname="SCORE").text = f"{share:.2f}"


_NS = {"q": _QTI}


def read(data: bytes) -> list[Asked]:
    """The questions of such a package."""
    document = next(held for name, held in unpacked(data).items() if "/" in name and "assessment_meta" not in name)
    return [_asked(item) for item in ElementTree.fromstring(document).iterfind(".//q:item", _NS)]


def _asked(item: Element) -> Asked:
    stem = item.findtext("q:presentation/q:material/q:mattext", "", _NS)
    stem = from_html(stem.removeprefix("<p>").removesuffix("</p>"))
    right = {
        (test.get("respident"), test.text or "")
        for condition in item.iterfind("q:resprocessing/q:respcondition", _NS)
        if condition.find("q:setvar", _NS) is not None
        for test in condition.iterfind("q:conditionvar/q:varequal", _NS)
    }
    told = item.findtext("q:itemfeedback/q:flow_mat/q:material/q:mattext", "", _NS)
    told = from_html(told.removeprefix("<p>").removesuffix("</p>"))
    if item.find(".//q:response_str", _NS) is not None:
        return Asked(stem, tuple(t.text or "" for t in item.iterfind(".//q:varequal", _NS)), (), told)
    found: list[str] = []
    wrong: list[str] = []
    for response in item.iterfind("q:presentation/q:response_lid", _NS):
        for label in response.iterfind("q:render_choice/q:response_label", _NS):
            text = label.findtext("q:material/q:mattext", "", _NS)
            (found if (response.get("ident"), label.get("ident") or "") in right else wrong).append(text)
    many = item.findall("q:presentation/q:response_lid", _NS)
    return Asked(stem, tuple(found), () if len(many) > 1 else tuple(wrong), told)


def fits(item: Item) -> str:
    """Whatever XML and Canvas can hold."""
    held = (item.stem, *item.right, *item.wrong, *item.parts, item.feedback)
    long = any(len(as_html(text)) > _LONGEST - len("<p></p>") for text in held)
    return blank(item) or alike(item) or no_xml(item) or (f"with texts over {_LONGEST:,} characters" if long else "")


def alters(item: Item) -> str:
    """What is typed stands on one line."""
    return run_together(*item.right) if item.mode is Mode.SHORT else ""


FORMAT = Format("Canvas (QTI 1.2)", ".qti12.zip", write, read, fits, alters=alters)
