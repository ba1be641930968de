"""Bytes -> Document, one file a source format."""

from quizgen.reading.documents import read_document, read_documents
from quizgen.reading.files import MAX_BYTES, expand

__all__ = ["MAX_BYTES", "expand", "read_document", "read_documents"]
