"""Which news agency a text says that it comes from."""

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
