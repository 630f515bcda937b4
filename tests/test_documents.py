"""Whoever begins at the README comes to every page, and no link leads nowhere."""

import re
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
WRITTEN = re.compile(r"Writes (docs/[\w-]+\.md)")
"""What a long run writes: it may not have been written yet."""


def pages() -> set[Path]:
    folders = (
        (HOUSE / "docs").rglob("*.md"),
        (HOUSE / "clients").rglob("*.md"),
        [HOUSE / "README.md", HOUSE / "web/README.md"],
    )
    return {path for found in folders for path in found if "node_modules" not in path.parts}


def leads_to(page: Path) -> Iterator[Path]:
    for link in LINK.findall(page.read_text()):
        if not link.startswith(("http://", "https://", "mailto:")):
            yield (page.parent / link).resolve()


def to_be_written() -> set[Path]:
    return {HOUSE / path for path in WRITTEN.findall((HOUSE / "Makefile").read_text())}


def test_every_link_leads_somewhere() -> None:
    links = {(page, to) for page in pages() for to in leads_to(page)}
    assert len(links) > len(pages())
    assert [(str(page), str(to)) for page, to in links if not to.exists() and to not in to_be_written()] == []


def test_every_page_is_found_from_the_readme() -> None:
    found, ahead = set[Path](), [HOUSE / "README.md"]
    while ahead:
        page = ahead.pop()
        if page.suffix == ".md" and page.exists() and page not in found:
            found.add(page)
            ahead += leads_to(page)
    assert sorted(map(str, pages() - found)) == []
