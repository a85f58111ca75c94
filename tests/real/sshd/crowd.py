"""Many people at once, each with an ssh of their own: when they see something, and what they cost."""

from __future__ import annotations

import os
import select
import time
from contextlib import ExitStack
from dataclasses import dataclass, field

from tests.pty.terminal import Terminal
from tests.real.sshd.account import Process
from tests.real.sshd.client import Client
from tests.real.sshd.door import Door

FIRST = b"Press Enter"
"""What stands on the first screen."""
IDLE = 5.0
PATIENCE = 60.0
ONE_SOURCE = 20
"""With more people from one address, sshd's limit for one address is lifted."""


@dataclass
class Measured:
    """What one crowd came to: seconds to the first frame, bytes of memory (PSS), seconds of processor time."""

    people: int
    frames: list[float] = field(default_factory=list)
    readers: list[int] = field(default_factory=list)
    servers: list[int] = field(default_factory=list)
    idle: float = 0.0
    gone: float = 0.0

    @property
    def a_session(self) -> float:
        """Memory of one session, program and sshd together."""
        return (sum(self.readers) + sum(self.servers)) / self.people

    def __str__(self) -> str:
        frames, mega = sorted(self.frames), 1_000_000
        return (
            f"{self.people} at once: first frame {frames[0]:.2f} to {frames[-1]:.2f} s "
            f"(middle {frames[len(frames) // 2]:.2f}); "
            f"a session {self.a_session / mega:.1f} MB "
            f"(program {sum(self.readers) / self.people / mega:.1f}, "
            f"sshd {sum(self.servers) / self.people / mega:.1f}); "
            f"idle {self.idle:.2f} s of processor time in {IDLE:.0f} s; all gone after {self.gone:.2f} s; "
            f"512 MB holds {int(512 * 1024 * 1024 / self.a_session)}"
        )


def measure(door: Door, people: int, keys: str = "") -> Measured:
    """Let so many people come at once, type some keys, wait, and leave without a word."""
    measured = Measured(people)
    client = _client(door, people)
    with ExitStack() as leaving:
        start = time.monotonic()
        terminals = [leaving.enter_context(client.terminal()) for _ in range(people)]
        measured.frames = _first_frames(terminals, start)
        for terminal in terminals:
            terminal.send(keys)
        _drain(terminals, 2.0 if keys else 0.5)
        family = client.server.family()
        readers = {reader.pid for reader in door.account.readers()}
        assert len(readers) == people
        measured.readers = [one.pss for one in family if one.pid in readers]
        measured.servers = [one.pss for one in family if one.pid not in readers]
        measured.idle = _spent(family, terminals)
        for terminal in terminals:
            terminal.process.kill()
        measured.gone = _gone(door, client)
    return measured


def _gone(door: Door, client: Client) -> float:
    """Seconds until neither programs nor sshd's processes for them are left."""
    start = time.monotonic()
    door.account.wait_gone()
    while client.server.family():
        assert time.monotonic() - start < PATIENCE
        time.sleep(0.01)
    return time.monotonic() - start


def _client(door: Door, people: int) -> Client:
    if people <= ONE_SOURCE:
        return door.client()
    return door.client(PerSourceMaxStartups="none", MaxStartups=str(2 * people))


def _first_frames(terminals: list[Terminal], start: float) -> list[float]:
    """Seconds until each has its first screen."""
    said = {terminal.handle: b"" for terminal in terminals}
    frames = []
    while said:
        assert time.monotonic() - start < PATIENCE, f"{len(said)} have no first screen"
        for handle in select.select(list(said), [], [], 1.0)[0]:
            said[handle] += os.read(handle, 1 << 16)
            if FIRST in said[handle]:
                frames.append(time.monotonic() - start)
                del said[handle]
    return frames


def _drain(terminals: list[Terminal], seconds: float) -> None:
    """Read what is shown until nothing comes for some time."""
    while ready := select.select([terminal.handle for terminal in terminals], [], [], seconds)[0]:
        for handle in ready:
            os.read(handle, 1 << 16)


def _spent(family: list[Process], terminals: list[Terminal]) -> float:
    before = sum(one.seconds for one in family)
    time.sleep(IDLE)
    assert select.select([terminal.handle for terminal in terminals], [], [], 0)[0] == []
    return sum(one.seconds for one in family) - before
