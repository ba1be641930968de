"""QTI 2.1 and 3: the same items under two spellings.

Specifications: https://www.imsglobal.org/question/ and https://www.imsglobal.org/spec/qti/v3p0/impl
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from quizgen.exports.shared.archive import packed, unpacked
from quizgen.exports.shared.fitting import alike, blank, heading, no_xml, run_together
from quizgen.exports.shared.format import Asked, Layout
from quizgen.exports.shared.lines import amount, name_of, one_line
from quizgen.model.draw import draw
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

_HTML = frozenset(["p", "br"])


class Dialect(NamedTuple):
    """What tells one QTI from another."""

    namespace: str
    schema: str
    manifest: str
    """The namespace of the package's manifest."""
    manifest_schema: str
    schema_version: str
    """Of the package, as its metadata tells it."""
    test_type: str
    item_type: str
    templates: str
    """The address of the response processing templates, less their names."""
    ending: str
    """Of the templates' names."""
    kebab: bool
    """Whether elements are called qti-simple-choice rather than simpleChoice."""

    def name(self, camel: str) -> str:
        """An element's name."""
        return camel if not self.kebab or camel in _HTML else f"qti-{_kebab(camel)}"

    def attributes(self, camel: Mapping[str, str]) -> dict[str, str]:
        """Attributes under their names."""
        return {(_kebab(name) if self.kebab else name): value for name, value in camel.items()}


def _kebab(camel: str) -> str:
    return re.sub(r"[A-Z]", lambda m: f"-{m[0].lower()}", camel)


