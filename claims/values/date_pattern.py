"""The shapes of dates, written in the kinds of tokens.

One letter is one token: M month, W weekday (a abbreviated), d figure 1 to 31, o ordinal, y year of
four digits, c other figure, n numeral, D full numeric date, X figures such as 4/22, m month and year
in figures, Y two years with a slash, E decade, q quarter or half in figures, S season, H feast,
P early/mid/late, u year, w week, i month, U other unit, R this/last/next, V "Vorjahr", T today,
B part of the day, s since, b until, A from … on, v from, t to, z between, & and, f article or "of",
I in, G before (in German also "ago"), N after, g ago, L later or (in German) before it, O onwards, k about, K at least or nearly, j each, r rest,
F half of, C before Christ, p now, e "EOY", Z recently, ? few, l "may" or "march" in lower case, x any other word.
@ is a time that an earlier pass has read. The passes follow each other, so no pattern holds another.
"""

YEAR = "(?:,?(?:f|I){0,2}u?f?,?(?P<y>y)|f{0,2}(?P<yr>R)u(?!y)|f{0,2}(?P<yv>V)|(?P<ya>f{1,2}u)(?!y))"
DAY_NAME = "(?:(?P<name>[Wa]),?f{0,2})?"
COUNT = "(?:[nd]|c)"
UNIT = "[uwiU]"
DURATION = f"(?P<dur>{COUNT}{UNIT}(?:,?&?{COUNT}{UNIT}){{0,3}})"

NUMERALS: dict[str, str] = {"numeral": "n(?:-?&?n){0,5}(?:-?o)?"}
"""Numbers written in several words, as in English years."""

POINTS: dict[str, str] = {
    "numeric": f"{DAY_NAME}(?P<D>D)",
    "weak_numeric": "(?P<name>[Wa]),?f?(?P<X>X)",
    "day_month": f"{DAY_NAME}(?P<d>[do])(?:U|\\.(?=M,?y))?[-/]?f{{0,2}}(?P<M>[Ml])(?:[-/]?{YEAR})?",
    "month_day": f"{DAY_NAME}(?P<M>[Ml])[-/.]?f?(?P<d>[don])(?:[-/]?{YEAR})?",
    "year_month_day": "(?P<y>y)[-/](?:(?P<M>M)[-/](?P<d>d)|(?P<d2>d)[-/](?P<M2>M))",
    "month_year_day": "(?P<M>M)[-/](?P<y>y)[-/](?P<d>[do])",
    "month_year": f"(?P<M>[Ml])[-/]?{YEAR}",
    "year_month": "(?P<y>y),?(?P<M>M)(?![,/-]?[Mydo])",
    "month_number": "(?P<m>m)",
    "relative_month": "(?P<R>R)(?P<M>M)",
    "month": "(?P<M>[Ml])",
    "season": f"(?P<S>S)(?:{YEAR}|f?(?P<Y>Y))",
    "bare_season": "(?P<S>S)",
    "season_over_years": "(?P<S>S)f?(?P<y>y)-(?P<d>[dcy])",
    "relative_season": "(?P<R>R)(?P<S>S)",
    "quarter": f"(?P<q>q)(?:-?{YEAR})?",
    "year_quarter": "(?P<y>y)-?(?P<q>q)",
    "named_quarter": f"(?P<o>[oR])(?:(?P<U>U)|F)(?:{YEAR}|f{{0,2}}R?(?P<fiscal>U))?",
    "year_named_quarter": "(?P<y>y)f?(?P<o>o)(?P<U>U)",
    "week_number": f"(?P<w>w)(?P<d>[dc])(?:{YEAR})?",
    "numbered_week": f"(?P<d>o)(?P<w>w)(?:{YEAR})?",
    "nth_week": f"(?P<o>[oR])(?P<w>w)[fI]{{1,2}}(?:(?P<R>R)?(?P<i>i)|(?P<M>M)(?:{YEAR})?|(?P<y2>y))",
    "nth_weekday": f"(?P<o>o)(?P<W>W)[fI]{{1,2}}(?:(?P<R>R)?(?P<i>i)|(?P<M>M)(?:{YEAR})?)",
    "weekday_of_week": "(?P<W>W)[fI]{0,2}(?P<R>R)w",
    "week_weekday": "(?P<R>R)wf?(?P<W>[Wa])",
    "relative_weekday": "R?(?P<R>R)(?P<W>W)",
    "weekday_ordinal": "(?P<W>[Wa]),?f?(?P<d>o)",
    "ordinal_of_month": "(?P<d>[do])U?f{0,2}(?P<R>R)?i",
    "weekday": "(?P<W>W)",
    "weekend": "(?P<w>w)",
    "deictic": "(?P<T>T)",
    "feast": f"(?P<o>o)?(?P<H>H)(?:{YEAR})?",
    "relative_feast": "(?P<R>R)(?P<H>H)",
    "era": "(?P<E>E)(?:-?u)?",
    "century": "(?P<o>o)(?P<U>U)(?P<C>C)?",
    "before_christ": "(?P<d>[dcy])(?P<C>C)",
    "relative_unit": f"(?P<R>R)(?P<u>{UNIT})",
    "compound_unit": "(?P<V>V)",
    "unit_after_next": "(?P<u>[uwiU])[NG]f?(?P<R>R)(?![uwiUMSWH])",
    "end_of_unit": "(?P<e>e)(?:f?(?P<y>y))?",
    "part_of_year": "(?P<P>P)(?!-?f{0,3}[yYuVREMSqdoHD@wiUI])",
    "bare_ordinal": "(?<=f)(?P<d>o)",
    "short_year": "(?P<M>M)_?(?P<c>[cd])",
    "feast_weekend": f"(?P<H>H)(?:{YEAR})?(?P<w>w)",
    "year": "(?P<u>uf?)?(?P<y>y)",
    "named_year": "(?P<u>u)f?(?P<c>[cdn])",
    "spanning_years": "(?P<Y>Y)",
    "ago": f"G[kK]?{DURATION}",
    "ago_after": f"[kK]?{DURATION}g",
    "in_duration": f"I{DURATION}",
    "vague_window": f"If?(?P<R>R)(?P<u>{UNIT})",
    "window": f"(?:If?)?(?P<R>R)(?:(?P<few>\\?)|(?P<count>{COUNT}))(?P<u>{UNIT})",
    "counted_window": f"(?P<count>{COUNT})(?P<R>R)(?P<u>{UNIT})",
    "first_units": f"(?P<o>[oR])(?P<count>{COUNT})(?P<u>{UNIT}){YEAR}",
    "rest": f"rf{{0,2}}R?(?P<u>{UNIT})",
    "for_long": "s(?P<u>[uwiU])",
    "vague": f"Z|[sGI]\\?{UNIT}|\\?{UNIT}g",
}
"""Every way to name one time; where several fit, the longest is taken and of those the first."""

