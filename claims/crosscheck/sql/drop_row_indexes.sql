-- Title: the index that rows come in no order of is taken away while all of them are written
DROP INDEX ix_check_row_claim
