"""Type seeded hostile inputs into the program and print the table of what came of it.

python -m tests.hostile --seed 5 --inputs 100000        every kind in every place of the full screen and plain mode
python -m tests.hostile --kiosk                         the same, where no key leads out
python -m tests.hostile --replay FILE                   what a failure printed, once more
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from pathlib import Path
from random import SystemRandom

from tests.hostile import places
from tests.hostile.inputs import HUGE, KINDS, MIXED
from tests.hostile.monkey import Monkey
from tests.hostile.places import Place
from tests.hostile.tally import Failure, Tally, table

PROJECT = Path(__file__).parents[2]
Job = tuple[Place, int, dict[str, int], str, bool]
Done = tuple[str, dict[str, Tally], list[Failure], int, float]


def places_for(*, kiosk: bool) -> tuple[Place, ...]:
    """Where inputs are given."""
    return (*places.FULL, *(places.KIOSK if kiosk else (places.SAVE,)), *places.PLAIN)


def shared_out(inputs: int, huge: int, count: int) -> list[dict[str, int]]:
    """How many inputs of each kind each of some places gets, together as many as were asked for."""
    kinds = [*KINDS, MIXED]
    each, more = divmod(max(inputs - huge * count, 0), len(kinds) * count)
    shares = [dict.fromkeys(kinds, each) | {HUGE: huge} for _ in range(count)]
    for index in range(more):
        shares[index % count][kinds[index // count]] += 1
    return shares


def options_for(place: Place, library: str, *, kiosk: bool) -> tuple[str, ...]:
    """How the program is started there."""
    front = ("--kiosk",) if kiosk else ()
    return (*front, "--plain" if place.is_plain else "--tui", "--content", library)


def work(job: Job) -> Done:
    """All inputs of one place."""
    place, seed, share, library, kiosk = job
    start, tallies = time.monotonic(), dict[str, Tally]()
    with tempfile.TemporaryDirectory() as folder:
        monkey = Monkey(place, seed, Path(folder), options_for(place, library, kiosk=kiosk), kiosk=kiosk)
        try:
            for kind, count in share.items():
                tallies[kind] = monkey.run(kind, count)
        finally:
            monkey.close()
    return place.name, tallies, monkey.failures, monkey.memory, time.monotonic() - start


def main() -> int:
    """Status 0 when nothing happened that must not."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**9))
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--huge", type=int, default=4, help="inputs of a megabyte in each place")
    parser.add_argument("--kiosk", action="store_true")
    parser.add_argument("--place", action="append", help="only there (more than one is fine)")
    parser.add_argument("--kind", action="append", help="only this (more than one is fine)")
    parser.add_argument("--workers", type=int, default=12, help="programs at once; they mostly wait")
    parser.add_argument("--content", default="", help="a compiled library; else the content of the project is compiled")
    parser.add_argument("--replay", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = asked.content or _library(folder)
        return _replay(asked, library, folder) if asked.replay else _run(asked, library)


def _run(asked: argparse.Namespace, library: str) -> int:
    chosen = [one for one in places_for(kiosk=asked.kiosk) if not asked.place or one.name in asked.place]
    shares = shared_out(asked.inputs, asked.huge, len(chosen))
    if asked.kind:
        most = asked.inputs // len(asked.kind) // len(chosen)
        shares = [{kind: most for kind in share if kind in asked.kind} for share in shares]
    jobs = [(place, asked.seed, share, library, asked.kiosk) for place, share in zip(chosen, shares, strict=True)]
    print(f"seed {asked.seed}", flush=True)
    start, tallies, failures = time.monotonic(), dict[str, Tally](), list[Failure]()
    with multiprocessing.Pool(asked.workers) as pool:
        for name, found, failed, memory, seconds in pool.imap_unordered(work, jobs):
            arrived = sum(one.arrived for one in found.values()) / max(sum(one.batches for one in found.values()), 1)
            print(
                f"{name}: {seconds:.0f} s, {memory / 1024:.0f} MB at most, {arrived:.0%} begun there", file=sys.stderr
            )
            for kind, tally in found.items():
                tallies.setdefault(kind, Tally()).add(tally)
            failures += failed
    print(table(tallies))
    print(f"seed {asked.seed}, {time.monotonic() - start:.0f} s")
    for failure in failures[:10]:
        print(f"\n{failure}")
    return 1 if failures else 0


def _replay(asked: argparse.Namespace, library: str, folder: str) -> int:
    lines = asked.replay.read_text(encoding="ascii").splitlines()
    name = next(line.removeprefix("place ") for line in lines if line.startswith("place "))
    place = next(one for one in (*places_for(kiosk=False), *places_for(kiosk=True)) if one.name == name)
    options = options_for(place, library, kiosk=asked.kiosk)
    monkey = Monkey(place, 0, Path(folder) / "replay", options, kiosk=asked.kiosk)
    tally = monkey.replay(line for line in lines if not line.startswith("place "))
    monkey.close()
    print(table({"replay": tally}))
    for failure in monkey.failures:
        print(f"# {failure.what}")
    return 1 if tally.faults else 0


def _library(folder: str) -> str:
    from trd_tui.library.find import build_file

    file = f"{folder}/library.sqlite"
    build_file(str(PROJECT / "content"), file)
    return file


if __name__ == "__main__":
    sys.exit(main())
