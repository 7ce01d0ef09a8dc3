"""A day of the proleptic Gregorian calendar in any year, also below 0 and beyond 9999."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """One day; orders by time, prints as an ISO date, and has a number that counts days."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04d}-{self.month:02d}-{self.day:02d}"

    @property
    def number(self) -> int:
        """Days since 1970-01-01, negative before it (H. Hinnant, `days_from_civil`)."""
        year = self.year - (self.month <= 2)
        era = year // 400
        year_of_era = year - era * 400
        shifted_month = (self.month + 9) % 12
        day_of_year = (153 * shifted_month + 2) // 5 + self.day - 1
        day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
        return era * 146_097 + day_of_era - 719_468

    @classmethod
    def from_number(cls, number: int) -> "Day":
        """Return the day that is `number` days after 1970-01-01 (Hinnant, `civil_from_days`)."""
        shifted = number + 719_468
        era = shifted // 146_097
        day_of_era = shifted - era * 146_097
        year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
        day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
        shifted_month = (5 * day_of_year + 2) // 153
        month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
        return cls(
            year_of_era + era * 400 + (month <= 2),
            month,
            day_of_year - (153 * shifted_month + 2) // 5 + 1,
        )

    def plus(self, days: int) -> "Day":
        """Return the day `days` later (earlier if negative)."""
        return Day.from_number(self.number + days)


def count_days_in_month(year: int, month: int) -> int:
    """Return 28 to 31."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31
