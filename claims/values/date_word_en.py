"""The English words of time: each kind of token with what its forms mean.

A kind is one letter; the patterns in `date_pattern.py` are written in these letters.
"""

from claims.values.date_feast_en import FEASTS

__all__ = [
    "ABOUT",
    "COUNTED",
    "CUES",
    "FEASTS",
    "FUTURE",
    "NUMBERED",
    "ORDINALS",
    "PAST",
    "PERSONS",
    "PHRASES",
    "WORDS",
]

WORDS: dict[str, dict[int | str, str]] = {
    "M": {
        1: "january jan jan.",
        2: "february feb feb.",
        3: "march mar mar.",
        4: "april apr apr.",
        5: "may",
        6: "june jun jun.",
        7: "july jul jul.",
        8: "august aug aug.",
        9: "september sept sept. sep sep.",
        10: "october oct oct.",
        11: "november nov nov.",
        12: "december dec dec.",
    },
    "W": {
        0: "monday",
        1: "tuesday",
        2: "wednesday",
        3: "thursday",
        4: "friday",
        5: "saturday",
        6: "sunday",
    },
    "a": {
        0: "mon mon.",
        1: "tue tue. tues tues.",
        2: "wed wed.",
        3: "thu thu. thur thurs thurs.",
        4: "fri fri.",
        5: "sat sat.",
        6: "sun sun.",
    },
    "S": {21: "spring springtime", 22: "summer summertime", 23: "autumn fall", 24: "winter wintertime"},
    "P": {
        "early": "early beginning start",
        "mid": "mid middle",
        "late": "late end",
        "earlier": "earlier",
        "later": "later",
    },
    "u": {"year": "year", "years": "years"},
    "w": {
        "week": "week",
        "weeks": "weeks",
        "workweek": "workweek",
        "weekend": "weekend",
        "weekends": "weekends",
    },
    "i": {"month": "month", "months": "months"},
    "U": {
        "day": "day",
        "days": "days",
        "fortnight": "fortnight",
        "fortnights": "fortnights",
        "quarter": "quarter",
        "quarters": "quarters",
        "half": "half",
        "decade": "decade",
        "decades": "decades",
        "century": "century",
        "centurys": "centuries",
    },
    "R": {
        "this": "this current",
        "last": "last previous preceding",
        "past": "past",
        "next": "next following",
        "coming": "coming upcoming",
    },
    "V": {},
    "T": {0: "today", -1: "yesterday", 1: "tomorrow"},
    "B": {0: "morning afternoon evening night noon"},
    "s": {0: "since"},
    "b": {0: "until till til by"},
    "A": {0: "starting commencing effective"},
    "v": {0: "from"},
    "z": {0: "between"},
    "&": {0: "and"},
    "t": {0: "to through thru"},
    "f": {0: "the of on"},
    "I": {0: "in during within over"},
    "G": {0: "before"},
    "N": {0: "after"},
    "g": {0: "ago"},
    "L": {0: "later hence"},
    "O": {0: "onward onwards"},
    "k": {0: "around about circa approximately c. ca."},
    "j": {0: "every each"},
    "r": {0: "rest remainder remaining"},
    "n": {
        0: "zero oh",
        1: "one a an",
        2: "two couple",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
        100: "hundred",
        1000: "thousand",
    },
    "Z": {0: "recently lately"},
    "?": {0: "few several some many"},
    "E": {
        20: "twenties",
        30: "thirties",
        40: "forties",
        50: "fifties",
        60: "sixties",
        70: "seventies",
        80: "eighties",
        90: "nineties",
        2000: "noughties",
    },
}

ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        1,
    )
} | {"thirtieth": 30}

PHRASES: dict[str, tuple[str, int | str]] = {
    "in recent months": ("Z", 0),
    "in recent weeks": ("Z", 0),
    "in recent years": ("Z", 0),
    "in recent days": ("Z", 0),
    "in recent times": ("Z", 0),
    "in recent decades": ("Z", 0),
    "over recent years": ("Z", 0),
    "in the near future": ("Z", 0),
    "not long ago": ("Z", 0),
    "long ago": ("Z", 0),
    "the day before yesterday": ("T", -2),
    "day before yesterday": ("T", -2),
    "the day after tomorrow": ("T", 2),
    "day after tomorrow": ("T", 2),
    "no later than": ("b", 0),
    "not later than": ("b", 0),
    "up to": ("b", 0),
    "as of": ("A", 0),
    "from now": ("L", 0),
    "or later": ("O", 0),
    "and later": ("O", 0),
    "couple of": ("n", 2),
    "a couple of": ("n", 2),
    "a couple": ("n", 2),
    "a few": ("?", 0),
    "calendar year": ("u", "year"),
    "business days": ("x", 0),
    "b.c.": ("C", 0),
    "bc": ("C", 0),
    "bce": ("C", 0),
}

FUTURE = frozenset("will shall 'll plans plan expected scheduled would could going".split())
PAST = frozenset("was were had said told died announced did has have came went began killed".split())
COUNTED = frozenset(
    """euros dollars pounds yen cents kilometers kilometres meters metres miles feet inches kilograms grams tons tonnes
    liters litres acres hectares percent degrees watts people employees residents inhabitants jobs soldiers troops
    pieces pages participants visitors hours minutes seconds days weeks months years km kg mph lb million billion
    thousand hundred times""".split()
)
NUMBERED = frozenset("page pages p pp no number article section room volume chapter version v item".split())
ABOUT = frozenset("nearly almost some over than least most only approximately roughly total".split())
CUES = frozenset(
    "in by since until till of early late mid last this next from to and during between before after through or "
    "through around for beginning end start middle via throughout".split()
)
PERSONS = frozenset(
    {"may", "march", "june", "april", "august", "jan", "mar", "jun", "jul", "dec", "sep", "sept"}
)
"""Months that are names or verbs as well: alone they need a word of time before them."""
