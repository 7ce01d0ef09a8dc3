"""Figures that say no amount because of the phrase they stand in: idioms, citations, addresses, calls, titles."""

import re
from functools import cache

from claims.values.beside import fold

_DE_SMALL = "null|ein|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun"
_EN_SMALL = "nil|zero|one|two|three|four|five|six|seven|eight|nine"
_IDIOMS = {
    "de": (
        r"wolke sieben", r"siebte[nrs]? himmel", r"fünf vor zwölf", r"unter vier augen", r"(?:auf )?alle[nr]? vieren?",
        r"zwei linke hände", r"sieben leben", r"sieben sachen", r"sieben siegel[n]?", r"null (?:toleranz|chancen?|problemo?|bock|ahnung|komma nichts)",
        r"tausend dank", r"(?:auf|mit) (?:achtzig|hundert|hundertachtzig) (?:sachen|sein|bringen|gebracht)", r"drei kreuze",
        r"zwischen zwei stühlen", r"auf zwei hochzeiten", r"zwei seiten (?:derselben|einer|der) medaille", r"erste geige",
        r"zwei fliegen mit einer klappe", r"null und nichtig", r"von null auf hundert", r"eins zu eins", r"aller guten dinge sind drei",
        r"(?:keine|nicht) bis drei zählen", r"in null komma nichts", r"vier wänden?", r"acht lassen", r"drei mal drei macht",
        r"dreißigjährige[nr]? krieg\w*", r"siebenjährige[nr]? krieg\w*", r"hundertjährige[nr]? krieg\w*", r"tausendjährige[ns]? reich\w*",
        r"tausendundeine[nr]? nacht", r"hundertprozentig\w*", r"eins a", r"auf eins komma", r"hunderte? male?",
        rf"(?:{_DE_SMALL}) zu (?:{_DE_SMALL})", r"(?:zum|beim) ersten mal", r"viertel (?:vor|nach) \w{3,8}",
    ),
    "en": (
        r"cloud nine", r"second to none", r"sixes and sevens", r"square one", r"two to tango", r"ten out of ten",
        r"forty winks", r"nine lives", r"dressed to the nines", r"the whole nine yards", r"two wrongs", r"two left feet",
        r"six of one", r"half a dozen of the other", r"one and only", r"two cents(?: worth)?", r"four[- ]letter word", r"two sides of the same coin",
        r"a thousand (?:thanks|apologies|words)", r"a million (?:thanks|miles away)", r"one in a million", r"third time lucky", r"eleventh hour",
        r"seven seas", r"four corners", r"seventh heaven", r"zero tolerance", r"zero[- ]sum", r"one hundred percent sure",
        r"back to one", r"two's company", r"on all fours", r"(?:thirty|seven|hundred) years['’]? war", r"catch[- ]twenty[- ]two",
        r"twenty[- ]twenty vision", r"one another", r"one-on-one", r"one-to-one", r"one-size", r"one by one", r"one way or",
        rf"(?:{_EN_SMALL})[- ](?:nil|all)", r"double or nothing", r"at one with", r"two and two", r"six of the best", r"times out of ten", r"(?:nine )?times out of (?:ten|10)", r"a hundred and one",
        r"(?:one|two|three|four)-(?:way|dimensional|wheel|faced|piece|party|state)",
        r"(?:under|over|mid)[- ]\d{1,2}s", r"(?:four|five|six|seven|eight|nine)[- ]figure", r"(?:one|two|three|four|five)[- ]star general\w*",
        r"(?<!degrees )(?<!celsius )(?:above|below) zero", r"(?:at|from|to) zero",
    ),
}  # fmt: skip
_FIGURES_FIRST = (
    (
        r"(?<![\w.,])(?=\d{1,5}[A-Za-z]? [A-Z])(?:\d{1,3} [A-Z][A-Za-z]{0,3} \d{1,5}/\d{2}(?:\d{2})?(?!\d)"  # 3 StR 123/20, 12 O 345/22
        r"|\d{1,3} (?:U\.S\.C?\.?|F\.(?:2d|3d|4th)|F\. ?Supp\.|S\. ?Ct\.|C\.F\.R\.|A\.C\.)(?: ?§{1,2})? ?\d{1,5}"
        r"|\d{1,4} (?:Rue|Via|Calle|Rua|Avenida|Piazza|Place) [A-Zd]"
        r"|\d{1,5}[A-Za-z]?(?: [NSEW]\.?)?(?: [A-Z][a-z’']{1,20}){1,3} (?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Lane|Drive"
        r"|Boulevard|Blvd\.|Square|Court|Place|Terrace|Crescent|Row|Plaza|Parkway|Broadway)(?!\w))"
    ),
    r"(?<!\w)401\(k\)",
    r"(?<![\w-])[0-7][-–][0-7](?:\(\d{1,2}\))?(?:, [0-7][-–][0-7](?:\(\d{1,2}\))?)+",
    r"(?<!-)(?:\d{3}-)?\d{3}-\d{4}(?!\d)",
)
_WORDS_FIRST = (
    r"(?:BVerfGE|BGHZ|BGHSt|BVerwGE|BFHE|BAGE|NJW|NVwZ|BGBl\.|ABl\.|Rdnr\.|Rn\.) ?(?:[IVX]{1,3} )?(?:S\. )?\d{1,4}(?:, ?(?:S\. )?\d{1,5})?",
    r"(?:Directive|Regulation|Richtlinie|Verordnung)(?: \([A-Z]{2,3}\))?(?: (?:No|Nr)\.)? \d{2,4}/\d{1,5}(?:/[A-Z]{2,3})?",
    r"(?:ISBN|IBAN|BIC|ISSN|DOI)[: ] ?[\dA-Z][\dA-Z -]{4,40}",
    r"(?:[Dd]ial|[Tt]ext|[Ww]ählen Sie|[Nn]otruf) \d{3,7}(?!\d)",
    r"(?:[Tt]elefon(?:nummer)?|[Tt]el\.|[Pp]hone|[Ff]ax|[Hh]otline|[Rr]ufnummer|[Nn]otruf(?:nummer)?|[Dd]urchwahl)[:]? (?:unter )?(?:der )?[+(]?\d[\d ()/–-]{1,24}\d",
    r"(?:[Cc]ases?|[Dd]ockets?|[Ff]iles?)(?: (?:[Nn]o|[Nn]umber)\.?)? \d{1,4}-\d{2,6}(?:-\d{1,6})?(?!\d)",
    r"(?:P\.?O\.? )?Box \d{1,6}(?!\d)|(?:Postfach|PLZ|ZIP(?: code)?) \d{1,6}(?:[ -]\d{1,4})?(?!\d)",
    r"(?<![.,])(?:D|A|CH)-\d{4,5}(?= [A-Z])",
    r"[A-Z]{2} \d{5}(?:-\d{4})?(?!\d)",
    r"(?!(?:The|At|As|And|In|Its|This) )[A-Z][a-z]{2,20} (?:No|Nr)\. ?\d{1,5}(?:-\d{1,6})?(?!\d)",  # Symphony No. 5
)
_WITHIN_WORDS = (
    r"\(\d{3}\) ?\d{3}-\d{4}(?!\d)",
    r"(?:straße|strasse|str\.|platz|weg|allee|gasse|ring|ufer|damm|chaussee) \d{1,4} ?[a-z]?(?:, ?| in )(?:D-)?\d{5}(?!\d)",
)
_REFERENCES = rf"(?=\d)(?<!\d)(?:{'|'.join(_FIGURES_FIRST)})|\b(?=[A-Za-z])(?:{'|'.join(_WORDS_FIRST)})|{'|'.join(_WITHIN_WORDS)}"
"""Files and statutes, telephones, addresses; sorted by what they begin with, a digit, a word or neither."""
_WORKS = {
    "de": r"(?:[Ff]ilm|[Rr]oman|[Bb]uch|[Ss]erie|[Ll]ied|[Ss]ong|[Aa]lbum|[Mm]agazin|[Zz]eitschrift|[Zz]eitung|[Ss]how|[Ss]tück|[Oo]per"
    r"|[Pp]odcast|[Ss]endung|[Rr]eihe|[Tt]itel|[Mm]usical|[Dd]rama|[Kk]omödie|sang|sangen|spielten?|las|lasen|[Tt]hriller|[Dd]oku|[Gg]edicht|[Ss]piel|[Bb]estseller)(?:[esnr]{0,2})",
    "en": r"(?:film|movie|novel|book|series|song|album|magazine|newspaper|show|play|opera|podcast|sitcom|musical|drama|comedy|thriller"
    r"|documentary|poem|sang|sung|performed|watched|recorded|single|sequel|titled|called|bestseller)",
}
_DIGIT = re.compile(r"\d")
_QUOTED = r"(?: [^\W\d_]{1,20}){0,2}(?: ?[,:])? [„“\"»«‚‘](?P<title>[^„“”\"»«\n]{1,80})[“”\"«»](?:,? (?:und|and|oder|or) [„“\"»«‚‘](?P<other>[^„“”\"»«\n]{1,80})[“”\"«»])?"


@cache
def _compile(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    idioms = rf"(?<![\w-])(?:{'|'.join(_IDIOMS[language])})(?!\w)"
    return (
        re.compile(idioms),
        re.compile(_REFERENCES),
        re.compile(_WORKS[language] + _QUOTED),
    )


def list_idioms(text: str, language: str) -> list[tuple[int, int]]:
    """Return the stretches of `text` whose figures count nothing because of what they stand in."""
    idioms, references, _ = _compile(language)
    spans = [found.span() for found in idioms.finditer(fold(text))] + list_titles(text, language)
    if _DIGIT.search(text):
        spans += [found.span() for found in references.finditer(text)]
    return spans


def list_titles(text: str, language: str) -> list[tuple[int, int]]:
    """Return the titles of works in quotation marks behind a word such as "film" or "Roman"."""
    if not any(mark in text for mark in '„“"»«‚‘'):
        return []
    titles = []
    for found in _compile(language)[2].finditer(text):
        titles.append(found.span("title"))
        if found["other"] is not None:
            titles.append(found.span("other"))
    return titles
