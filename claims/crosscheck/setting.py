"""Which rules a ledger's desk runs, and how: settings beside what the program has."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rules import RULES, list_rules
from claims.crosscheck.rules.rule import Rule
from claims.errors import NotFound, OptionRefused
from claims.store.record import record
from claims.store.tables import RuleSetting
from claims.store.tables.finding import SEVERITIES
from claims.store.write import insert, update


def read_rules(session: Session) -> list[Rule]:
    """Return all rules as this ledger runs them, in the order in which they are shown."""
    settings: dict[str, dict[str, str]] = {}
    for row in session.execute(select(RuleSetting.rule, RuleSetting.name, RuleSetting.value)):
        settings.setdefault(row.rule, {})[row.name] = row.value
    return [_apply(rule, settings[rule.name]) if rule.name in settings else rule for rule in list_rules()]


def set_rule(session: Session, name: str, settings: Mapping[str, str]) -> None:
    """Change settings of a rule: enabled (1 or 0), severity, and the options that it has.

    What this affects is looked at by the next cross-check: the rule's findings, or every question
    where the rule may find something that it did not before.

    Raises:
        NotFound: There is no such rule.
        OptionRefused: It has no such setting, or the value is none for it.
    """
    if name not in RULES:
        raise NotFound(f"no rule {name!r}; list them with: claims rule list")
    read = {key: _read(RULES[name], key, value) for key, value in settings.items()}
    known = {
        row.name: row.value
        for row in session.execute(
            select(RuleSetting.name, RuleSetting.value).where(RuleSetting.rule == name)
        )
    }
    changed = {key: value for key, value in read.items() if value != known.get(key)}
    for key, value in changed.items():
        if key in known:
            update(session, RuleSetting, {"rule": name, "name": key}, value=value)
        else:
            insert(session, RuleSetting, rule=name, name=key, value=value)
    if changed:
        _mark(session, name, changed)
    record(session, "rule", None, "set")


def _mark(session: Session, name: str, changed: Mapping[str, str]) -> None:
    if changed.keys() <= {"severity"} or changed.get("enabled") == "0":
        run(session, read_sql("mark_findings"), name)
    else:
        run(session, read_sql("mark_all"))


def _read(rule: Rule, key: str, value: str) -> str:
    if key == "enabled" and value in {"0", "1"}:
        return value
    if key == "severity":
        if value in SEVERITIES:
            return value
        raise OptionRefused(f"severity={value!r} is not {', '.join(SEVERITIES[:-1])} or {SEVERITIES[-1]}")
    if key in rule.options:
        return _read_number(key, value)
    may = ", ".join(["severity", *rule.options])
    raise OptionRefused(f"the rule {rule.name} has no setting {key!r}; it has: {may}")


def _read_number(key: str, value: str) -> str:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        raise OptionRefused(f"{key}={value!r} is no number from 0 up, such as {key}=5")
    return repr(number)


def _apply(rule: Rule, settings: Mapping[str, str]) -> Rule:
    """Return the rule as set; what another version of the program set and this one does not know counts for nothing."""
    options = {key: float(settings.get(key, default)) for key, default in rule.options.items()}
    return replace(
        rule,
        severity=settings.get("severity", rule.severity),
        enabled=settings.get("enabled", "1" if rule.enabled else "0") == "1",
        options=options,
    )
