"""Prints measures of speed with their bounds: `make bench` all of them, `python -m bench window` only the window's."""

import sys


def main() -> None:
    """Run the parts that are named, or all."""
    wanted = sys.argv[1:] or ["trade", "prose", "pushing", "window"]
    if "trade" in wanted:
        from bench.trade import trade

        trade()
    if "prose" in wanted:
        from bench.prose import prose

        prose()
    if "pushing" in wanted:
        from bench.pushing import pushing

        pushing()
    if "window" in wanted:
        from bench.window import window

        window()


if __name__ == "__main__":
    main()
