"""What the text has said so far of what, for a title that leaves the name out."""

from collections.abc import Sequence

from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.subjects import Choice


def remember_subjects(memory: Memory, drafts: Sequence[Draft]) -> None:
    """Keep what each figure and date was said of, so that a title without a name can say it of the same."""
    for draft in drafts:
        if draft.predicate is None or draft.subject is None or draft.subject.kind == "class":
            continue
        known = memory.answered.get(draft.predicate, draft.subject)
        same = known is not None and known.entity.label == draft.subject.entity.label
        memory.answered[draft.predicate] = draft.subject if same else None


def choose_answered(reading: Reading, predicate: str, memory: Memory) -> Choice | None:
    """Return for a title without a name what the text said the same of: "Leitzins steigt auf 4,25 Prozent"."""
    known = memory.answered.get(predicate) if reading.kind == "heading" else None
    if known is None:
        return None
    return Choice(-1, (known,), 0.25, f"of {known.entity.label}, as in the text")
