"""QTI 3: a content package in the newest spelling of QTI."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.exports.shared.format import Format, Layout
from quizgen.exports.shared.qti import Dialect, alters, fits, package, read
from quizgen.quiz.paper import Paper

_QTI = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
_CP = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
_SCHEMAS = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd"
_DIALECT = Dialect(
    namespace=_QTI, schema=f"{_QTI} {_SCHEMAS}/imsqti_asiv3p0_v1p0.xsd", manifest=_CP,
    manifest_schema=f"{_CP} {_SCHEMAS}/imsqtiv3p0_imscpv1p2_v1p0.xsd", schema_version="3.0.0",
    test_type="imsqti_test_xmlv3p0", item_type="imsqti_item_xmlv3p0",
    templates="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/", ending=".xml", kebab=True,
)  # fmt: skip


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The package of a paper."""
    return package(_DIALECT, papers[0], layout)


FORMAT = Format("QTI 3", ".qti3.zip", write, read, fits, alters=alters)
