"""At which event something was said or presented, read from the phrase that says so."""

from claims.suggest.sentence.reading import Item, Reading

_LEADS = frozenset({"während", "auf", "bei", "beim", "im", "anlässlich", "at", "during"})
_WINDOW = 5


def find_setting(reading: Reading, anchor: int) -> dict[str, str]:
    """Return the event of the clause of item `anchor` as a qualifier: named, or a noun such as "Treffen"."""
    items = reading.items
    for place, item in enumerate(items):
        if item.clause != items[anchor].clause or item.low not in _LEADS:
            continue
        for number in range(place + 1, min(len(items), place + _WINDOW)):
            found = items[number]
            if found.mention is not None and found.mention.kind == "event":
                return {"event": found.mention.entity.label}
            if found.mention is not None or found.is_mark:
                break
            if found.descriptor == "event" and number + 1 < len(items):
                named = _name_meeting(items, number)
                return {"event": named} if named else {}
    return {}


def _name_meeting(items: list[Item], place: int) -> str | None:
    """Return "Treffen der Vereinten Nationen" for a meeting with the organisation whose it is."""
    behind = items[place + 1 : place + 3]
    owner = next(
        (item for item in behind if item.mention is not None and item.mention.kind != "person"), None
    )
    if owner is None or owner.mention is None:
        return None
    noun = items[place].text
    noun = noun[:-1] if noun.endswith(("ens", "els")) else noun
    linked = " ".join(item.text for item in behind[: behind.index(owner)])
    return " ".join(part for part in (noun, linked, owner.text) if part)
