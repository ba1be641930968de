"""Packages from npm that tests open our files with: players and schemas."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest


def brought(package: str, folder: Path) -> Path:
    """The files of a package.

    Args:
        package: its name and version, as "@scope/name@1.2.3".
        folder: where it goes. ``QUIZGEN_NPM_PACKAGES`` names a folder that holds it packed, or npm brings it; the test
            is skipped where it cannot.
    """
    packed = Path(os.environ.get("QUIZGEN_NPM_PACKAGES") or folder)
    file = packed / f"{package.removeprefix('@').replace('/', '-').replace('@', '-')}.tgz"
    if not file.is_file():
        npm = shutil.which("npm") or pytest.skip("npm is not installed")
        command = [npm, "pack", "--silent", "--cache", str(folder / "cache"), package]
        if subprocess.run(command, cwd=packed, capture_output=True, timeout=120).returncode:
            pytest.skip(f"npm cannot bring {package}")
    with tarfile.open(file) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"
