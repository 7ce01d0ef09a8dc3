"""From the text of an article to suggested claims, each typed, anchored and explained."""

from claims.suggest.explaining import Explanation, explain
from claims.suggest.kinds import classify
from claims.suggest.proposing import suggest
from claims.suggest.splitting import sentences
from claims.suggest.suggestion import Sentence, Suggestion

__all__ = ["Explanation", "Sentence", "Suggestion", "classify", "explain", "sentences", "suggest"]
