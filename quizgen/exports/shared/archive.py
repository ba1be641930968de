"""Zip archives that are the same whenever they are written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MOST = 64 << 20


def packed(files: Mapping[str, bytes]) -> bytes:
    """An archive of ``files``, by their names, in the order given, with no date of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            archive.writestr(info, data)
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of an archive, each of at most 64 MB."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.open(info).read(_MOST) for info in archive.infolist()}
