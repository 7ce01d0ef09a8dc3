"""What would settle a finding: what is missing for a decision, and what to type next."""

from collections.abc import Iterator, Mapping

from claims.cli.finding_side import Finding
from claims.cli.finding_words import WORDS

_MOST_STEPS = 4
_DECISIVE = frozenset({"primary", "official"})


def list_lacks(finding: Finding, language: str) -> Iterator[str]:
    """Yield what is missing for a decision."""
    words, slot = WORDS[language], finding["slot"]
    if not any(one["kind"] in _DECISIVE and one["stance"] != "no answer" for one in finding["evidence"]):
        label = (finding["predicate"] or {}).get(f"label_{language}")
        yield words["missing"].format(label, slot["subject"]["label"]) if label else words["missing_here"]
    places = [member for member in finding["members"] if member["mention"]]
    unread = [member for member in places if member["mention_state"] == "suggested"]
    if unread:
        some = len(unread) < len(places)
        yield words["unread"].format(len(unread), len(places)) if some else words["unread_all"]
    if not finding["verdicts"]:
        yield words["unjudged"]


def list_steps(finding: Finding, words: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return commands to type next, with what each is for."""
    claims = list(dict.fromkeys(m["claim"] for m in finding["members"] if m["alternative"] is not None))
    claims = claims or [member["claim"] for member in finding["members"][:1]]
    unread = [m["mention"] for m in finding["members"] if m["mention_state"] == "suggested"]
    steps: list[tuple[str, str]] = []
    if unread:
        steps.append((f"claims mention accept {' '.join(unread[:_MOST_STEPS])}", words["accept"]))
    values = {m["claim"]: m["value"] for m in finding["members"] if m["value"]}
    named = [values[claim]["id"] for claim in claims if values.get(claim, {}).get("type") == "entity"]
    if len(named) > 1 and all(named):
        steps.append((f"claims entity merge {named[1]} {named[0]}", words["merge"]))
    for claim in claims[:1]:
        steps += [
            ("claims source add --title … --kind primary --file …", words["add_source"]),
            (f"claims evidence add {claim} --source … --stance supports", words["add_evidence"]),
            (f"claims verdict add {claim} --rating … --rationale …", words["judge"]),
            (f"claims ruling add {claim} --reason …", words["rule_it"]),
        ]
    return [*steps, (f"claims finding waive {finding['id']} --reason …", words["waive"])]
