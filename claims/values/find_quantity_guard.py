"""Which figures say no amount by what stands beside them: names and versions, years, ordinals, titles."""

import re

from claims.values.beside import find_word_before

_YEAR = re.compile(r"(?:1[0-9]|20)\d{2}\Z")
_WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_][\w’'-]*)")
_PRODUCTS = re.compile(
    r"(?:[a-z]+[A-Z]\w*|[A-Z]\w*[a-z][A-Z]\w*|[A-ZÄÖÜ]|version|windows|android|galaxy|llama|claude|gemini|gemma"
    r"|mistral|mixtral|grok|pixel|kling|sora|whisper|phi|falcon|opus|sonnet|haiku|turbo|playstation|xbox|boeing|airbus"
    r"|apollo|wostok|vostok|sojus|soyuz|starship|falcon|qwen|ernie|hunyuan|spark|deepseek|zimmer|gleis|linie|halle|kapitel"
    r"|seite|band|folge|staffel|teil|tor|gate|room|route|highway|interstate|exit|chapter|nummer|number|no|room|page|volume|terminal|formel|formula|fortune|area|big"
    r"|agenda|gruppe|group|level|stufe|phase|klasse|type|typ|stage|tabelle|table|figure|abbildung|season|episode|bus"
    r"|flight|flug|platz|rang|punkt|artikel|chapter|division|liga|stadium|apartment|suite|channel|kanal|serie|series|psalm|extension|durchwahl|vision|projekt|project|expo|horizon|film|movie|stufe|kategorie|category|kurs|modul|modell|model|sektor|sector|block|zone|reaktor|reactor|unit|bundesstra\u00dfe|autobahn)\Z"
)
_PLACES = {
    "de": {
        "in",
        "aus",
        "bei",
        "nach",
        "dass",
        "weil",
        "wo",
        "denn",
        "und",
        "hat",
        "hatte",
        "haben",
        "seien",
        "sind",
        "waren",
    },
    "en": {"in", "at", "from", "near", "across", "and", "that", "of"},
}
_YEAR_WORDS = {
    "in", "im", "seit", "bis", "ab", "von", "vom", "jahr", "jahre", "jahren", "jahres", "anfang", "mitte", "ende", "vor",
    "nach", "und", "since", "until", "by", "of", "during", "year", "early", "late", "mid", "from", "to", "till", "before",
    "after", "and", "the", "sommer", "winter", "herbst", "frühjahr", "frühling", "summer", "spring", "autumn", "fall",
    "between", "zwischen", "dem", "den", "des", "zum", "für", "for", "saison", "wahl", "spätestens", "this",
}  # fmt: skip
_LEGAL_FORMS = {
    "GmbH",
    "AG",
    "SE",
    "KG",
    "KGaA",
    "OHG",
    "UG",
    "eG",
    "mbH",
    "Inc",
    "Ltd",
    "Corp",
    "Co",
    "LLC",
    "Plc",
    "plc",
    "SpA",
    "NV",
    "BV",
}
_MEASURED = {"stärke", "magnitude", "faktor", "note", "wert", "index", "quote", "punktzahl", "dichte"}
_GROUP_OF = re.compile(r"\b(?:Group of|Gruppe der)[ \u00a0]\Z")
_MODEL_AFTER = re.compile(r"[ \u00a0][A-Z]{1,3}(?!\w)")
_TITLED = re.compile(
    r"\b(?:(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Seventeen|Twenty)(?!\w|-[a-z])|(?:Second|Minute|Hour|Day|Week|Month|Year)s?\b)"
)
_LINE_BEFORE, _LINE_AFTER = 300, 80
"""Characters of a line that are looked at for words in lower case: without any, the line is a title itself."""
_LOWER_IN_TITLES = {"with", "from", "over", "into", "after", "than", "upon", "onto", "under"}
_NO_NOUN = {
    "is", "was", "has", "his", "its", "this", "less", "as", "does", "us", "thus", "plus", "across", "vs", "towards", "always",
}  # fmt: skip
_PEOPLE = {"people", "men", "women", "children", "police", "dead", "staff", "deaths", "or", "per"}
_DETERMINERS = {
    "der", "die", "das", "dem", "den", "des", "am", "im", "zum", "zur", "vom", "beim", "ihr", "sein", "ihre", "seine",
    "ihrem", "seinem", "ihren", "seinen", "ihrer", "seiner", "jede", "jeder", "jedes", "ein", "eine", "auf", "einen",
}  # fmt: skip


def is_year(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether the bare four digits at `text[start:end]` are a year rather than a count."""
    if not looks_like_year(text, start, end):
        return False
    before = find_word_before(text, start, 24)
    distant = not text[start:end].startswith(("19", "20"))
    if before and before[0].lower() in _YEAR_WORDS:
        return not (distant and language == "en" and counts_something(text, end, language))
    if language == "de" and before and before[0][0].isupper():
        return True  # "im Quartal 2024 Autos"
    after = _WORD_AFTER.match(text, end)
    if language == "de" and after and after.group(1)[0].islower():
        return True
    return not counts_something(text, end, language)


def looks_like_year(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` is four digits from 1000 to 2099."""
    return end - start == 4 and _YEAR.match(text, start, end) is not None


def is_name(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether the bare digits at `text[start:end]` belong to a name: "Windows 11", "Qwen 3-Serie"."""
    before = find_word_before(text, start, 40)
    if before is None:
        return False
    word, word_start = before
    if word in _LEGAL_FORMS and counts_something(text, end, language):
        return False
    if _GROUP_OF.search(text[max(0, start - 14) : start]):
        return not counts_something(text, end, language)
    if word == "A" and language == "en" and text[end : end + 1] == "-" and _begins_sentence(text, word_start):
        return False  # "A 6.2-magnitude quake"
    if _PRODUCTS.match(word) or (language == "en" and _PRODUCTS.match(word.lower())):
        return True
    if word[0].islower() or word.lower() in _MEASURED:
        return False
    counts = counts_something(text, end, language)
    if _PRODUCTS.match(word.lower()) or (word.isupper() and not counts):
        return True
    if _MODEL_AFTER.match(text, end) and not _begins_sentence(text, word_start):
        return True
    if _begins_sentence(text, word_start):
        return False
    earlier = find_word_before(text, word_start, 24)
    placed = earlier is not None and earlier[0].lower() in _PLACES[language]
    return not (counts and (language == "de" or placed))


def is_named_in_words(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether a number in words names something: "Kapitel zwei", "Brand eins", German "eins" at all."""
    word = text[start:end]
    if language == "de" and word[0].isupper() and not _begins_sentence(text, start):
        counted = word.lower() in {"hundert", "tausend"} and counts_something(text, end, language)
        return not counted and word.lower().isalpha()
    if language == "en" or counts_something(text, end, language):
        return False
    if text[start:end].lower() == "eins":
        return True
    before = find_word_before(text, start, 40)
    follows = _WORD_AFTER.match(text, end)
    joined = follows is not None and follows.group(1) in {"von", "bis", "der", "dieser"}
    return before is not None and before[0][0].isupper() and len(before[0]) > 3 and not joined


def is_title_word(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether an English figure or its unit has a capital that no sentence gives it: "60 Minutes", "Big Ten"."""
    written = text[start:end]
    if language == "de" or written == written.lower():
        return False
    named = _TITLED.search(text, start, end)
    if named is None or (named.start() == start and _begins_sentence(text, start)):
        return False
    before = text[max(0, start - _LINE_BEFORE) : start].rpartition("\n")[2]
    line = before + text[start : start + _LINE_AFTER].partition("\n")[0]
    words = (word.group() for word in re.finditer(r"[^\W\d_]{4,}", line))
    return any(word[0].islower() and word not in _LOWER_IN_TITLES for word in words)


def is_ordinal(text: str, start: int, end: int) -> bool:
    """Tell whether German digits and a full stop are an ordinal ("6. Stock", "2. Liga", "10. Wer …")."""
    if text[end : end + 1] != "." or not text[start:end].isdigit() or end - start > 3:
        return False
    following = text[end + 1 : end + 3]
    if following[:1] in {",", "/"} and re.match(r"[ \u00a0]?\d{1,2}\.", text[end + 2 : end + 6]):
        return True  # "am 3., 4. und 5. Mai"
    if not following.startswith((" ", "\u00a0")) or len(following) < 2:
        return False
    if following[1].islower() or start == 0 or text[start - 1] == "\n":
        return True
    if text[max(0, start - 2) : start].strip()[-1:] in {",", "(", ":", ";"}:
        return True
    before = find_word_before(text, start, 24)
    return before is not None and before[0].lower() in _DETERMINERS


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip()
    return (
        start == 0
        or not before
        or before[-1] in ".!?:\"“„»«'(–-•\n"
        or "\n" in text[max(0, start - 2) : start]
    )


def counts_something(text: str, end: int, language: str) -> bool:
    """Tell whether a counted noun may follow: in German a capital or an inflected adjective, in English a plural."""
    after = _WORD_AFTER.match(text, end)
    if after is None:
        return False
    word = after.group(1)
    if language == "de":
        if word[0].isupper():
            return True
        noun = _WORD_AFTER.match(text, after.end())
        return noun is not None and noun.group(1)[0].isupper() and word.endswith(("e", "en", "er", "es"))
    if word in _PEOPLE:
        return True
    if word in _NO_NOUN or word[0].isupper():
        return False
    second = _WORD_AFTER.match(text, after.end())
    plural = (word.endswith("s") and len(word) > 3) or word.endswith(("children", "men", "people", "folk"))
    return plural or (
        second is not None
        and second.group(1).endswith("s")
        and second.group(1) not in _NO_NOUN
        and len(second.group(1)) > 4
    )
