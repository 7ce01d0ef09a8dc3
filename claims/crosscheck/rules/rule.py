"""What a rule is: a name, how grave a breach is, and what it finds in a slot."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from claims.crosscheck.alternatives import Conflict
from claims.crosscheck.examined import Examined


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the cross-check; texts by language ("de", "en")."""

    name: str
    severity: str
    title: Mapping[str, str]
    explanation: Mapping[str, str]
    find: Callable[[Examined], Conflict | None]
    enabled: bool = True

    def to_json(self) -> dict[str, Any]:
        """Return the rule as the JSON contract writes it."""
        return {
            "name": self.name,
            "severity": self.severity,
            "title": self.title["en"],
            "title_de": self.title["de"],
            "explanation": self.explanation["en"],
            "explanation_de": self.explanation["de"],
            "enabled": self.enabled,
        }
