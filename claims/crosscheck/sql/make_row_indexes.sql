-- Title: the indexes of the check rows are made again, each in one go
CREATE INDEX ix_check_row_claim ON check_row (claim, member_of)

CREATE INDEX ix_check_row_denial ON check_row (key) WHERE kind IN ('negated', 'novalue')

CREATE INDEX ix_check_row_key_hi ON check_row (key, hi)

CREATE INDEX ix_check_row_key_lo ON check_row (key, lo)
