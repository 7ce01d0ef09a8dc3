"""One sentence as the frames see it: its parts, triggers, speakers, times, and what it is about."""
