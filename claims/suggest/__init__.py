"""From the text of an article to suggested claims, each typed, anchored and explained."""

from claims.suggest.explaining import Explanation, explain
from claims.suggest.proposing import suggest
from claims.suggest.suggestion import Sentence, Suggestion
from claims.suggest.words.kinds import classify
from claims.suggest.words.splitting import sentences

__all__ = ["Explanation", "Sentence", "Suggestion", "classify", "explain", "sentences", "suggest"]
