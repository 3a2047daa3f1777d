"""Faults around the documents: what changes while it is read, what cannot be read or written, and ends that come early."""

import json
import os
import random
import shutil
import signal
import subprocess
import threading

from cases import CITATION, Case

# Nobody, who may read and write nothing that is not for everybody.
NOBODY = 65534
SOUND = "Cloud services follow ISO/IEC TR 20000-9:2015.\n"
QUIET = ["--quiet", "--as-of", "2026-11-22"]


def many(folder, count, text=SOUND):
    numbers = list(range(count))
    random.Random(7).shuffle(numbers)
    for number in numbers:
        sub = folder / f"d{number % 7}"
        sub.mkdir(exist_ok=True)
        (sub / f"{number:04}.md").write_text(text.replace("services", f"services {number}"))


def unreadable(program, folder, run, expect):
    """A folder and a file that may not be read, as somebody who is not root."""
    (folder / "closed").mkdir()
    (folder / "sound.md").write_text(SOUND)
    (folder / "closed.md").write_text(SOUND)
    (folder / "closed.md").chmod(0)
    (folder / "closed").chmod(0)
    folder.chmod(0o755)
    ran = run(program, ["--format", "json", *QUIET], folder, user=NOBODY if os.geteuid() == 0 else None)
    expect(ran.status == 1, f"status {ran.status}: {ran.said}")
    reasons = {one["path"]: one["reason"] for one in json.loads(ran.out)["skipped"]}
    wanted = {name: "reading it is not permitted" for name in ("closed", "closed.md")}
    expect(reasons == wanted, f"{reasons}")
    return [ran]


def changing(program, folder, run, expect):
    """A document that grows, shrinks and is written anew while it is read, and one that comes and goes."""
    path, other, is_over = folder / "a.md", folder / "b.md", threading.Event()
    # Large enough to be read in windows, and of few findings for its size.
    line = (f"It follows {CITATION} é." + " Words go on in this line." * 75 + "\n").encode()
    def change():
        dice = random.Random(1)
        while not is_over.is_set():
            with open(path, "wb") as file:
                file.write(line * dice.randrange(4_500))
            os.truncate(path, dice.randrange(1 << 20))
            other.write_bytes(line * 20)
            other.unlink()
    changer = threading.Thread(target=change)
    changer.start()
    try:
        runs = [run(program, ["--format", "json", *QUIET], folder) for _ in range(12)]
    finally:
        is_over.set()
        changer.join()
    for ran in runs:
        expect(ran.status in (0, 1, 3), f"status {ran.status}: {ran.said}")
        json.loads(ran.out)
    return runs


def closed(program, folder, run, expect):
    """Somebody who reads the first bytes and goes."""
    many(folder, 300)
    runs = []
    for arguments in (QUIET, ["--format", "json", *QUIET], ["rules"], ["cites"]):
        reader, writer = os.pipe()
        os.close(reader)
        ran = run(program, arguments, folder, stdout=writer)
        os.close(writer)
        expect(ran.status in (0, 1), f"{arguments}: status {ran.status}: {ran.said}")
        expect(not ran.said.strip() or "panic" not in ran.said, ran.said)
        runs.append(ran)
    return runs


def full(program, folder, run, expect):
    """A disk that has no room left for a report, for a fix and for the standard output."""
    many(folder, 50)
    runs = []
    with open("/dev/full", "wb") as device:
        ran = run(program, ["--format", "json", *QUIET], folder, stdout=device)
    expect(ran.status == 2 and "no space" in ran.said, f"status {ran.status}: {ran.said}")
    runs.append(ran)
    ran = run(program, ["-o", "json=/dev/full", *QUIET], folder)
    expect(ran.status == 2 and "no space" in ran.said, f"status {ran.status}: {ran.said}")
    runs.append(ran)
    disk = folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], capture_output=True, check=False)
    if mounted.returncode:
        return runs
    try:
        report = disk / "report.out"
        report.write_text("{}")
        document = disk / "a.md"
        before = "It follows ISO 33704.\n" + "words\n" * 6000
        document.write_text(before)
        ran = run(program, ["-o", f"json={report}", *QUIET], folder)
        expect(ran.status == 2 and "no space" in ran.said, f"status {ran.status}: {ran.said}")
        expect(report.read_text() == "{}", "the report of before is gone")
        ran = run(program, ["--fix", *QUIET, "disk/a.md"], folder)
        expect("was not mended" in ran.said, f"status {ran.status}: {ran.said}")
        expect(document.read_text() == before, "the document is changed in part")
        expect(sorted(os.listdir(disk)) == ["a.md", "report.out"], f"{os.listdir(disk)}")
        runs.append(ran)
    finally:
        subprocess.run(["umount", disk], check=True)
    return runs


