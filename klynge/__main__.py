"""`klynge` and `python -m klynge`."""

import sys

from klynge.stopping import hold_signals


def main() -> None:
    hold_signals()
    from klynge.commands import run
    from klynge.reports import configure_reports

    configure_reports(sys.stderr)
    run()


if __name__ == "__main__":
    main()
