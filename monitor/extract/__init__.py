"""Article text -> figures: what is counted, how many, who says it, where it stands (issue 3)."""

from __future__ import annotations

from monitor.extract.extractor import Extractor
from monitor.extract.output import as_json

__all__ = ["Extractor", "as_json"]
