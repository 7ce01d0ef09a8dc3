"""The German words of time: each kind of token with what its forms mean.

A kind is one letter; the patterns in `date_pattern.py` are written in these letters.
"""

from claims.values.date_feast_de import FEASTS

__all__ = ["FEASTS", "ORDINALS", "PHRASES", "SETS", "WORDS"]

WORDS: dict[str, dict[int | str, str]] = {
    "M": {
        1: "januar jänner jan. jan jän. jän",
        2: "februar feber feb. feb febr. febr",
        3: "märz mär. mär mrz. mrz maerz",
        4: "april apr. apr",
        5: "mai",
        6: "juni jun. jun",
        7: "juli jul. jul",
        8: "august aug. aug",
        9: "september sep. sep sept. sept",
        10: "oktober okt. okt",
        11: "november nov. nov",
        12: "dezember dez. dez",
    },
    "W": {
        0: "montag",
        1: "dienstag",
        2: "mittwoch",
        3: "donnerstag",
        4: "freitag",
        5: "samstag sonnabend",
        6: "sonntag",
    },
    "a": {0: "mo mo.", 1: "di di.", 2: "mi mi.", 3: "do do.", 4: "fr fr.", 5: "sa sa.", 6: "so"},
    "p": {0: "jetzt"},
    "S": {
        21: "frühling frühjahr vorfrühling",
        22: "sommer frühsommer hochsommer spätsommer",
        23: "herbst frühherbst spätherbst",
        24: "winter spätwinter",
    },
    "P": {
        "early": "anfang beginn jahresanfang jahresbeginn",
        "mid": "mitte jahresmitte",
        "late": "ende jahresende",
    },
    "u": {"year": "jahr jahres jahre", "years": "jahren"},
    "w": {
        "week": "woche kalenderwoche kw",
        "weeks": "wochen",
        "workweek": "arbeitswoche",
        "weekend": "wochenende wochenendes",
        "weekends": "wochenenden",
    },
    "i": {"month": "monat monats monates", "months": "monaten monate"},
    "U": {
        "day": "tag tages tags tg.",
        "days": "tage tagen",
        "quarter": "quartal quartals vierteljahr vierteljahres",
        "quarters": "quartale quartalen",
        "half": "halbjahr halbjahres jahreshälfte",
        "halfs": "halbjahre halbjahren",
        "decade": "jahrzehnt jahrzehnts jahrzehntes dekade",
        "decades": "jahrzehnte jahrzehnten dekaden",
        "fiscal": "geschäftsjahr geschäftsjahres geschäftsjahrs schuljahr schuljahres haushaltsjahr haushaltsjahres",
        "century": "jahrhundert jahrhunderts jh. jhd. jahrh.",
        "centurys": "jahrhunderte jahrhunderten",
    },
    "R": {
        "this": "dieser dieses diesen diesem diese laufenden laufende laufender laufendes aktuellen gegenwärtigen",
        "last": "letzter letztes letzten letztem letzte vorigen voriges voriger vorige vorigem",
        "past": "vergangenen vergangener vergangenes vergangene vergangenem abgelaufenen abgelaufene zurückliegenden",
        "next": "nächsten nächster nächstes nächste nächstem",
        "coming": "kommenden kommender kommendes kommende kommendem folgenden",
        "last2": "vorletzten vorletzter vorletztes vorletzte vorletztem",
        "next2": "übernächsten übernächster übernächstes übernächste übernächstem",
    },
    "V": {
        "year:-1": "vorjahr vorjahres vorjahrs",
        "month:-1": "vormonat vormonats",
        "week:-1": "vorwoche",
        "quarter:-1": "vorquartal vorquartals",
        "year:0": "heuer",
    },
    "T": {0: "heute", -1: "gestern", 1: "morgen", -2: "vorgestern", 2: "übermorgen"},
    "B": {0: "morgens abends morgen abend nacht nachmittag vormittag mittag früh"},
    "s": {0: "seit"},
    "b": {0: "bis spätestens"},
    "A": {0: "ab frühestens"},
    "v": {0: "von vom"},
    "z": {0: "zwischen"},
    "&": {0: "und"},
    "f": {0: "am den dem der das die des zum zur beim"},
    "I": {0: "im in ins innerhalb"},
    "G": {0: "vor"},
    "N": {0: "nach"},
    "L": {1: "später darauf danach", -1: "zuvor davor vorher"},
    "O": {0: "an"},
    "k": {0: "um circa ca. etwa ungefähr gegen zirka"},
    "K": {0: "rund über mindestens fast knapp gut nunmehr bereits beinahe"},
    "j": {0: "jeden jede jedes jedem jeder alle immer"},
    "r": {0: "rest restlichen"},
    "F": {0: "hälfte"},
    "n": {
        1: "ein eine einen einem einer eines",
        2: "zwei",
        3: "drei",
        4: "vier",
        5: "fünf",
        6: "sechs",
        7: "sieben",
        8: "acht",
        9: "neun",
        10: "zehn",
        11: "elf",
        12: "zwölf",
        13: "dreizehn",
        14: "vierzehn",
        15: "fünfzehn",
        16: "sechzehn",
        17: "siebzehn",
        18: "achtzehn",
        19: "neunzehn",
        20: "zwanzig",
        30: "dreißig dreissig",
        40: "vierzig",
        50: "fünfzig",
        60: "sechzig",
        70: "siebzig",
        80: "achtzig",
        90: "neunzig",
        100: "hundert einhundert",
    },
    "Z": {0: "kürzlich neulich unlängst jüngst"},
    "?": {0: "paar wenigen wenige einigen einige mehreren mehrere"},
    "E": {
        20: "zwanziger zwanzigern zwanzigerjahre zwanzigerjahren",
        30: "dreißiger dreissiger dreißigern dreißigerjahre dreißigerjahren",
        40: "vierziger vierzigern vierzigerjahre vierzigerjahren",
        50: "fünfziger fünfzigern fünfzigerjahre fünfzigerjahren",
        60: "sechziger sechzigern sechzigerjahre sechzigerjahren",
        70: "siebziger siebzigern siebzigerjahre siebzigerjahren",
        80: "achtziger achtzigern achtzigerjahre achtzigerjahren",
        90: "neunziger neunzigern neunzigerjahre neunzigerjahren",
        2000: "zweitausender",
    },
}

ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")

