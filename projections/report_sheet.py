"""A plan's status report as a sheet: what a spreadsheet opens, one line for each initiative."""

import csv
import io

from projections.report import PlanReport, ReportedInitiative
from projections.report_words import CALLED

HEADINGS = {
    "da": (
        *("Nr.", "Indsats", "Tema", "Trin", "Fase", "Ejere", "Farve", "Siden", "Grund", "Ligger hos", "Hvorfor"),
        *("Ubesvarede bemærkninger", "Afventer", "Næste dato", "Hændelse"),
    ),
    "en": (
        *("No.", "Initiative", "Theme", "Stage", "Phase", "Owners", "Colour", "Since", "Reason", "Lies with", "Why"),
        *("Open remarks", "Awaits", "Next date", "Event"),
    ),
}
FORMULAE = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would work out instead of showing it."""


def sheet(report: PlanReport, lang: str) -> bytes:
    """CSV as a Danish spreadsheet expects it: semicolons, UTF-8 with its mark. The first line names plan and position."""
    written = io.StringIO(newline="")
    lines = csv.writer(written, delimiter=";", lineterminator="\r\n")
    as_of = "Status pr. hændelse" if lang == "da" else "Status as of event"
    lines.writerow([_cell(report.title or report.plan.name), as_of, report.position])
    lines.writerow(HEADINGS[lang])
    themes = {each.theme: each.title or each.number for each in report.themes}
    for each in report.initiatives:
        lines.writerow([_cell(text) for text in _line(each, themes, lang)])
    return written.getvalue().encode("utf-8-sig")


def _line(each: ReportedInitiative, themes: dict[str, str], lang: str) -> tuple[str, ...]:
    reason = each.colours[-1].reason if each.colours else None
    return (
        each.number or "",
        each.title or each.initiative.name,
        themes.get(each.theme or "", each.theme or ""),
        _called(each.stage, lang),
        _called(each.phase, lang),
        ", ".join(owner.name for owner in each.owners),
        _called(each.colour, lang),
        each.colour_since or "",
        reason or "",
        ", ".join(dict.fromkeys(lies.who.name for lies in each.lies_with)),
        ", ".join(dict.fromkeys(_called(lies.why, lang) for lies in each.lies_with)),
        " | ".join(remark.text or remark.remark for remark in each.remarks),
        ", ".join(condition.name for condition in each.held_by),
        each.expected[0].latest if each.expected else "",
        str(each.position),
    )


def _called(code: str | None, lang: str) -> str:
    return "" if code is None else CALLED[code][0 if lang == "da" else 1]


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULAE) else text
