"""The real program, but a kiosk whose clinic waits for seconds only; HASTY is its table [kiosk] as JSON."""

from __future__ import annotations

import json
import os

from trd_tui import cli, kiosk

if __name__ == "__main__":
    own = json.loads(os.environ["HASTY"])
    kiosk.from_table = lambda table, path: kiosk.Kiosk(**own)
    kiosk.CHARACTERS_A_SECOND = 100_000.0
    cli.run()
