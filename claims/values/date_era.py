"""Reading years by themselves, decades and centuries."""

import re

from claims.values.date_build import between, make_year, make_years
from claims.values.date_check import is_no_year
from claims.values.date_context import Partial, Reading, Scan, get_number, get_unit, is_plural
from claims.values.value import Date


def read_era(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "die 1990er Jahre", "the 90s"; a person may be "in his 60s"."""
    number = get_number(scan.get(found, "E"))
    before = scan.word(found.start() - 1)
    if number is None:
        return None
    if number < 100 and found.end() - found.start() == 1:
        if before not in {"the", "die", "der", "den", "early", "mid", "late", "-", "in"}:
            return None
        number = number + (1900 if number >= 20 else 2000)
    elif number < 100:
        number += 1900 if number >= 20 else 2000
    return make_years(f"{number // 10:03d}")


def read_century(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "19. Jahrhundert" as the years that EDTF gives it, 1800 to 1899."""
    number = get_number(scan.get(found, "o"))
    if number is None or get_unit(scan.get(found, "U")) != "century" or number > 30:
        return None
    if scan.get(found, "C") is None or get_number(scan.get(found, "C")) == AFTER:
        return make_years(f"{number - 1:02d}")
    first, last = make_year(1 - 100 * number), make_year(100 - 100 * number)
    name = f"-{number - 1:02d}XX" if number > 1 else f"{first.edtf}/{last.edtf}"
    return Date(name, first.lo, last.hi)  # 300 v. Chr. is year -299, 201 v. Chr. year -200


def read_before_christ(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "44 v. Chr." and "300 n. Chr."; EDTF has a year 0, so 44 v. Chr. is year -43."""
    number, era = get_number(scan.get(found, "d")), scan.get(found, "C")
    if number is None or number < 1 or era is None:
        return None
    if get_number(era) == AFTER and scan.text[era.start] == "a":
        return None  # an "ad" is an advertisement
    return make_year(number if get_number(era) == AFTER else 1 - number)


AFTER = 1
"""What the token of "n. Chr." or "AD" means, beside 0 for "v. Chr."."""


def read_year_alone(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "2024", "im Jahr 2024"; a count such as "2000 Euro" is none."""
    unit = scan.get(found, "u")
    if (unit is not None and is_plural(unit)) or is_no_year(scan, found.start("y")):
        return None
    return Partial(year=get_number(scan.get(found, "y")))


def read_named_year(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "im Jahr 800"; "Jahr 2" of something is no date."""
    number = get_number(scan.get(found, "c"))
    if number is None or number < 100 or number > 2999:
        return None
    return make_year(number)


def read_spanning_years(scan: Scan, found: re.Match[str]) -> Reading | None:
    """Read "2019/20" and "2019/2020"."""
    token = scan.get(found, "Y")
    if token is None or not isinstance(token.payload, tuple):
        return None
    return between(make_year(token.payload[0]), make_year(token.payload[1]))
