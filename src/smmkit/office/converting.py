"""Old and open office files (.doc, .xls, .odt, .ods, .rtf) as files that can be read, by LibreOffice.

It runs closed: in a home of its own that is thrown away, without macros, extensions, links or questions,
for so long, and with so much memory and room, where the system can limit that.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from smmkit.files.ends import Ends
from smmkit.git.process import program
from smmkit.office.genuine import fault_of, is_locked
from smmkit.office.reading import suffix
from smmkit.office.zipped import OfficeError
from smmkit.words import say

TARGETS: Final = {".doc": "docx", ".rtf": "docx", ".odt": "docx", ".xls": "xlsx", ".ods": "xlsx"}
"""What a file becomes."""

PATIENCE: Final = 60
"""Seconds until a file is given up."""

MEMORY, ROOM, LARGEST = 4 * 2**30, 100 * 2**20, 50 * 2**20
"""Bytes that the program may take, and write; and those of a file that it is given."""

SETTINGS: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"
 oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"
 oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link"
 oor:op="fuse"><value>1</value></prop></item>
</oor:items>
"""
"""No macro, no active content, no link is followed or brought up to date."""


def converted(name: str, data: bytes) -> tuple[str, bytes]:
    """A file that can be read, with its name; one that can be read already stays as it is.

    Raises:
        OfficeError: it is not what its name says, and no program is given it; LibreOffice is not here, or
            cannot read it within the limits.
    """
    end = Path(name).suffix.lower()
    target = TARGETS.get(end)
    if target is None:
        return name, data
    fault = fault_of(name, Ends.of(data))
    if fault and not is_locked(fault):
        message, hint = fault
        about = replace(message, values={**message.values, "file": say("the file")})
        raise OfficeError(say("{fault}; {hint}", fault=about, hint=hint))
    started = program(None, "soffice")
    if started is None or len(data) > LARGEST:
        raise OfficeError(say("save it as .{end} in its program, and take in that", end=target))
    with tempfile.TemporaryDirectory(prefix="smm-") as room:
        made = run(started, Path(room), end, target, data)
    if made is None:
        raise OfficeError(
            say("LibreOffice could not read it; save it as .{end}, and take in that", end=target)
        )
    return f"{Path(name).stem}.{target}", made


def run(started: str, room: Path, end: str, target: str, data: bytes) -> bytes | None:
    """What the program makes of a file; None where it makes nothing of it."""
    home, out = room / "home", room / "out"
    (home / "user").mkdir(parents=True)
    out.mkdir()
    (home / "user" / "registrymodifications.xcu").write_text(SETTINGS, "utf-8")
    (room / f"file{end}").write_bytes(data)
    call = [
        started,
        f"-env:UserInstallation={home.as_uri()}",
        *(
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nolockcheck",
            "--nofirststartwizard",
        ),
        *("--convert-to", target, "--outdir", str(out), str(room / f"file{end}")),
    ]
    kept = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL")
    env = {name: value for name in kept if (value := os.environ.get(name))}
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), "http://127.0.0.1:9")
    own = {"HOME": str(room), "TMPDIR": str(room), "TEMP": str(room), **nowhere}
    with subprocess.Popen(
        call,
        cwd=room,
        env=env | own,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=limits(),  # noqa: PLW1509 - this process has no other threads at this point
    ) as process:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            return None
        finally:
            end_all(process)
    made = out / f"file.{target}"
    return made.read_bytes() if made.is_file() and made.stat().st_size <= LARGEST else None


def end_all(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it has started."""
    with suppress(OSError):
        if os.name == "nt":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def limits() -> Callable[[], None] | None:
    """What limits the program before it starts; nothing on Windows, which limits the time alone."""
    if os.name == "nt":
        return None
    import resource

    def limited() -> None:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
            resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    return limited


def in_unicode(name: str, data: bytes) -> bytes:
    """A CSV file that Excel has written in the code page of Windows, as UTF-8; all else as it is."""
    if suffix(name) != ".csv" or data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        with suppress(UnicodeDecodeError):
            return data.decode("cp1252").encode()
    return data
