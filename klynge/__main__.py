"""`klynge` and `python -m klynge`."""

import gc
import sys

from klynge.stopping import hold_signals


def main() -> None:
    hold_signals()
    gc.disable()
    from eventstore.report import report
    from klynge.commands import run
    from klynge.reports import configure_reports

    # What is loaded stays as long as the process does: the collector need not look at it, now or ever.
    gc.freeze()
    gc.enable()
    configure_reports(sys.stderr)
    try:
        run()
    except Exception:
        # Not left to the library's own traceback, which is read for no secrets.
        report("process.failed", exc_info=True)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
