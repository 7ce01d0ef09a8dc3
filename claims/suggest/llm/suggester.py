"""A language model as a suggester: any endpoint that speaks OpenAI's protocol, off unless one is set.

The model can only propose. What it says passes the text first (`llm_answer`), then the check that
every suggester's answer passes, and ends as suggestions that a reviewer decides on.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from claims import __version__
from claims.suggest.llm.answer import read_answer, read_article, read_items
from claims.suggest.llm.endpoint import ask_model, read_endpoint
from claims.suggest.llm.prompt import build_request
from claims.suggest.suggesters import Answered
from claims.suggest.words.splitting import sentences
from claims.vocabulary import KnownEntity, Vocabulary, get_seed_vocabulary

LONGEST_PART = 6_000
"""Characters that are put to the model at once."""


def get_version() -> str:
    """Return what is recorded with a run: the program's version and the model's name.

    Raises:
        OptionRefused: No endpoint is set; says which variables to set.
    """
    return f"{__version__} {read_endpoint().model}"


def suggest(
    text: str,
    language: str,
    published: date | str | None = None,
    entities: Iterable[KnownEntity] = (),
    vocabulary: Vocabulary | None = None,
) -> Answered:
    """Propose the claims that a model finds in `text`; arguments as for `claims.suggest.suggest`.

    Raises:
        OptionRefused: No endpoint is set.
        SuggesterFailed: It cannot be reached, or its answer is not what was asked for.
    """
    endpoint = read_endpoint()
    vocabulary = vocabulary or get_seed_vocabulary()
    article = read_article(text, language, published, vocabulary, entities)
    answered = Answered()
    day = None if published is None else str(published)[:10]
    for start, end in cut(text, language):
        request = build_request(text[start:end], language, day, vocabulary, model=endpoint.model)
        items = read_items(ask_model(endpoint, request))
        dropped: Counter[str] = Counter()
        answered += read_answer(article, (start, end), items, dropped, model=endpoint.model)
        answered.dropped += dropped
    return answered


def cut(text: str, language: str, longest: int = LONGEST_PART) -> list[tuple[int, int]]:
    """Return the parts of a text that have words, each of at most `longest` characters and whole sentences.

    A sentence that is longer than that is cut where it must be.
    """
    parts: list[tuple[int, int]] = []
    start = end = 0
    for first, last in sentences(text, language):
        if last - start > longest and end > start:
            parts.append((start, end))
            start = first
        end = last
        while end - start > longest:
            parts.append((start, start + longest))
            start += longest
    parts.append((start, end))
    return [(first, last) for first, last in parts if any(map(str.isalpha, text[first:last]))]
