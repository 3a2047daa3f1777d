#!/usr/bin/env python3
"""usage: hooks.py FOLDER

Runs every hook of .pre-commit-hooks.yaml in the real pre-commit, in a repository made in FOLDER: what passes, what fails and
why. FOLDER/python holds pre-commit; the file hooks beside this one makes it so.
"""
import os, pathlib, shutil, subprocess, sys

PROJECT = pathlib.Path(__file__).resolve().parents[2]
CLEAN = "Our system follows ISO/IEC 20000-1:2018/Amd 1:2024.\n"
WRONG = "Cloud services follow ISO/IEC TR 20000-9.\n"
CASES = []

def case(function):
    CASES.append(function)
    return function

class Repository:
    """A repository of documents with one hook."""
    def __init__(self, folder, project, hook):
        self.folder, self.hooks = folder / hook, [hook]
        self.env = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))}
        self.env |= {
            "PRE_COMMIT_HOME": str(folder / "home"), "HOME": str(folder), "PRE_COMMIT_COLOR": "never", "TERM": "dumb",
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            # A home of its own hides the toolchain and what it has downloaded.
            "CARGO_HOME": os.environ.get("CARGO_HOME", str(pathlib.Path.home() / ".cargo")),
            "RUSTUP_HOME": os.environ.get("RUSTUP_HOME", str(pathlib.Path.home() / ".rustup")),
        }
        self.pre_commit = folder / "python/bin/pre-commit"
        self.folder.mkdir()
        self.git("init", "-q")
        rev = subprocess.check_output(["git", "-C", project, "rev-parse", "HEAD"], text=True, env=self.env).strip()
        self.project, self.rev = project, rev
        self.write(".pre-commit-config.yaml",
                   f"repos:\n- repo: {project}\n  rev: {rev}\n  hooks:\n  - id: {hook}\n    verbose: true\n")
        self.git("add", ".")
        self.commit()

    def git(self, *arguments):
        subprocess.run(["git", "-C", self.folder, "-c", "user.name=n", "-c", "user.email=e@example.org", *arguments],
                       check=True, env=self.env)

    def commit(self):
        self.git("commit", "-q", "--no-verify", "-m", "Documents")

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    def run(self, *arguments):
        done = subprocess.run([self.pre_commit, "run", *self.hooks, *arguments], cwd=self.folder, env=self.env, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return done.returncode, done.stdout

    def expect(self, status, *words, without=(), arguments=()):
        found, printed = self.run(*arguments)
        lacks = [word for word in words if word not in printed]
        has = [word for word in without if word in printed]
        if found != status or lacks or has:
            sys.exit(f"{self.hooks}: status {found}, expected {status}; lacks {lacks}, has {has}:\n{printed}")

@case
def passes_and_fails(make):
    """The same of every hook: it passes on what is in order and fails for the right reason."""
    for hook in ("sms-lint", "sms-lint-rust", "sms-lint-system", "sms-lint-set"):
        documents = make(hook)
        documents.write("policy.md", CLEAN)
        documents.git("add", ".")
        documents.expect(0, "Passed", "1 document checked")
        documents.write("cloud services.md", WRONG)
        documents.git("add", ".")
        documents.expect(1, "withdrawn-standard", "cloud services.md", "exit code: 1")

@case
def staged_documents_only(make):
    documents = make("sms-lint")
    documents.write("old.md", WRONG)
    documents.git("add", ".")
    documents.commit()
    documents.write("new.md", CLEAN)
    documents.git("add", ".")
    documents.write("unstaged.md", WRONG)
    documents.expect(0, "1 document checked", without=["withdrawn-standard"])
    documents.expect(1, "old.md", arguments=["--all-files"])

@case
def documents_that_are_many_go_to_one_process(make):
    documents = make("sms-lint-system")
    documents.write("sms-lint.yaml", "fail-on: warning\nignore: [superseded-edition]\n")
    documents.write("a.md", "We follow ISO 9001:2015/Amd 1:2024.\n")
    documents.write("z.md", "We follow ISO 9001:2008 everywhere.\n")
    for number in range(20):
        documents.write(f"d{number}.md", "Nothing here.\n")
    documents.git("add", ".")
    documents.expect(1, "22 documents checked", "mixed-editions")

@case
def deleted_documents(make):
    documents = make("sms-lint")
    documents.write("old.md", WRONG)
    documents.git("add", ".")
    documents.commit()
    documents.git("rm", "-q", "old.md")
    documents.expect(0, "Skipped")

@case
def word_documents(make):
    documents = make("sms-lint")
    shutil.copy(PROJECT / "fixtures/documents/docx/policy.docx", documents.folder / "policy.docx")
    documents.git("add", ".")
    documents.expect(1, "policy.docx", "paragraph")

@case
def names_that_are_no_options_in_letters_of_any_size(make):
    documents = make("sms-lint")
    documents.write("--output=json=README.md", WRONG)
    documents.write("--select=none/old.md", WRONG)
    documents.write("README.md", CLEAN)
    documents.write("POLICY.MD", WRONG)
    documents.git("add", "--", ".")
    documents.expect(1, "POLICY.MD", without=["unexpected argument", "--output"])
    if (documents.folder / "README.md").read_text() != CLEAN:
        sys.exit("a name was taken for an option")

@case
def documents_that_the_configuration_excludes(make):
    documents = make("sms-lint")
    documents.write("sms-lint.yaml", "files:\n  exclude: [archive/**]\n")
    documents.write("archive/old.md", WRONG)
    documents.git("add", ".")
    documents.expect(0, "Passed", without=["withdrawn-standard"])
    documents.write("used.md", WRONG)
    documents.git("add", ".")
    documents.expect(1, "used.md", without=["archive/old.md"])

@case
def what_only_the_whole_set_shows(make):
    documents = make("sms-lint-set")
    documents.write("readme.md", "# Service management system\n\nWe are certified to ISO/IEC 20000-1:2018/Amd 1:2024.\n")
    documents.git("add", ".")
    documents.commit()
    documents.expect(1, "missing-information-security-policy")

@case
def the_configuration_that_the_readme_shows(make):
    """The test of the README holds the example to what is shown there."""
    documents = make("sms-lint")
    shown = (PROJECT / "examples/pre-commit-config.yaml").read_text()
    for text, ours in (("https://github.com/OWNER/sms-lint", str(documents.project)), ("rev: v", f"rev: {documents.rev} # v")):
        if shown.count(text) != 1:
            sys.exit(f"the example holds {text!r} {shown.count(text)} times")
        shown = shown.replace(text, ours)
    documents.write(".pre-commit-config.yaml", shown)
    documents.hooks = []
    documents.write("policies/policy.md", CLEAN)
    documents.git("add", ".")
    documents.expect(0, "sms-lint (the whole set)", without=["Failed", "Skipped"])
    documents.write("policies/cloud services.md", WRONG)
    documents.git("add", ".")
    documents.expect(1, "hook id: sms-lint\n", "hook id: sms-lint-set\n", "cloud services.md")

@case
def the_wheel_that_the_readme_shows(make):
    """Nothing is built: there is no Rust on the PATH, and pip takes sms-lint from a wheel alone."""
    documents = make("sms-lint")
    wheels, tools = documents.folder.parent / "wheels", documents.folder.parent / "tools"
    python = documents.pre_commit.parent
    subprocess.run([python / "maturin", "build", "--quiet", "--release", "--locked", "--out", wheels], cwd=PROJECT, check=True)
    tools.mkdir()
    for name in ("cargo", "rustc"):
        (tools / name).write_text("#!/bin/sh\nexit 1\n")
        (tools / name).chmod(0o755)
    documents.env |= {"PATH": f"{tools}:{documents.env['PATH']}", "PIP_FIND_LINKS": str(wheels), "PIP_ONLY_BINARY": "sms-lint"}
    shutil.copy(PROJECT / "examples/pre-commit-wheel.yaml", documents.folder / ".pre-commit-config.yaml")
    documents.write("policies/policy.md", CLEAN)
    documents.git("add", ".")
    documents.expect(0, "Passed")
    documents.write("policies/cloud services.md", WRONG)
    documents.git("add", ".")
    documents.expect(1, "cloud services.md", "withdrawn-standard", "exit code: 1")

def main(folder):
    project = folder / "project"
    # The hooks of what is here, committed or not.
    subprocess.run(["git", "clone", "-q", "--no-local", PROJECT, project], check=True)
    changed = subprocess.check_output(["git", "-C", PROJECT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
    for name in filter(None, changed.decode().split("\0")):
        if (PROJECT / name).is_file():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, project / name)
        else:
            (project / name).unlink(missing_ok=True)
    own = ["git", "-C", project, "-c", "user.name=n", "-c", "user.email=e@example.org"]
    subprocess.run([*own, "add", "-A"], check=True)
    subprocess.run([*own, "commit", "-q", "--allow-empty", "-m", "What is here"], check=True)
    target = os.environ["CARGO_TARGET_DIR"]
    subprocess.run(["cargo", "build", "--release", "--locked", "--quiet"], cwd=PROJECT, check=True)
    (folder / "bin").mkdir()
    shutil.copy(pathlib.Path(target) / "release/sms-lint", folder / "bin/sms-lint")
    for function in CASES:
        place = folder / function.__name__
        place.mkdir()
        def make(hook):
            for shared in ("home", "bin", "python"):
                if not (place / shared).exists():
                    (folder / shared).mkdir(exist_ok=True)
                    (place / shared).symlink_to(folder / shared)
            return Repository(place, project, hook)
        function(make)
        print(f"{function.__name__}: as expected", flush=True)
    print(f"{len(CASES)} passed, 0 failed")

if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
