"""Which rating a reviewer means by a code or a label."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import OptionRefused
from claims.store.tables import Rating, RatingScale


def read_rating(session: Session, given: str, scale: str | None = None) -> Rating:
    """Return the rating with this code, or this German or English label, of the desk's scale or of `scale`.

    Of a label with two names ("Meinung / nicht prüfbar") either is enough; case does not matter.

    Raises:
        OptionRefused: No such scale or rating; names those there are.
    """
    key = _read_scale(session, scale)
    rows = session.execute(
        select(Rating, RatingScale.key)
        .join(RatingScale, RatingScale.id == Rating.scale_id)
        .order_by(RatingScale.id, Rating.id)
    ).all()
    wanted = " ".join(given.split()).casefold()
    fitting = [row for row in rows if wanted in _list_names(row.Rating)]
    found: Rating | None = next((row.Rating for row in fitting if row.key == key), None)
    if found is not None:
        return found
    if fitting:
        raise OptionRefused(
            f"{given!r} is a rating of {fitting[0].key}, not of {key}; add --scale {fitting[0].key}"
        )
    known = ", ".join(f"{row.Rating.code} ({row.Rating.label_de})" for row in rows if row.key == key)
    raise OptionRefused(f"{given!r} is no rating of {key}; there are: {known}")


def _read_scale(session: Session, given: str | None) -> str:
    keys = dict(session.execute(select(RatingScale.key, RatingScale.is_default)).all())
    if given is None:
        return next(key for key, is_default in keys.items() if is_default)
    if given not in keys:
        raise OptionRefused(f"no rating scale {given!r}; there are: {', '.join(sorted(keys))}")
    return given


def _list_names(rating: Rating) -> set[str]:
    labels = (rating.label_de, rating.label_en)
    parts = [part for label in labels for part in label.split(" / ")]
    return {name.casefold() for name in (rating.code, *labels, *parts)}