class _Maker:
    """Makes elements of one dialect."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect

    def root(self, name: str, **attributes: str) -> Element:
        d = self.dialect
        found = Element(d.name(name), {"xmlns": d.namespace, "xmlns:xsi": _XSI, "xsi:schemaLocation": d.schema})
        found.attrib.update(d.attributes(attributes))
        return found

    def add(self, parent: Element, name: str, text: str = "", **attributes: str) -> Element:
        child = SubElement(parent, self.dialect.name(name), self.dialect.attributes(attributes))
        if text:
            child.text = text
        return child

    def lines(self, parent: Element, text: str) -> None:
        """Text with its line breaks."""
        first, *rest = text.split("\n")
        parent.text = first
        for line in rest:
            self.add(parent, "br").tail = line


_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def package(dialect: Dialect, paper: Paper, layout: Layout) -> bytes:
    """A content package: the manifest, a test, and one file an item."""
    make = _Maker(dialect)
    names = {id(item): identifier(f"{item.deck}.{item.id}") for item in paper.items}
    files = {"imsmanifest.xml": _manifest(dialect, paper, list(names.values()))}
    files["test.xml"] = _bytes(_test(make, paper, list(names.values())))
    for item in paper.items:
        files[f"items/{names[id(item)]}.xml"] = _bytes(_item(make, item, names[id(item)], layout))
    return packed(files)


def identifier(name: str) -> str:
    """A name as QTI allows identifiers: a letter or underscore, then letters, digits, ``_``, ``-`` and ``.``."""
    tame = re.sub(r"[^A-Za-z0-9_.-]", "-", name)
    tame = tame if re.match(r"[A-Za-z_]", tame) else f"_{tame}"
    return tame if tame == name and len(tame) <= 60 else f"{tame[:40]}-{draw(name).hex()}"


def _bytes(root: Element) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root) + b"\n"


def _item(make: _Maker, item: Item, name: str, layout: Layout) -> Element:
    root = make.root("assessmentItem", identifier=name, title=name_of(item), adaptive="false", timeDependent="false")
    {Mode.SHORT: _entry, Mode.MATCHING: _match}.get(item.mode, _choice)(make, root, item)
    if item.feedback and layout.source:
        declared = make.add(
            root, "outcomeDeclaration", identifier="FEEDBACK", cardinality="single", baseType="identifier"
        )
        make.add(make.add(declared, "defaultValue"), "value", "SOURCE")
        root.remove(declared)
        root.insert(2, declared)
        shown = make.add(root, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier="SOURCE", showHide="show")
        body = make.add(shown, "contentBody") if make.dialect.kebab else shown
        make.lines(make.add(body, "p"), item.feedback)
    return root


def _declared(make: _Maker, root: Element, correct: Sequence[str], base: str, *, many: bool = False) -> Element:
    response = make.add(
        root, "responseDeclaration", identifier="RESPONSE", cardinality="multiple" if many else "single", baseType=base
    )
    answer = make.add(response, "correctResponse")
    for value in correct:
        make.add(answer, "value", value)
    return response


def _scored(make: _Maker, root: Element, points: float) -> None:
    score = make.add(
        root, "outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float",
        normalMaximum=amount(points),
    )  # fmt: skip
    make.add(make.add(score, "defaultValue"), "value", "0")


def _mapped(make: _Maker, response: Element, values: Sequence[tuple[str, float]], most: float, *, text: bool) -> None:
    mapping = make.add(response, "mapping", lowerBound="0", upperBound=amount(most), defaultValue="0")
    for value, points in values:
        loose = {"caseSensitive": "false"} if text else {}
        make.add(mapping, "mapEntry", mapKey=value, mappedValue=amount(points), **loose)


def _processed(make: _Maker, root: Element) -> None:
    """Scores what the response maps to: by the standard template, and by its rules for engines that have none."""
    d = make.dialect
    processing = make.add(root, "responseProcessing", template=f"{d.templates}map_response{d.ending}")
    condition = make.add(processing, "responseCondition")
    none, given = make.add(condition, "responseIf"), make.add(condition, "responseElse")
    make.add(make.add(none, "isNull"), "variable", identifier="RESPONSE")
    make.add(make.add(none, "setOutcomeValue", identifier="SCORE"), "baseValue", "0", baseType="float")
    make.add(make.add(given, "setOutcomeValue", identifier="SCORE"), "mapResponse", identifier="RESPONSE")


def _choice(make: _Maker, root: Element, item: Item) -> None:
    names = [f"C{i}" for i in range(1, len(item.choices) + 1)]
    right = next(name for name, choice in zip(names, item.choices, strict=True) if choice.right)
    response = _declared(make, root, [right], "identifier")
    _mapped(make, response, [(right, item.points)], item.points, text=False)
    _scored(make, root, item.points)
    body = make.add(root, "itemBody")
    asked = make.add(
        body, "choiceInteraction", responseIdentifier="RESPONSE", maxChoices="1",
        shuffle="false" if item.mode is Mode.TRUE_FALSE else "true",
    )  # fmt: skip
    make.lines(make.add(asked, "prompt"), item.stem)
    for name, choice in zip(names, item.choices, strict=True):
        make.lines(make.add(asked, "simpleChoice", identifier=name), choice.text)
    _processed(make, root)


def _entry(make: _Maker, root: Element, item: Item) -> None:
    right = list(dict.fromkeys(map(one_line, item.right)))
    response = _declared(make, root, right[:1], "string")
    _mapped(make, response, [(text, item.points) for text in right], item.points, text=True)
    _scored(make, root, item.points)
    body = make.add(root, "itemBody")
    make.lines(make.add(body, "p"), item.stem)
    make.add(
        make.add(body, "p"), "textEntryInteraction", responseIdentifier="RESPONSE",
        expectedLength=str(max(map(len, right)) + 5),
    )  # fmt: skip
    _processed(make, root)


def _match(make: _Maker, root: Element, item: Item) -> None:
    places = {choice.text: f"A{i}" for i, choice in enumerate(item.choices, 1)}
    pairs = [f"Q{i} {places[card.answer]}" for i, card in enumerate(item.cards, 1)]
    each = item.points / len(item.cards)
    response = _declared(make, root, pairs, "directedPair", many=True)
    _mapped(make, response, [(pair, each) for pair in pairs], item.points, text=False)
    _scored(make, root, item.points)
    body = make.add(root, "itemBody")
    asked = make.add(
        body, "matchInteraction", responseIdentifier="RESPONSE", maxAssociations=str(len(pairs)), shuffle="false"
    )
    make.lines(make.add(asked, "prompt"), item.stem)
    questions, answers = make.add(asked, "simpleMatchSet"), make.add(asked, "simpleMatchSet")
    for i, part in enumerate(item.parts, 1):
        make.lines(make.add(questions, "simpleAssociableChoice", identifier=f"Q{i}", matchMax="1"), part)
    for text, name in places.items():
        make.lines(make.add(answers, "simpleAssociableChoice", identifier=name, matchMax="1"), text)
    _processed(make, root)


def _test(make: _Maker, paper: Paper, names: Sequence[str]) -> Element:
    root = make.root("assessmentTest", identifier=identifier(f"test.{paper.id}"), title=heading(paper.title))
    part = make.add(root, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="individual")
    section = make.add(part, "assessmentSection", identifier="section", title=heading(paper.title), visible="true")
    for name in names:
        make.add(section, "assessmentItemRef", identifier=name, href=f"items/{name}.xml")
    return root


def _manifest(dialect: Dialect, paper: Paper, names: Sequence[str]) -> bytes:
    root = Element(
        "manifest",
        {
            "xmlns": dialect.manifest, "xmlns:xsi": _XSI, "xsi:schemaLocation": dialect.manifest_schema,
            "identifier": identifier(f"package.{paper.id}"),
        },
    )  # fmt: skip
    about = SubElement(root, "metadata")
    SubElement(about, "schema").text = "QTI Package" if dialect.kebab else "QTIv2.1 Package"
    SubElement(about, "schemaversion").text = dialect.schema_version
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    test = SubElement(resources, "resource", identifier="test", type=dialect.test_type, href="test.xml")
    SubElement(test, "file", href="test.xml")
    for name in names:
        SubElement(test, "dependency", identifierref=name)
        href = f"items/{name}.xml"
        held = SubElement(resources, "resource", identifier=name, type=dialect.item_type, href=href)
        SubElement(held, "file", href=href)
    ElementTree.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root) + b"\n"


def read(data: bytes) -> list[Asked]:
    """The questions of a package, in the order of its test, whichever its dialect."""
    files = unpacked(data)
    test = ElementTree.fromstring(files["test.xml"])
    refs = [e.get("href") or "" for e in test.iter() if _local(e) == "assessmentitemref"]
    return [_asked(ElementTree.fromstring(files[ref])) for ref in refs]


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2].removeprefix("qti-").replace("-", "").lower()


def _asked(item: Element) -> Asked:
    found: dict[str, list[Element]] = {}
    for element in item.iter():
        found.setdefault(_local(element), []).append(element)
    correct = ["".join(value.itertext()) for value in found["correctresponse"][0]]
    keys = [next(v for k, v in e.attrib.items() if k in ("mapKey", "map-key")) for e in found["mapentry"]]
    told = "".join(_lines(p) for shown in found.get("modalfeedback", ()) for p in shown.iter() if _local(p) == "p")
    if "matchinteraction" in found:
        texts = {e.get("identifier"): _lines(e) for e in found["simpleassociablechoice"]}
        return Asked(_lines(found["prompt"][0]), tuple(texts[pair.split()[1]] for pair in keys), (), told)
    if "textentryinteraction" in found:
        return Asked(_lines(found["p"][0]), tuple(dict.fromkeys((correct[0], *keys))), (), told)
    texts = {e.get("identifier"): _lines(e) for e in found["simplechoice"]}
    wrong = tuple(text for name, text in texts.items() if name not in correct)
    return Asked(_lines(found["prompt"][0]), (texts[correct[0]],), wrong, told)


def _lines(element: Element) -> str:
    return (element.text or "") + "".join("\n" + (child.tail or "") for child in element)


def fits(item: Item) -> str:
    """Whatever XML can hold."""
    return blank(item) or alike(item) or no_xml(item)


def alters(item: Item) -> str:
    """What is typed stands on one line."""
    return run_together(*item.right) if item.mode is Mode.SHORT else ""
