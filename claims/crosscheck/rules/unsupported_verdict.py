"""A verdict says true or false, and nothing of what it names shows that."""

from dataclasses import replace

from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.held.examined import Examined
from claims.crosscheck.held.judged import Judged, gather_by_claim, note_claims
from claims.crosscheck.rules.rule import Rule

_SHOWS = {
    "true": frozenset({"supports", "qualifies"}),
    "mixed": frozenset({"supports", "refutes", "qualifies"}),
    "false": frozenset({"refutes", "qualifies"}),
}
"""The classes of ratings that need evidence, and what evidence can bear them."""

_IN_VAIN = "looked for evidence in vain"
_NONE = "no evidence"


def find(found: Examined) -> Conflict | None:
    """Return the claims with a verdict on their truth that nothing it names bears."""
    lacking = {verdict.verdict: lack for verdict in found.verdicts if (lack := _find_lack(verdict))}
    bare = [verdict for verdict in found.verdicts if verdict.verdict in lacking]
    conflict = note_claims(
        {
            claim: "; ".join(sorted({_describe(one, lacking[one.verdict]) for one in verdicts}))
            for claim, verdicts in gather_by_claim(bare).items()
        }
    )
    if conflict is None or any(lack != _IN_VAIN for lack in lacking.values()):
        return conflict
    return replace(conflict, severity="info")


def _find_lack(verdict: Judged) -> str | None:
    """Return what a verdict lacks; none can where it decides nothing."""
    bears = _SHOWS.get(verdict.truth_class)
    if bears is None:
        return None
    if not verdict.stances:
        return _IN_VAIN if verdict.none_found else _NONE
    if verdict.about != "content" or verdict.stances & bears:
        return None
    told = " or ".join("gives no answer" if one == "no answer" else one for one in sorted(verdict.stances))
    return f"all evidence {told}"


def _describe(verdict: Judged, lack: str) -> str:
    return f"{verdict.rating} by {verdict.reviewer}, {lack}"


RULE = Rule(
    name="unsupported-verdict",
    severity="warning",
    title={"de": "Bewertung ohne Beleg", "en": "Verdict without evidence"},
    explanation={
        "de": "Eine Bewertung nennt eine Behauptung richtig, falsch oder teils richtig, ohne einen Beleg "
        "anzugeben, oder jeder Beleg, den sie angibt, sagt das Gegenteil oder nichts dazu. Hat der Prüfer vermerkt, "
        "dass kein Beleg zu finden war, ist es nur ein Hinweis: Was sich nicht belegen lässt, ist unbewiesen.",
        "en": "A verdict calls a claim true, false or partly so and names no evidence, or all that it names says the "
        "opposite or nothing on it. Where the reviewer says that none was found it is only information: what cannot "
        "be shown is unproven.",
    },
    find=find,
)
