-- Title: the flagged keys are kept for the split; the flag's query follows
INSERT INTO check_flagged
