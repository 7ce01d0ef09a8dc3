"""Names that hold a date or a year: "Straße des 17. Juni", "October 6 Bridge", "Agenda 2030"."""

from claims.values.date_context import Scan

STREETS = (
    "straße", "strasse", "platz", "allee", "brücke", "ufer", "kaserne", "stadion", "gasse", "chaussee", "promenade",
    "boulevard", "avenue", "street", "square", "bridge", "road", "plaza", "avenida", "calle", "praça", "plaça", "bewegung",
    "movement", "rue", "viale", "piazza", "gedenkstätte", "denkmal", "siedlung", "stadium", "brigade", "division",
    "bataillon", "battalion", "university", "universität", "park", "hotel",
)  # fmt: skip
"""Endings of words for places and bodies that are named after a day."""

TITLED = frozenset(
    {
        "agenda", "expo", "vision", "horizon", "horizont", "charta", "project", "projekt", "operation", "windows", "office",
        "strategy", "strategie", "roadmap", "fahrplan", "film", "movie", "formula", "formel", "typ", "type", "model", "modell",
        "class", "klasse", "russell",
    }
)  # fmt: skip
"""Words after which a year belongs to a name."""


def is_named_after(scan: Scan, place: int) -> bool:
    """Say whether a day is part of the name of a street, place or body: it tells of no time there."""
    before = place - 1
    while before >= 0 and scan.kind(before) == "f" and scan.word(before) in {"des", "der", "of", "the"}:
        before -= 1
    if _names_place(scan, before) and _is_day(scan, place):
        return True
    joined = scan.text[scan.tokens[place].end : scan.tokens[place].end + 1] == "-"
    return _names_place(scan, place + 1 + joined) and _is_day(scan, place)


def _names_place(scan: Scan, place: int) -> bool:
    """Say whether a capital word that ends as streets and bodies do stands at a place."""
    if not 0 <= place < len(scan.tokens) or scan.kind(place) not in {"x", "U"}:
        return False
    token = scan.tokens[place]
    return scan.text[token.start].isupper() and token.word.endswith(STREETS)


def _is_day(scan: Scan, place: int) -> bool:
    """Say whether a date is a day without its year."""
    token = scan.tokens[place]
    day = getattr(token.payload, "day", None)
    return day is not None and getattr(token.payload, "year", None) is None


def is_titled(scan: Scan, place: int) -> bool:
    """Say whether a bare year numbers what stands before it: "Agenda 2030", "A 2024", "Windows 2000"."""
    if place < 1 or scan.kind(place - 1) not in {"x", "a"}:
        return False
    before = scan.tokens[place - 1]
    if not scan.text[before.start].isupper():
        return False
    letter = before.end - before.start == 1 and before.word != "i"
    return letter or before.word in TITLED
