"""What `claims finding show` says around a finding, in the reader's language."""

import os
from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "violation": "violation", "warning": "warning", "info": "note",
        "open": "open", "acknowledged": "acknowledged", "waived": "waived", "fixed": "fixed", "reopened": "open again",
        "why": "Why", "rule": "Rule", "settle": "Settle", "life": "Life", "verdict": "verdict", "evidence": "evidence",
        "fits": "Fits {}", "several": "Fits several", "concerned": "Also concerned", "and": "and",
        "undated": "undated", "no_outlet": "no outlet", "says": "says {}", "unnamed": "somebody unnamed",
        "suggested": "not reviewed", "accepted": "accepted", "accepted_by": "accepted by {} on {}",
        "nowhere": "In no article any more.", "earlier": "In no article any more; until revision {} it stood here:", "listed": "{} [{}], line {}: “{}”", "ruled": "House fact {}, since {}: {}", "headline": "headline",
        "more": "… and {} more mentions of this claim: claims claim show {}",
        "not": "not {}", "planned": "{} (planned)", "estimated": "{} (estimated)", "alleged": "{} (alleged)",
        "as_of": "{}, as of {}", "no_value": "none", "logarithmic": "(logarithmic)",
        "judged": "{} by {}, as of {}: {}", "stance_supports": "supports", "stance_refutes": "refutes",
        "stance_qualifies": "qualifies", "stance_no answer": "gives no answer",
        "missing": "No primary or official source says yet what is right about “{}” of {}.",
        "missing_here": "No primary or official source speaks on these claims yet.",
        "unread": "Nobody has reviewed {} of the {} mentions yet.", "unread_all": "Nobody has reviewed any of the mentions yet.",
        "unjudged": "No verdict stands on any of these claims.",
        "add_source": "add what settles it", "add_evidence": "what it says about the claim",
        "accept": "or reject it, if misread", "judge": "say which is right", "rule_it": "make an answer the house fact",
        "waive": "let it stand, with a reason", "merge": "if both names mean one",
        "by_open": "found", "by_acknowledge": "acknowledged", "by_waive": "waived", "by_fix": "settled",
        "by_reopen": "opened again", "until": "until {}", "by_machine": "by the cross-check", "by": "by {}",
    },
    "de": {
        "violation": "Widerspruch", "warning": "Warnung", "info": "Hinweis",
        "open": "offen", "acknowledged": "in Arbeit", "waived": "hingenommen", "fixed": "erledigt",
        "reopened": "wieder offen",
        "why": "Warum", "rule": "Regel", "settle": "Klären", "life": "Verlauf", "verdict": "Bewertung", "evidence": "Beleg",
        "fits": "Passt zu {}", "several": "Passt zu mehreren", "concerned": "Ebenfalls betroffen", "and": "und",
        "undated": "ohne Datum", "no_outlet": "ohne Medium", "says": "sagt {}", "unnamed": "jemand Ungenanntes",
        "suggested": "ungeprüft", "accepted": "angenommen", "accepted_by": "angenommen von {} am {}",
        "nowhere": "In keinem Artikel mehr.", "earlier": "In keinem Artikel mehr; bis zur Fassung {} stand es hier:", "listed": "{} [{}], Zeile {}: „{}“", "ruled": "Hausfakt {}, seit {}: {}", "headline": "Überschrift",
        "more": "… und {} weitere Fundstellen dieser Behauptung: claims claim show {}",
        "not": "nicht {}", "planned": "{} (geplant)", "estimated": "{} (geschätzt)", "alleged": "{} (angeblich)",
        "as_of": "{}, Stand {}", "no_value": "keine", "logarithmic": "(logarithmisch)",
        "judged": "{} von {}, Stand {}: {}", "stance_supports": "stützt", "stance_refutes": "widerlegt",
        "stance_qualifies": "schränkt ein", "stance_no answer": "gibt keine Antwort",
        "missing": "Noch sagt keine Primärquelle oder amtliche Quelle, was bei „{}“ zu {} stimmt.",
        "missing_here": "Noch sagt keine Primärquelle oder amtliche Quelle etwas zu diesen Behauptungen.",
        "unread": "{} der {} Fundstellen hat noch niemand geprüft.", "unread_all": "Noch hat niemand eine der Fundstellen geprüft.",
        "unjudged": "Keine dieser Behauptungen ist bewertet.",
        "add_source": "hinzufügen, was es klärt", "add_evidence": "was sie zur Behauptung sagt",
        "accept": "oder ablehnen, wenn falsch gelesen", "judge": "sagen, was stimmt",
        "rule_it": "eine Antwort zum Hausfakt machen",
        "waive": "mit Begründung stehen lassen", "merge": "wenn beide Namen eines meinen",
        "by_open": "gefunden", "by_acknowledge": "in Arbeit genommen", "by_waive": "hingenommen", "by_fix": "erledigt",
        "by_reopen": "wieder geöffnet", "until": "bis {}", "by_machine": "vom Abgleich", "by": "von {}",
    },
}  # fmt: skip
"""Words by language and key."""


def get_language() -> str:
    """Return the reader's language, German where the system's locale is, else English."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "de" if next((name for name in names if name), "").lower().startswith("de") else "en"
