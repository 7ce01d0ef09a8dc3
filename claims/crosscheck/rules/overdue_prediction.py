"""What was planned for a day that has passed, with nothing that says it happened."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from claims.crosscheck.beyond.look import Look
from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.held.judged import note_claims
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rules.rule import Rule, Wider
from claims.values.day import Day


def find(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield the slots with plans whose day has passed, where no plan lies ahead and nothing happened."""
    plans = run(look.session, read_sql("overdue_plans"), look.day - int(look.options["days"])).all()
    for slot, of_slot in groupby(plans, key=attrgetter("slot_id")):
        told = list(of_slot)
        if not all(plan.passed for plan in told):
            continue
        if run(look.session, read_sql("overdue_done"), slot).first() is not None:
            continue
        conflict = note_claims(
            {plan.claim_id: f"no word of it since {Day.from_number(plan.day_hi - 1)}" for plan in told}
        )
        if conflict is not None:
            yield slot, conflict


RULE = Rule(
    name="overdue-prediction",
    severity="info",
    title={"de": "Vorhersage fällig", "en": "Prediction overdue"},
    explanation={
        "de": "Was für einen Tag geplant oder vorhergesagt war, ist verstrichen, und kein Artikel sagt, dass es "
        "eingetreten ist: nachfragen. Ein Plan, der noch in der Zukunft liegt, gilt als Aufschub. `days` ist die "
        "Zahl der Tage, die man danach noch wartet.",
        "en": "The day for which something was planned or predicted has passed, and no article says that it "
        "happened: ask. A plan that still lies ahead counts as a delay. `days` is how long to wait after the day.",
    },
    wider=Wider(find, everywhere=("anchor_all_planned",), anchors=("anchor_siblings",), due="overdue_due"),
    options={"days": 0},
)
