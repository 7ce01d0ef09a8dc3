-- Title: the indexes of the check rows are taken away while all rows are written
DROP INDEX ix_check_row_claim

DROP INDEX ix_check_row_denial

DROP INDEX ix_check_row_key_hi

DROP INDEX ix_check_row_key_lo