def ended(number):
    """A run that is ended at any moment leaves each file as it was, or as it should be."""
    def act(program, folder, run, expect):
        before = "It follows ISO 33704 and more.\n" * 40
        after = before.replace("ISO 33704", "ISO/IEC TS 33074")
        runs, dice = [], random.Random(number)
        report = folder / "report.out"
        whole = run(program, ["-o", f"json={report}", *QUIET], folder)
        for _ in range(25):
            for path in folder.glob("d?/*.md"):
                path.unlink()
            many(folder, 150, before)
            report.write_text("{}")
            wait = dice.uniform(0, 0.15)
            ran = run(program, ["--fix", "-o", f"json={report}", *QUIET], folder, interrupt=(wait, number))
            expect(ran.status in (0, 1, -number), f"status {ran.status}: {ran.said}")
            texts = {path.read_text() for path in folder.glob("d?/*.md")}
            expect(texts <= {before, after}, "a document is changed in part")
            json.loads(report.read_text())
            runs.append(ran)
        return [whole, *runs]
    return act


def threads(program, folder, run, expect):
    """However many threads there are, and in whatever order a folder lists its files."""
    many(folder, 400)
    outputs, runs = set(), []
    for _ in range(2):
        for jobs in ("1", "2", "8"):
            for form in ("json", "sarif", "human"):
                ran = run(program, ["--format", form, "--as-of", "2026-11-22", "-j", jobs, "--isolated"], folder)
                outputs.add((form, ran.out))
                runs.append(ran)
        # Names that are made anew in another order are listed in another order.
        for path in sorted(folder.glob("d?/*.md"), key=lambda path: path.name[::-1]):
            text = path.read_bytes()
            path.unlink()
            path.write_bytes(text)
    expect(len(outputs) == 3, f"{len(outputs)} outputs of 3 forms")
    return runs


def offline(program, folder, run, expect):
    """No socket is opened and no other program started, whatever the documents and the configuration name."""
    text = "See https://example.org/ISO/IEC/27001:2013 and ![a](http://example.org/a.png).\n"
    (folder / "a.md").write_text(SOUND + text)
    (folder / "a.rst").write_text(".. include:: /etc/passwd\n\n.. image:: http://example.org/a.png\n\n" + SOUND)
    (folder / "a.adoc").write_text("include::http://example.org/a.adoc[]\n\n" + SOUND)
    (folder / "a.tex").write_text("\\input{/etc/passwd}\\write18{touch owned}\n" + SOUND)
    (folder / "sms-lint.yaml").write_text("ignore: mixed-editions\n")
    # A trace of each thread, as calls of two that overlap are cut in pieces in a common one.
    trace = folder / "trace"
    calls = "trace=%network,execve,execveat,open,openat,openat2"
    arguments = ["-ff", "-qq", "-o", str(trace), "-e", calls, program, *QUIET]
    ran = run(shutil.which("strace") or "strace", arguments, folder)
    expect(ran.status == 1, f"status {ran.status}: {ran.said}")
    lines = [line for path in folder.glob("trace.*") for line in path.read_text().splitlines()]
    started = [line for line in lines if line.startswith("execve")]
    expect(len(started) == 1, f"{started}")
    network = [line for line in lines if not line.startswith(("exec", "open"))]
    expect(network == [] or all(line.startswith(("---", "+++")) for line in network), f"{network}")
    opened = [line.split('"')[1] for line in lines if line.startswith("open") and '"' in line]
    outside = [path for path in opened if path.startswith("/etc/passwd") or "example" in path]
    expect(any(path.endswith("a.md") for path in opened) and not outside, f"{outside}")
    return [ran]


def late(program, folder, run, expect):
    """The standard error is closed, so that nobody is told; the status is the same."""
    (folder / "a.docx").write_text("no package")
    (folder / "sound.md").write_text(SOUND)
    ran = run("/bin/sh", ["-c", f'exec "{program}" 2>/dev/full --fix --as-of 2026-11-22'], folder)
    expect(ran.status == 1, f"status {ran.status}")
    return [ran]


def faults():
    return [
        Case("a folder and a file that are closed", act=unreadable, about="skipped: reading it is not permitted"),
        Case("documents that change while read", act=changing, about="is read as it is at some moment"),
        Case("a pipe that is closed", act=closed, about="ends as if all were read"),
        Case("a disk that is full", act=full, about="status 2, or not mended; nothing is half written"),
        Case("ended by SIGINT, 25 times", act=ended(signal.SIGINT), about="each file is as before or as it should be"),
        Case("ended by SIGKILL, 25 times", act=ended(signal.SIGKILL), about="each file is as before or as it should be"),
        Case("1, 2, 8 threads, other orders", act=threads, about="the same bytes"),
        Case("network, programs, files outside", act=offline, about="none is opened or started"),
        Case("nobody who hears", act=late, about="the same status"),
    ]
