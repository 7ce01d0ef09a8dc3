"""Which news agency or paper a text says that it has what it tells from."""

import re

_AGENCIES = "dpa-AFX|dpa|AFP|Reuters|AP|Xinhua|epd|KNA|SID|APA|Associated Press"
_CREDIT = re.compile(
    rf"\((?:[^()\n]{{0,40}}[/ ,])?({_AGENCIES})(?:[/ ,][^()\n]{{0,40}})?\)"
    rf"|(?:^|\s)/({_AGENCIES})\b"
    rf"|\b(?:Material|Agenturmaterial|Informationen|reporting|material) (?:von|der|by|from) (?:the )?({_AGENCIES})\b"
)


def find_credit(text: str) -> str | None:
    """Return the agency that a text credits: "(dpa)", "/dpa-AFX", "Mit Material von Reuters"; None if none."""
    match = _CREDIT.search(text)
    return next(filter(None, match.groups())) if match else None


_PAPER = (
    r"((?:[A-ZÄÖÜ][\w-]+ ){0,2}[A-ZÄÖÜ][\w-]*(?:zeitung|blatt|post|kurier|anzeiger|rundschau|nachrichten|tagblatt|tageblatt|bote)"
    r"(?: [A-ZÄÖÜ][\w-]+)?|(?!Deutsche Post)(?:[A-Z][\w-]+ ){1,3}(?:Times|Post|Herald|Gazette|Tribune|Courier|News|Journal|Chronicle|Guardian|Star))"
)
_TOLD_BY = re.compile(
    r"\b(?:[Ll]aut|(?:[Bb]ericht|[Ii]nformationen|[Aa]ngaben|[Bb]erichten)|[Bb]erichtete?|[Mm]eldete?|[Ss]chrieb|[Ss]chreibt"
    rf"|[Aa]ccording to|[Rr]eport (?:by|in)|[Rr]eported (?:by|in)) (?:von |der |die |das |dem |des |the )?[„“\"]?{_PAPER}\b"
    rf"|\b(?:[Ww]ie|[Tt]he|[Dd]ie|[Dd]er|[Dd]as) (?:der |die |das )?[„“\"]?{_PAPER}[“”\"]? (?:zufolge|berichtete?|meldete?|reported|reports|wrote)\b"
)


def find_cited_paper(text: str) -> str | None:
    """Return the paper that a text names as where it has something from: "wie die Morgenpost berichtete"; None if none."""
    match = _TOLD_BY.search(text)
    return next(filter(None, match.groups())) if match else None
