"""What stands against drafts as a SARIF 2.1.0 log (OASIS, errata 01), which editors and code hosts read.

Columns count UTF-16 units, as `columnKind` says: most programs that show such logs count so whatever
is written there.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote, urlsplit

from claims import __version__
from claims.crosscheck.rules.rule import Rule
from claims.desk.draft import Draft

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"violation": "error", "warning": "warning", "info": "note"}

Finding = Mapping[str, Any]


def make_sarif(
    linted: Iterable[tuple[Draft, Sequence[Finding], Sequence[str]]], rules: Sequence[Rule]
) -> dict[str, Any]:
    """Return the log of one run: drafts with their findings and what is said of each of these.

    Addresses of drafts are relative to the working directory where they lie below it. Rules are
    described in English, with a German translation beside.
    """
    places = {rule.name: place for place, rule in enumerate(rules)}
    seen: dict[str, int] = {}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "claims",
                        "version": __version__,
                        "language": "en",
                        "rules": [_describe_rule(rule) for rule in rules],
                    }
                },
                "translations": [
                    {
                        "name": "claims",
                        "language": "de",
                        "contents": ["localizedData"],
                        "translationMetadata": {"name": "Deutsch"},
                        "associatedComponent": {"name": "claims"},
                        "rules": [_translate_rule(rule) for rule in rules],
                    }
                ],
                "columnKind": "utf16CodeUnits",
                "results": [
                    _describe(draft, finding, message, places, seen)
                    for draft, findings, messages in linted
                    for finding, message in zip(findings, messages, strict=True)
                ],
            }
        ],
    }


def _describe_rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.title["en"]},
        "fullDescription": {"text": rule.explanation["en"]},
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.enabled},
    }


def _translate_rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.title["de"]},
        "fullDescription": {"text": rule.explanation["de"]},
    }


def _describe(
    draft: Draft, finding: Finding, message: str, places: Mapping[str, int], seen: dict[str, int]
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding["rule"],
        "level": LEVELS[finding["severity"]],
        "message": {"text": message.replace("](", "] (")},  # would be read as a link
        "locations": [{"physicalLocation": _locate(draft, finding)}],
        "partialFingerprints": {
            "claimsFinding/v1": finding["fingerprint"],
            "claimsStatement/v1": _fingerprint(finding, seen),
        },
    }
    if finding["rule"] in places:
        result["ruleIndex"] = places[finding["rule"]]
    related = [_relate(draft, number, other) for number, other in enumerate(finding["against"], start=1)]
    return result | ({"relatedLocations": related} if related else {})


def _fingerprint(finding: Finding, seen: dict[str, int]) -> str:
    """Return what makes this place the same tomorrow: the finding, its words, which of the same words it is."""
    said = "\n".join((finding["fingerprint"], finding["draft"], " ".join(finding["quote"].split())))
    seen[said] = seen.get(said, 0) + 1
    return hashlib.sha256(f"{said}\n{seen[said]}".encode()).hexdigest()


def _locate(draft: Draft, place: Finding) -> dict[str, Any]:
    """Return the place in the draft's file; of a title in its front matter only the file is known."""
    location: dict[str, Any] = {"artifactLocation": _write_address(draft.name)}
    if place["field"] == "text":
        line, column = draft.locate(place["start"], utf16=True)
        end_line, end_column = draft.locate(place["end"], utf16=True)
        location["region"] = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
            "snippet": {"text": place["quote"]},
        }
    return location


def _relate(draft: Draft, number: int, other: Finding) -> dict[str, Any]:
    """Return where the other side stands: in this draft, in an article by its address, else by its name."""
    if other["kind"] == "draft":
        return {"id": number, "physicalLocation": _locate(draft, other), "message": {"text": other["quote"]}}
    related: dict[str, Any] = {
        "id": number,
        "message": {"text": other["quote"] or other["reason"] or other["id"]},
    }
    if other["url"] and _is_address(other["url"]):
        related["physicalLocation"] = {"artifactLocation": {"uri": other["url"]}}
    name = other["external_id"] or other["article"] or other["id"]
    where = [part for part in (other["outlet"], other["article"], other["id"]) if part]
    related["logicalLocations"] = [
        {"name": name, "fullyQualifiedName": "/".join(where), "kind": other["kind"]}
    ]
    return related


def _is_address(url: str) -> bool:
    try:
        return urlsplit(url).scheme in {"http", "https"} and url.isascii() and " " not in url
    except ValueError:
        return False


def _write_address(name: str) -> dict[str, Any]:
    """Return a file's address, relative to the working directory where it lies below it."""
    path = PurePath(name)
    if path.is_absolute():
        try:
            path = path.relative_to(Path.cwd())
        except ValueError:
            return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix(), safe="/"), "uriBaseId": "%SRCROOT%"}
