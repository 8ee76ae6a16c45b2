"""The program `pmtui`, also as `python -m pmtui`."""

import gc
import sys


def main() -> int:
    """Run the program with the arguments it was started with. Returns the exit status."""
    if sys.argv[1:] == ["--version"]:
        from pmtui import __version__

        sys.stdout.write(f"pmtui {__version__}\n")
        return 0
    # A command is over before there is any garbage to speak of; looking for it while modules load and at the very end
    # takes a sixth of the time. What runs long switches it on again.
    gc.disable()
    from pmtui.cli.program import run

    status = run(sys.argv[1:])
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(main())
