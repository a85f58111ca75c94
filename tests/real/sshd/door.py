"""Everything between a client and the reader: the program in its place, its account, the keys, and sshd."""

from __future__ import annotations

import os
from pathlib import Path

from tests.real.sshd.account import NO_ENTRY_BY_PASSWORD, Account
from tests.real.sshd.client import Client, new_key
from tests.real.sshd.place import Place
from tests.real.sshd.server import Sshd

RESTRICTED = "restrict,pty "


class Door:
    """The deployment of deploy/ssh on this machine; `remove` takes all of it away."""

    def __init__(self, folder: Path, *options: str, password: str = NO_ENTRY_BY_PASSWORD) -> None:
        """Put everything in place; `folder` is the client's; `options` start the program instead of the kiosk's."""
        self.folder = folder
        self.place = Place()
        self.place.launch(*options)
        new_key(self.place.settings / "ssh_host_ed25519_key")
        key = new_key(folder / "key")
        self.place.write("ssh_keys", RESTRICTED + key)
        self.place.write("ssh_keys_without_restrictions", key)
        self.account = Account(f"trd-kiosk-{os.getpid()}", self.place.launcher, password)
        self._servers: dict[str, Sshd] = {}

    def server(self, **changes: str) -> Sshd:
        """The server with these settings instead of those of deploy/ssh; an empty one takes the line out."""
        key = repr(sorted(changes.items()))
        if key not in self._servers:
            self._servers[key] = Sshd(self.place, self.account, changes)
        return self._servers[key]

    def client(self, port: int = 0, /, **changes: str) -> Client:
        """Somebody who has the known key, at the server with these settings; `port` of what stands before it."""
        return Client(self.folder, self.server(**changes), port)

    def remove(self) -> None:
        """End everything, and take it away."""
        for server in self._servers.values():
            server.stop()
        self.account.remove()
        self.place.remove()
