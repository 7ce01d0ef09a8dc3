"""The pages of a bundle that people read: what it is, what was decided and why, one page per article.

They load nothing and run nothing; all that comes from outside is escaped and shown harmless.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup
from sqlalchemy.orm import Session

from claims.audit import form
from claims.audit.readable import (
    list_articles,
    list_corrections,
    list_lives,
    list_revisions,
    list_rulings,
    list_told,
    list_verdicts,
)
from claims.exchange.folder import opened
from claims.safe import safe

_TEMPLATES = Path(__file__).parent / "templates"
_FACTS = ("id", "external_id", "outlet", "author", "url", "published", "language", "withdrawn")


def write_pages(session: Session, place: Path, manifest: form.Manifest) -> None:
    """Write `README.html` and a page per article of the export's scope into a bundle."""
    environment = _set_up()
    articles = list_articles(session)
    content = {
        "title": "Audit export of a claim ledger",
        "manifest": manifest,
        "articles": articles,
        "verdicts": list_verdicts(session),
        "rulings": list_rulings(session),
        "findings": list_lives(session),
        "corrections": list_corrections(session),
    }
    _write(environment, place, form.README, "readme.html", content)
    for article in articles:
        revisions = list_revisions(session, article["number"])
        if not manifest.texts:
            revisions = [revision | {"body": None} for revision in revisions]
        content = {
            "title": article["shown"],
            "manifest": manifest,
            "facts": [(name, article[name]) for name in _FACTS if article[name] is not None],
            "revisions": revisions,
            "mentions": list_told(session, article["number"]),
        }
        _write(environment, place, f"{form.ARTICLES}/{article['id']}.html", "article.html", content)


def _set_up() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_make_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _make_harmless(value: Any) -> Any:
    return safe(value, multiline=True) if isinstance(value, str) and not isinstance(value, Markup) else value


def _write(environment: Any, place: Path, name: str, template: str, content: Mapping[str, Any]) -> None:
    with opened(place, name) as file:
        file.writelines(environment.get_template(template).generate(content))
