"""How this ledger's desk runs the rules of the cross-check."""

from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Table, is_given


class RuleSetting(Table):
    """One setting of one rule; what is not set here is as the program has it."""

    __tablename__ = "rule_setting"
    __table_args__ = (is_given("value"),)

    rule: Mapped[str] = mapped_column(primary_key=True, doc="The rule.")
    name: Mapped[str] = mapped_column(
        primary_key=True, doc="enabled, severity, or an option that the rule has."
    )
    value: Mapped[str] = mapped_column(doc="1 or 0; violation, warning or info; or a number.")