ORDINAL_STEMS: dict[int, str] = {
    1: "erst",
    2: "zweit",
    3: "dritt",
    4: "viert",
    5: "fünft",
    6: "sechst",
    7: "siebt siebent",
    8: "acht",
    9: "neunt",
    10: "zehnt",
    11: "elft",
    12: "zwölft",
    **{10 + one: f"{ONES[one - 1]}zehnt" for one in (3, 4, 5, 8, 9)},
    16: "sechzehnt",
    17: "siebzehnt",
    20: "zwanzigst",
    30: "dreißigst dreissigst",
    31: "einunddreißigst einunddreissigst",
    **{20 + one: f"{word}undzwanzigst" for one, word in enumerate(ONES, 1)},
}
for ten, word in ((20, "zwanzig"), (30, "dreißig"), (40, "vierzig"), (50, "fünfzig")):
    WORDS["n"].update({ten + one: f"{small}und{word}" for one, small in enumerate(ONES, 1)})

DAY_PARTS = ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
WORDS["W"] = {
    number: " ".join(day + part for day in str(days).split() for part in ("", *DAY_PARTS))
    for number, days in WORDS["W"].items()
}
"""A part of a day is written together with it: "Montagabend"."""

ORDINALS = {
    stem + ending: number
    for number, stems in ORDINAL_STEMS.items()
    for stem in stems.split()
    for ending in ("e", "en", "er", "es", "em")
}