PARTS: dict[str, str] = {
    "part": "(?P<P>P)-?f{0,3}(?P<a>@)",
    "part_of_this": f"(?P<P>P)[fI]{{1,2}}(?P<u>{UNIT})(?![wi@y])",
    "about": "kf{0,2}(?P<a>@)",
    "week_of": "(?P<w>w)(?:[fv]A?|Av?)f{0,2}(?P<a>[@o])",
    "offset": f"(?P<k>K)?{DURATION}(?P<way>[vGN])f?(?P<a>@)",
    "counted_on": f"{DURATION}Av?f?(?P<a>@)",
    "distance": f"{DURATION}L",
    "distance_away": f"{DURATION}(?P<way>P)(?!f{{0,2}}[uwiUMWSHR@])",
    "unit_away": "(?P<u>[uwiU])(?P<way>P)(?!f{0,2}[uwiUMWSHR@])",
    "day_beside": "(?P<u>[uwiU])(?P<way>L)",
    "next_day": "(?P<R>R)(?P<u>[uU])",
    "day_after": "(?<=f)(?P<u>U)(?P<way>[NG])(?=[.,x|])",
}
"""A part of a time, or a time counted from another."""

SPANS: dict[str, str] = {
    "between": "zf{0,2}(?P<a>[@doX])[&t-]f{0,2}(?P<b>[@doX])(?P<year>,?I?f?@)?",
    "from_to": "(?:vf{0,2})?(?P<a>[@doX])[tb-]b?f{0,2}(?P<b>@)",
    "figures_to": "(?:vf{0,2})?(?P<a>X)[tb-]b?f{0,2}(?P<b>X)(?P<year>,?@)?",
    "days_to": "(?:vf{0,2})?(?P<a>[do])[/]f{0,2}(?P<b>@)",
    "days_and": "(?P<a>[do])&f{0,2}(?P<b>@)",
    "to_days": "(?:vf{0,2})?(?P<a>@)[tb-]b?f{0,2}(?P<b>[do])(?P<year>,?I?f?@)?",
    "to_short_year": "(?:vf{0,2})?(?P<a>@)-(?P<b>[dc])",
    "month_days": "I?(?P<m>@)[vz]f{0,2}(?P<a>[do])[tb&-]b?f{0,2}(?P<b>[do])",
    "days_of": "[vz]f{0,2}(?P<a>[do])[tb&-]b?f{0,2}(?P<b>[do])(?:I?f{0,2}(?P<m>@))",
    "since": "sf{0,2}(?P<a>@)",
    "since_duration": f"s[kK]?{DURATION}",
    "figures": "(?P<a>X)",
    "until": "b{1,2}I?f{0,2}(?P<a>@)",
    "through": "tf{0,2}(?P<a>@)",
    "until_now": "[vz]f{0,2}(?P<a>@)[t&b-]{1,2}p",
    "from": "vf{0,2}(?P<a>@)",
    "onward": "Av?I?f{0,2}(?P<a>@)",
    "from_onward": "v?f{0,2}(?P<a>@)O",
    "before": "Gf{0,2}(?P<a>@)",
    "after": "Nf{0,2}(?P<a>@)",
}
"""Times with a beginning and an end, or with one of them open."""
