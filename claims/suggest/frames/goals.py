"""Aims with a deadline: who wants to reach what by when."""

from collections.abc import Iterator

from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.placing import list_words
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.subjects import choose_subject
from claims.values.edtf import parse_edtf
from claims.values.value import Date
from claims.vocabulary import Predicate

_TO_BECOME = ("zu werden", "werden", "zu sein", "sein")
_LONGEST_GOAL = 80


def propose_goals(reading: Reading, predicate: Predicate, memory: Memory) -> Iterator[Draft]:
    """Yield a target date for each deadline in a clause that speaks of an aim or plan."""
    items = reading.items
    for place, item in enumerate(items):
        if item.value is None or not isinstance(item.value.value, Date):
            continue
        value = read_deadline(item.value.value)
        plan = _find_plan_word(reading, place)
        if value is None or plan is None:
            continue
        choice = choose_subject(reading, predicate.subject_kinds, plan, place, memory)
        if choice is None or _only_speaks(reading, choice.item, place):
            continue
        goal, last = _read_goal(reading, place)
        if not goal:
            continue
        mention = choice.mentions[0]
        yield Draft(
            predicate.key,
            mention,
            value,
            plan,
            {plan, place, last} | ({choice.item} if choice.item >= 0 else set()),
            0.82 - choice.doubt,
            [
                f"plan word “{items[plan].text}”",
                f"deadline “{item.text}”",
                *([choice.reason] if choice.reason else []),
            ],
            value_item=place,
            value_at=(item.start, item.end),
            subject_at=(mention.start, mention.end) if choice.item >= 0 else None,
            qualifiers={"goal": _name_alike(goal)},
            modality="planned",
        )


def _only_speaks(reading: Reading, subject: int, place: int) -> bool:
    """Tell whether a person only says what somebody else plans ("X sagte, der Radweg solle bis 2028 fertig werden")."""
    items, language = reading.items, reading.language
    if subject < 0 or language.code != "de" or items[subject].clause == items[place].clause:
        return False
    mention = items[subject].mention
    between = items[subject + 1 : place]
    spoken = any(item.low in forms for item in between for forms in language.saying.values())
    return (
        mention is not None
        and mention.kind == "person"
        and spoken
        and bool(_SHALL & {i.low for i in between})
    )


_SHALL = frozenset({"solle", "sollen", "soll"})


def read_deadline(value: Date) -> Date | None:
    """Return the end of "bis 2030" as a date of its own, None if the date is no deadline."""
    if value.edtf is None or not value.edtf.startswith("../"):
        return None
    end = parse_edtf(value.edtf.removeprefix("../"))
    return Date(end.edtf, end.lo, end.hi, value.modifier, value.text)


def _find_plan_word(reading: Reading, place: int) -> int | None:
    """Return the item of the plan word in the deadline's clause or the one before it."""
    clause = reading.items[place].clause
    near = [
        number
        for number, item in enumerate(reading.items)
        if item.is_word and item.low in reading.language.plans and clause - 1 <= item.clause <= clause
    ]
    return min(near, key=lambda number: abs(number - place), default=None)


def _read_goal(reading: Reading, place: int) -> tuple[str, int]:
    """Return what is to be reached, from the words behind the deadline, and its last item."""
    items, language = reading.items, reading.language
    last = place
    while (
        last + 1 < len(items)
        and items[last + 1].clause == items[place].clause
        and not items[last + 1].is_mark
    ):
        last += 1
        if items[last].segment != items[place].segment:
            last -= 1
            break
    first = place + 1
    if last == place:
        return _read_goal_before(reading, place)
    while first < last and items[first].low in language.articles:
        first += 1
    goal = reading.text[items[first].start : items[last].end]
    for ending in _TO_BECOME:
        if goal.endswith(" " + ending):
            goal = goal[: -len(ending) - 1]
            break
    return goal[:_LONGEST_GOAL], last


def _read_goal_before(reading: Reading, place: int) -> tuple[str, int]:
    """Read the goal of "plans to be climate-neutral by 2030": the words between plan word and deadline."""
    plan = _find_plan_word(reading, place)
    if plan is None or plan + 1 >= place:
        return "", place
    first = plan + 1
    while first < place - 1 and reading.items[first].low in {"to", "be", "become", "the", "a"}:
        first += 1
    return reading.text[reading.items[first].start : reading.items[place - 1].end][:_LONGEST_GOAL], place


def _name_alike(goal: str) -> str:
    """Return a goal that has a name in both languages by one of them: "klimaneutral" is climate-neutral."""
    return list_words("goal").get(goal.casefold().replace("-", " "), goal)