PHRASES: dict[str, tuple[str, int | str]] = {
    "vor kurzem": ("Z", 0),
    "seit kurzem": ("Z", 0),
    "seit langem": ("Z", 0),
    "seit längerem": ("Z", 0),
    "seit jeher": ("Z", 0),
    "vor langem": ("Z", 0),
    "in jüngster zeit": ("Z", 0),
    "in letzter zeit": ("Z", 0),
    "in jüngerer zeit": ("Z", 0),
    "in naher zukunft": ("Z", 0),
    "heutigen tag": ("T", 0),
    "in den": ("I", 0),
    "in dem": ("I", 0),
    "in der": ("I", 0),
    "letzte nacht": ("T", -1),
    "vergangene nacht": ("T", -1),
    "vergangenen nacht": ("T", -1),
    "letzter nacht": ("T", -1),
    "mehr als": ("K", 0),
    "weniger als": ("K", 0),
    "bis einschließlich": ("b", 0),
    "nicht später als": ("b", 0),
    "v. chr.": ("C", 0),
    "vor christus": ("C", 0),
    "v.chr.": ("C", 0),
    "n. chr.": ("C", 1),
    "n.chr.": ("C", 1),
    "nach christus": ("C", 1),
}

SETS: dict[str, str] = {
    "clause": "",
    "function": "und oder aber in im am an auf für von mit als wie bei der die das den dem wurde war ist hat",
    "future": "wird werden will wollen soll sollen könnte könnten plant planen möchte geplant bevorsteht",
    "past": """stieg sank fiel gewann verlor blieb lag stand wuchs schloss schloß nahm trat brach war waren
    hatte hatten wurde wurden sagte sagten teilte erklärte kündigte forderte meldete berichtete
    stellte fand traf wies rief ließ hat haben kam kamen gab ging starb begann lief zog hielt sprach
    schrieb bot erhielt bekam verließ unterlag besiegte schlug siegte bestätigte verurteilte entschied
    beschloss verhängte übernahm unterzeichnete einigte veröffentlichte präsentierte eröffnete
    kritisierte ergab stürzte ereignete verletzte demonstrierten beteiligten sanken stiegen fielen gewannen
    verloren starben einigten trafen gaben meldeten teilten sagten
    bog bogen barg bargen bat baten blieben brachen brachte brachten dachte dachten drang drangen empfahl empfing fanden fing
    flog flogen floh flohen floss fuhr fuhren gelang geschah gestand gestanden gingen griff griffen hielten hieß hießen
    hob hoben lagen lasen las liefen ließen lud luden nahmen nannte nannten rannte rannten riefen riss schied schieden schien
    schienen schlugen schlossen schnitt schoss schossen schuf schufen schwieg sah sahen sang sangen saß saßen sprachen sprang
    sprangen standen stahl stahlen stieß stießen stritt stritten traten trug trugen verbrachte vergaß verschwand verschwanden
    versprach verließen warb warf warfen widersprach wussten wuchsen zogen zwang holte holten feierte feierten startete
    starteten landete landeten erreichte erreichten zeigte zeigten dauerte siegten sicherte sicherten rettete retteten prallte
    kippte tötete töteten protestierten streikten wählte wählten kaufte kauften verkaufte verkauften reagierte warnte betonte
    klagte lehnte lehnten stimmte stimmten setzte setzten legte legten stellten machte machten führte führten sorgte endete
    endeten überraschte räumte zerstörte erklärten forderten berichteten""",
    "counted": """euro dollar mark franken pfund yen cent kilometer meter zentimeter millimeter kilogramm gramm
    tonnen liter quadratmeter hektar prozent grad watt kilowatt megawatt menschen personen
    mitarbeiter einwohner beschäftigte stellen soldaten stück seiten teilnehmer besucher uhr stunden
    minuten sekunden tage wochen monate jahre km kg meilen mio mrd millionen milliarden tote
    verletzte""",
    "numbered": "seite seiten nr nummer artikel paragraf paragraph zimmer band kapitel version s rn punkt abschnitt ziffer absatz tabelle abbildung abb kap § din iso iec windows",
    "about": "rund etwa circa knapp fast mindestens höchstens über mehr weniger insgesamt nur als",
    "cues": "im in seit bis ab anfang ende mitte von vom und zum monat vor nach zwischen oder je zu",
    "persons": "mai juli august april jan jän feb febr mär mrz apr jun jul aug sep sept okt nov dez",
}
"""Words that tell of what is to come or has been, nouns that are counted or numbered, words before counts,
words before times, and months that are names or verbs as well."""
