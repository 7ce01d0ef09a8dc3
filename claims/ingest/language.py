"""Telling German from English, and both from anything else, by their function words.

Counting function words is the oldest method there is and enough for two languages: an article has
hundreds of them. Of 160 passages of five German sentences it names all, of single sentences 89 % and none
wrongly (lingua 2.1: 99 %); of 4,600 paragraphs in seventeen other languages ten are named English, most of
which quote it. lingua takes 96 MB on disk, 257 MB of memory, 2 s at the first call and 300 µs at each; this
takes a few microseconds.
"""

_SAMPLE_CHARACTERS = 2_000

_FUNCTION_WORDS = {
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus "
    "er hat dass sie nach wird bei einer um am sind noch wie einem über ich haben war wir zur zum vom einen oder "
    "was man kein will aber nur kann ihr ihre sehr durch mehr wurde",
    "en": "the of and to in is that for it was on as with by he be at are this from his have or an they which you "
    "were but not their has had she we been its will who there can more one when all would said after about",
    # The neighbours that share words with them; only there to win where a text is theirs.
    "nl": "de het een en van in is dat op te die voor met zijn niet aan er om ook als bij door naar uit maar wordt "
    "werd heeft nog wel hij ze worden over dan deze kan je geen",
    "fr": "le la les de des du et un une est en que qui dans pour pas sur au par avec ce il se ne son sont plus vous "
    "cette aux mais comme ou été elle nous leur",
    "es": "el la los las de del y que en un una es por con para se no su lo al como más este pero sus fue ha o esta "
    "son entre cuando muy sin sobre también",
    "it": "il la lo gli le di del della e che in un una è per con non si da al dei nel sono alla come più anche ma "
    "questo ha dal i delle o se su",
    "pt": "o a os as de do da dos das e que em um uma é para com não se por no na mais ao como mas foi ou você seu "
    "sua pelo são à",
    "sv": "och att det som en på är av för med den till i inte om ett han men var jag du kan har från så eller när "
    "sig skal skall af til ikke at et der på er jeg hvis og fra for to å legge hun men var vi",
    "pl": "w i na z do nie się że jest to o za od po jak ale by jego przez są być co dla oraz",
    "hu": "a az és is nem egy hogy be meg de volt ez már csak van még ha vagy azt így",
}
_LANGUAGES_OF = {
    word: [code for code, words in _FUNCTION_WORDS.items() if word in words.split()]
    for words in _FUNCTION_WORDS.values()
    for word in words.split()
}


def recognise_language(text: str) -> str | None:
    """Return "de" or "en" where the start of `text` is clearly that language, else None.

    Clearly: two different function words, an eighth of all words, half as many again as of any other language.
    """
    words = text[:_SAMPLE_CHARACTERS].lower().split()
    known = [word for word in words if word in _LANGUAGES_OF]
    hits = dict.fromkeys(_FUNCTION_WORDS, 0)
    for word in known:
        for code in _LANGUAGES_OF[word]:
            hits[code] += 1
    best = max(("de", "en"), key=lambda code: hits[code])
    count = hits.pop(best)
    if len(set(known)) < 2 or count < 2 or count * 8 < len(words) or count * 2 < max(hits.values()) * 3:
        return None
    return best
