"""The record's words for the pages: prints `web/words/record.ts`, made from every closed vocabulary of the domain
and of the views.

python -m klynge.words > web/words/record.ts
"""

import re
import sys
from collections import defaultdict

import projections.views  # noqa: F401  every vocabulary is defined in what these import
from domain.words import Word

PLAIN_KEY = re.compile(r"[a-z]+")
HEAD = """\
/**
 * The closed vocabularies of the record: stored value -> the word a secretary says. Where two vocabularies use one
 * value with different words, the key names the vocabulary. Made by `python -m klynge.words`; nobody edits it.
 */

export const record: Record<string, { da: string; en: string }> = {
"""


def table() -> str:
    """The whole file."""
    lines = (f"  {_key(key)}: {{ da: {_quoted(da)}, en: {_quoted(en)} }},\n" for key, (da, en) in _words().items())
    return f"{HEAD}{''.join(lines)}}};\n"


def _words() -> dict[str, tuple[str, str]]:
    """Key -> (Danish, English), by key."""
    by_value: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for vocabulary in _vocabularies(Word):
        for word in vocabulary:
            by_value[word.value][_kebab(vocabulary.__name__)] = (word.da, word.en)
    words: dict[str, tuple[str, str]] = {}
    for value, said in by_value.items():
        if len(set(said.values())) == 1:
            words[value] = next(iter(said.values()))
        else:
            words |= {f"{vocabulary}/{value}": word for vocabulary, word in said.items()}
    return dict(sorted(words.items()))


def _vocabularies(of: type[Word]) -> list[type[Word]]:
    found = []
    for each in of.__subclasses__():
        found += [each, *_vocabularies(each)]
    return found


def _kebab(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def _key(key: str) -> str:
    return key if PLAIN_KEY.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


if __name__ == "__main__":
    sys.stdout.write(table())
