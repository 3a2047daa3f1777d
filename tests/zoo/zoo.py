"""Documents and folders that mean harm: makes each, runs the program on it within limits, and says what it cost.

Usage: zoo.py PROGRAM [NAME...]. Each case has a sound document beside it, whose finding must be there whatever else is.
"""

import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import threading
import time

import cases

# What any run may take: bytes of address space, bytes in memory, seconds.
ADDRESSES = 3 << 30
MEMORY = 900 << 20
SECONDS = 30
SOUND = "Cloud services follow ISO/IEC TR 20000-9:2015.\n"
DAY = "2026-11-22"


class Failure(Exception):
    """What a case did that it should not."""


def limited():
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def environment():
    names = ("CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "NO_COLOR", "TERM", "RUST_BACKTRACE")
    return {name: value for name, value in os.environ.items() if name not in names}


class Run:
    """One run of the program: its status, what it printed, seconds and bytes it took."""

    def __init__(self, program, arguments, folder, stdout=subprocess.PIPE, user=None, interrupt=None):
        begun = time.monotonic()
        self.process = subprocess.Popen(
            [program, *arguments], cwd=folder, env=environment(), stdin=subprocess.DEVNULL, stdout=stdout,
            stderr=subprocess.PIPE, preexec_fn=limited, user=user, group=user, extra_groups=[] if user else None,
        )
        out, said = [], []
        readers = [threading.Thread(target=lambda: said.append(self.process.stderr.read()))]
        if self.process.stdout:
            readers.append(threading.Thread(target=lambda: out.append(self.process.stdout.read())))
        for reader in readers:
            reader.start()
        if interrupt:
            wait, number = interrupt
            time.sleep(wait)
            # Not through the process object, which would take the status that is waited for below.
            os.kill(self.process.pid, number)
        timer = threading.Timer(SECONDS, self.process.kill)
        timer.start()
        _, status, used = os.wait4(self.process.pid, 0)
        timer.cancel()
        self.process.returncode = os.waitstatus_to_exitcode(status)
        for reader in readers:
            reader.join()
        self.status = self.process.returncode
        self.seconds = time.monotonic() - begun
        self.memory = used.ru_maxrss << 10
        self.out = out[0] if out else b""
        self.said = said[0].decode("utf-8", "replace")
        if self.seconds >= SECONDS:
            raise Failure(f"it takes more than {SECONDS} s")
        if self.memory > MEMORY:
            raise Failure(f"it takes {self.memory >> 20} MiB")
        if self.status < 0 and not interrupt:
            raise Failure(f"it ends by signal {-self.status}: {self.said[:300]}")
        if "error of sms-lint" in self.said:
            raise Failure(self.said[:300])


def expect(is_so, words):
    if not is_so:
        raise Failure(words)


def make(case, folder):
    """Makes what a case is about in a process of its own: what a process held counts for those that it starts."""
    if (child := os.fork()) == 0:
        status = 1
        try:
            case.make(folder)
            status = 0
        finally:
            os._exit(status)
    expect(os.waitpid(child, 0)[1] == 0, "it cannot be made")


def check_documents(program, folder, case):
    """A tree with something in it that means harm."""
    (folder / "sound.md").write_text(SOUND)
    make(case, folder)
    run = Run(program, ["--format", "json", "--as-of", DAY, *case.arguments], folder)
    if case.status == 2:
        expect(run.status == 2, f"status {run.status}")
        expect(case.says in run.said, f"it says {run.said[:300]!r}")
        return run
    report = json.loads(run.out)
    expect(run.status == 1, f"status {run.status}: {run.said[:300]}")
    found = [one["path"] for one in report["findings"] if one["rule"] == "withdrawn-standard"]
    expect("sound.md" in found, f"the sound document is found wanting no more: {found}")
    reasons = [one["reason"] for one in report["skipped"]]
    if case.says is None:
        expect(not reasons, f"skipped: {reasons}")
    else:
        reasons += [one["reason"] for one in report["notes"]]
        expect(any(case.says in reason for reason in reasons), f"skipped or not read in full: {reasons}")
    for number in case.finds:
        expect(number in {one["text"] for one in report["findings"]}, f"{number} is not found")
    expect(run.seconds <= (case.within or SECONDS), f"it takes {run.seconds:.1f} s")
    left = [path.name for path in folder.iterdir() if path.name.startswith((".tmp", ".sms-lint-"))]
    expect(not left, f"it leaves {left}")
    return run


def main():
    program, names = os.path.abspath(sys.argv[1]), sys.argv[2:]
    failures, begun = 0, time.monotonic()
    print(f"{'case':34} {'seconds':>7} {'MiB':>5}  what happened")
    for case in cases.documents() + cases.faults():
        if names and case.name not in names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            try:
                if case.act:
                    runs = case.act(program, folder, Run, expect)
                else:
                    runs = [check_documents(program, folder, case)]
                seconds, memory = max(run.seconds for run in runs), max(run.memory for run in runs)
                print(f"{case.name:34} {seconds:7.2f} {memory >> 20:5}  {case.outcome()}", flush=True)
            except Failure as failure:
                failures += 1
                print(f"{case.name:34} {'':7} {'':5}  FAILED: {failure}", flush=True)
            finally:
                # Folders may be closed, or deeper than Python goes.
                subprocess.run(["chmod", "-R", "u+rwx", folder], stderr=subprocess.DEVNULL, check=False)
                subprocess.run(["rm", "-rf", folder], check=True)
                folder.mkdir()
    print(f"{failures} failures in {time.monotonic() - begun:.0f} s")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
