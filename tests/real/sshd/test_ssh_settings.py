"""What the server itself says holds; what these settings do is tried elsewhere, and some of it would take too long."""

from __future__ import annotations

import pytest

from tests.real.sshd.door import Door

pytestmark = pytest.mark.real

HOLDS = """
    allowagentforwarding no
    allowstreamlocalforwarding no
    allowtcpforwarding no
    authenticationmethods publickey
    channeltimeout *=30m
    clientalivecountmax 2
    clientaliveinterval 15
    compression yes
    disableforwarding yes
    exposeauthinfo no
    gatewayports no
    hostbasedauthentication no
    kbdinteractiveauthentication no
    logingracetime 20
    loglevel ERROR
    maxauthtries 3
    maxsessions 1
    maxstartups 40:30:80
    passwordauthentication no
    permitemptypasswords no
    permitlisten none
    permitopen none
    permitrootlogin no
    permittunnel no
    permituserenvironment no
    permituserrc no
    persourcemaxstartups 25
    strictmodes yes
    unusedconnectiontimeout 20
    usedns no
    usepam no
    x11forwarding no
"""
ABSENT = {"acceptenv", "setenv", "subsystem", "trustedusercakeys", "authorizedkeyscommand"}
"""What there must be no line of; sshd has no value for "none" here."""


def test_what_is_promised_holds_in_the_server(door: Door) -> None:
    said = door.server().settings()
    promised = dict(line.split(" ", 1) for line in HOLDS.strip().replace("    ", "").splitlines())
    assert {name: said.get(name) for name in promised} == promised
    assert {name for name in ABSENT if said.get(name, "none") != "none"} == set()


def test_nothing_of_the_machine_s_own_server_is_read(door: Door) -> None:
    included = [line for line in door.server().config.read_text().splitlines() if line.startswith("Include")]
    assert included == [f"Include {door.place.settings}/open.conf"]
    assert not (door.place.settings / "open.conf").exists()
