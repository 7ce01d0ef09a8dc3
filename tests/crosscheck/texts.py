"""The whole way from texts to findings, as a desk goes it: import, suggest, cross-check."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any


class Press:
    """A desk with a ledger of its own, to which articles come."""

    def __init__(self, desk: Callable[..., Any], folder: Path) -> None:
        self.desk = desk
        self._file = folder / "wire.jsonl"

    def print(self, name: str, text: str, **fields: Any) -> None:
        """Let an article come in, or a further text of it, and let its claims be suggested."""
        row = {"id": name, "text": text, "published": "2025-03-01", "language": "de", **fields}
        self._file.write_text(json.dumps(row, ensure_ascii=False), "utf-8")
        self.desk("import", self._file.name)
        self.desk("suggest")

    def check(self, rule: str) -> list[dict[str, Any]]:
        """Return the open findings of a rule after a run; what a run over all finds is the same."""
        findings = self._list(self.desk("cross-check", "--json"))
        assert self._list(self.desk("cross-check", "--all", "--json")) == findings
        return [finding for finding in findings if finding["rule"] == rule]

    def _list(self, ran: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = ran.json["findings"]
        return found
