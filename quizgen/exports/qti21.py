"""QTI 2.1: a content package for Moodle plugins, OpenOLAT, TAO and many others."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.exports.shared.format import Format, Layout
from quizgen.exports.shared.qti import Dialect, alters, fits, package, read
from quizgen.quiz.paper import Paper

_QTI, _CP = "http://www.imsglobal.org/xsd/imsqti_v2p1", "http://www.imsglobal.org/xsd/imscp_v1p1"
_DIALECT = Dialect(
    namespace=_QTI, schema=f"{_QTI} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd", manifest=_CP,
    manifest_schema=f"{_CP} http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    schema_version="1.0.0", test_type="imsqti_test_xmlv2p1", item_type="imsqti_item_xmlv2p1",
    templates="http://www.imsglobal.org/question/qti_v2p1/rptemplates/", ending="", kebab=False,
)  # fmt: skip


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The package of a paper."""
    return package(_DIALECT, papers[0], layout)


FORMAT = Format("QTI 2.1", ".qti21.zip", write, read, fits, alters=alters)
