"""`klynge` and `python -m klynge`."""

from klynge.stopping import hold_signals


def main() -> None:
    hold_signals()
    from klynge.commands import run

    run()


if __name__ == "__main__":
    main()
