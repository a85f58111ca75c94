"""`python -m trd_tui`."""

from trd_tui.cli import run

if __name__ == "__main__":
    run()
