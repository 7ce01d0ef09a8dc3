-- Title: the index that rows come in no order of is made again, in one go
CREATE INDEX ix_check_row_claim ON check_row (claim, member_of)
