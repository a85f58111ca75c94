"""A line between a client and the server: slow and far away, or cut in one of the ways in which lines are cut."""

from __future__ import annotations

import queue
import socket
import struct
import threading
import time
from contextlib import suppress
from typing import Self

PACKET = 1460
"""Bytes that leave together."""
RESET_WHEN_CLOSED = struct.pack("ii", 1, 0)
WAITING = 64


class Line:
    """A line to a port of this machine; use it with `with`."""

    def __init__(self, port: int, *, seconds: float = 0.0, rate: float = 0.0) -> None:
        """What takes `seconds` in each direction and brings `rate` bytes a second (0 for as many as come)."""
        self._target, self.seconds, self.rate = port, seconds, rate
        self._entrance = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._entrance.getsockname()[1]
        self._ends: list[socket.socket] = []
        self._directions: list[Direction] = []
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._entrance.shutdown(socket.SHUT_RDWR)
        self._entrance.close()
        self._thread.join()
        self.close()

    @property
    def to_client(self) -> int:
        """Bytes that the client has been sent, with all that ssh adds."""
        return sum(one.carried for one in self._directions[1::2])

    @property
    def to_server(self) -> int:
        """Bytes that the server has been sent."""
        return sum(one.carried for one in self._directions[::2])

    def pull(self) -> None:
        """Bring nothing any more, and say nothing about it, as a line whose cable is out."""
        for direction in self._directions:
            direction.is_pulled = True

    def reset(self) -> None:
        """End it with a reset (RST) in both directions."""
        for end in self._ends:
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_WHEN_CLOSED)
        self.close()

    def close(self) -> None:
        """End it in the orderly way (FIN) in both directions."""
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RD)
            end.close()
        self._ends.clear()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._entrance.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._target))
            for one in (near, far):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._ends += [near, far]
            self._directions += [Direction(near, far, self), Direction(far, near, self)]


class Direction:
    """One direction of one connection."""

    def __init__(self, source: socket.socket, target: socket.socket, line: Line) -> None:
        self._source, self._target, self._line = source, target, line
        self._under_way: queue.Queue[tuple[float, bytes]] = queue.Queue(WAITING)
        self.carried = 0
        self.is_pulled = False
        for work in (self._take, self._bring):
            threading.Thread(target=work, daemon=True).start()

    def _take(self) -> None:
        free, data = 0.0, b"first"
        while data:
            try:
                data = self._source.recv(PACKET)
            except OSError:
                data = b""
            free = max(free, time.monotonic()) + (len(data) / self._line.rate if self._line.rate else 0)
            self._under_way.put((free + self._line.seconds, data))

    def _bring(self) -> None:
        while True:
            due, data = self._under_way.get()
            time.sleep(max(0.0, due - time.monotonic()))
            if self.is_pulled:
                continue
            try:
                if not data:
                    self._target.shutdown(socket.SHUT_WR)
                    return
                self._target.sendall(data)
            except OSError:
                return
            self.carried += len(data)
