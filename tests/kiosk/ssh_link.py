"""A kiosk over SSH whose network is silently gone, with a real sshd and a real network.

    python -m tests.kiosk.ssh_link

It needs root, `ip` (iproute2), `sshd` (openssh-server) and `ssh`. Client, network and
server are three network namespaces of their own, on this machine. An answer is ticked;
then the network between client and server takes nothing more, and tells neither.
It says after how many seconds the answer was gone from the client's screen, and the
visit from the server, and fails where that takes longer than docs/kiosk.md says.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from screener.catalog import load_questionnaire, questionnaire_folder
from tests.terminal import Terminal, children_of

DOCS = Path(__file__).parents[2] / "docs" / "kiosk"
MOST = 15
"""Seconds until the screen is clear and the visit is over."""
CLIENT, NETWORK, SERVER = (f"kiosk-{os.getpid()}-{one}" for one in "cns")
ADDRESS = "10.213.0.2"
TICKED = "[x]"
QUESTION = load_questionnaire(questionnaire_folder()).item[0].text


def run(*command: str) -> None:
    """Run a command that must succeed."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def network() -> Iterator[None]:
    """Make the three namespaces, with a bridge in the middle one."""
    try:
        for name in (CLIENT, NETWORK, SERVER):
            run("ip", "netns", "add", name)
            run("ip", "-n", name, "link", "set", "lo", "up")
        run("ip", "-n", NETWORK, "link", "add", "bridge", "type", "bridge")
        run("ip", "-n", NETWORK, "link", "set", "bridge", "up")
        for name, address in ((CLIENT, "10.213.0.1"), (SERVER, ADDRESS)):
            port = f"to-{name[-1]}"
            pair = ("type", "veth", "peer", "name", port, "netns", NETWORK)
            run("ip", "-n", name, "link", "add", "net", *pair)
            run("ip", "-n", NETWORK, "link", "set", port, "master", "bridge", "up")
            run("ip", "-n", name, "address", "add", f"{address}/24", "dev", "net")
            run("ip", "-n", name, "link", "set", "net", "up")
        yield
    finally:
        for name in (CLIENT, NETWORK, SERVER):
            subprocess.run(["ip", "netns", "delete", name], check=False)


def fall_silent() -> None:
    """Let the bridge pass nothing on; both ends still see their cables."""
    run("ip", "-n", NETWORK, "link", "set", "bridge", "down")


@contextmanager
def server(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run sshd with the settings that docs/kiosk.md gives a host."""
    for name in ("host", "client"):
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name))
    user = subprocess.check_output(["id", "-un"], text=True).strip()
    kiosk = f"{sys.executable} -m screener --kiosk"
    rules = (DOCS / "sshd-kiosk.conf").read_text()
    rules = rules.replace("Match User kiosk", f"Match User {user}")
    command = "/opt/screener/bin/screener --kiosk --config /etc/screener/kiosk.toml"
    assert command in rules
    settings = f"""
ListenAddress {ADDRESS}
HostKey {folder}/host
AuthorizedKeysFile {folder}/client.pub
PidFile none
StrictModes no
UsePAM no
PermitRootLogin yes
SetEnv PYTHONPATH={Path.cwd()}
{rules.replace(command, kiosk)}
"""
    (folder / "sshd_config").write_text(settings)
    program = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin") or ""
    sshd = [program, "-D", "-e", "-f", str(folder / "sshd_config")]
    with (folder / "sshd.log").open("wb") as log:
        process = subprocess.Popen(["ip", "netns", "exec", SERVER, *sshd], stderr=log)
    try:
        time.sleep(1)
        yield process
    finally:
        process.terminate()
        process.wait()


def client(folder: Path) -> Terminal:
    """Run the client's script with the client's settings."""
    settings = (DOCS / "kiosk-client.ssh_config").read_text()
    user = subprocess.check_output(["id", "-un"], text=True).strip()
    for old, new in (
        ("HostName kiosk-host.example", f"HostName {ADDRESS}"),
        ("User kiosk", f"User {user}"),
        ("~/.ssh/kiosk", f"{folder}/client"),
    ):
        assert old in settings
        settings = settings.replace(old, new)
    known = (folder / "host.pub").read_text()
    (folder / "known").write_text(f"{ADDRESS} {known}")
    settings += f"    UserKnownHostsFile {folder}/known\n"
    (folder / "ssh_config").write_text(settings)
    (folder / "bin").mkdir()
    ssh = folder / "bin" / "ssh"
    ssh.write_text(
        f'#!/bin/sh\nexec {shutil.which("ssh")} -F {folder}/ssh_config "$@"\n'
    )
    ssh.chmod(0o755)
    path = f"{folder}/bin:{os.environ['PATH']}"
    command = ["ip", "netns", "exec", CLIENT, str(DOCS / "kiosk-client")]
    start = f"import os; os.execvp('ip', {command!r})"
    return Terminal("-c", start, python=True, env={"PATH": path, "TERM": "xterm"})


def tick(terminal: Terminal) -> None:
    """Begin a visit, and tick an answer on its first question."""
    terminal.wait_for("Begin")
    terminal.settle(1)
    for keys, then in (("\r", "Start"), ("\r", "18 or older"), ("1\r", QUESTION)):
        terminal.send(keys)
        terminal.wait_for(then)
        terminal.settle(0.5)
    terminal.send("1")
    terminal.wait_for(TICKED)


def visits(process: int) -> list[int]:
    """Return the processes below sshd that run the kiosk."""
    below = [process]
    for one in below:
        below += children_of(one)
    return [one for one in below[1:] if b"--kiosk" in _command(one)]


def _command(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def measure(folder: Path) -> tuple[float, float]:
    """Return the seconds until the screen is clear, and until the visit is over."""
    with network(), server(folder) as sshd, client(folder) as terminal:
        tick(terminal)
        assert visits(sshd.pid)
        fall_silent()
        began = time.monotonic()
        cleared = ended = 0.0
        while not (cleared and ended) and time.monotonic() - began < 120:
            terminal.read(0.2)
            if not cleared and TICKED not in terminal.screen():
                cleared = time.monotonic() - began
            if not ended and not visits(sshd.pid):
                ended = time.monotonic() - began
        return cleared or float("inf"), ended or float("inf")


def main() -> int:
    """Measure once, and say what was found."""
    missing = [one for one in ("ip", "ssh") if not shutil.which(one)]
    if not shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin"):
        missing.append("sshd")
    if missing or os.geteuid() != 0:
        print(f"Not tried. It needs root and: ip, ssh, sshd. Missing: {missing}")
        return 2
    with tempfile.TemporaryDirectory() as name:
        try:
            cleared, ended = measure(Path(name))
        except AssertionError:
            print((Path(name) / "sshd.log").read_text())
            raise
    print(f"The answer was gone from the screen after {cleared:.1f} s.")
    print(f"The visit was over on the server after {ended:.1f} s.")
    return int(max(cleared, ended) > MOST)


if __name__ == "__main__":
    sys.exit(main())
