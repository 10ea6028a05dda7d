"""Set up `.venv` exactly as `uv.lock` says, on a machine that has nothing but Python and make.

    python3 bootstrap.py run      what the app needs to load data and serve
    python3 bootstrap.py check    that, and the tools for formatting, types and tests
    python3 bootstrap.py test     that, and a Chromium for the browser tests

Only the standard library, for there is no environment yet: no pip and no ensurepip either, which Debian
leaves out. Where uv is missing, its wheel is downloaded to `.uv/`; address and hash stand in `uv.lock`.
"""

import hashlib
import io
import os
import platform
import re
import shutil
import ssl
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
OLDEST_UV = (0, 8)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
GOALS = ("run", "check", "test")


class CannotSetUp(Exception):
    """Something is missing on this machine; the message says what, and the remedy."""


def main(goal):
    """Bring `.venv` in line with the lock for `goal`, one of GOALS."""
    if sys.version_info < OLDEST_PYTHON:
        raise CannotSetUp(
            "Python {}.{} is too old, 3.11 or newer is needed. Remedy: install a newer one and name it, "
            "for instance: make {} PYTHON=python3.12".format(*sys.version_info[:2], goal)
        )
    extent = ["--no-dev", "--inexact"] if goal == "run" else []
    command = [find_uv(), "sync", "--frozen", "--quiet", "--no-progress", "--python", sys.executable, *extent]
    # Python is the machine's own: uv would otherwise fetch one from a host that few networks let through.
    surroundings = {
        **os.environ,
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_PROJECT_ENVIRONMENT": str(ROOT / ".venv"),
    }
    surroundings.pop("VIRTUAL_ENV", None)
    if subprocess.run(command, cwd=ROOT, env=surroundings).returncode:
        raise CannotSetUp(
            "the packages of uv.lock could not all be installed (see above). Remedy: check the connection to "
            "the Python package index (https://pypi.org), or a full disk, and run the command again."
        )
    if goal == "test":
        provide_chromium()


def find_uv():
    """Path of a uv that can read the lock: the machine's, else our own in `.uv/`, downloaded if need be."""
    own = ROOT / ".uv" / "uv"
    for candidate in (shutil.which("uv"), str(own)):
        if candidate and version_of(candidate) >= OLDEST_UV:
            return candidate
    own.parent.mkdir(exist_ok=True)
    unpacked = own.with_name(f"uv.{os.getpid()}")
    unpacked.write_bytes(uv_binary())
    unpacked.chmod(0o755)
    unpacked.replace(own)
    return str(own)


def version_of(uv):
    """(major, minor) that this uv says it has; (0, 0) when it cannot be run."""
    try:
        said = subprocess.run([uv, "--version"], capture_output=True, text=True, timeout=30).stdout
    except (OSError, subprocess.TimeoutExpired):
        return (0, 0)
    found = re.match(r"uv (\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def uv_binary():
    """The uv program for this machine, out of the wheel that the lock pins."""
    wheel = pinned_wheel(platform.system(), platform.machine())
    say(f"uv is not on this machine: downloading it to .uv/ from {wheel['url']}")
    content = download(wheel["url"])
    if "sha256:" + hashlib.sha256(content).hexdigest() != wheel["hash"]:
        raise CannotSetUp(
            "the downloaded uv is not the one that uv.lock pins: it was damaged or replaced on the way. "
            "Remedy: try again on another network, or install uv by hand (https://docs.astral.sh/uv)."
        )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".data/scripts/uv"))
        return archive.read(name)


def pinned_wheel(system, machine):
    """`{url, hash}` in uv.lock of the uv wheel for this kind of machine."""
    import tomllib  # here, because an older Python must first hear that it is too old

    lock = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
    wheels = next(package["wheels"] for package in lock["package"] if package["name"] == "uv")
    libc = "manylinux" if platform.libc_ver()[0] == "glibc" else "musllinux"
    platform_tag = {"Linux": libc, "Darwin": "macosx"}.get(system, "no such system")
    machine = {"amd64": "x86_64"}.get(machine.lower(), machine.lower())
    fitting = [w for w in wheels if re.search(rf"-[^/]*({platform_tag})[^/]*_{machine}[.-]", w["url"])]
    if not fitting:
        raise CannotSetUp(
            f"there is no uv for {system} on {machine} in uv.lock. Remedy: install uv by hand "
            "(https://docs.astral.sh/uv) so that it is on the PATH."
        )
    return fitting[0]


def download(url):
    """The bytes behind an https address; the certificates are the system's, or those of SSL_CERT_FILE."""
    if not ssl.create_default_context().get_ca_certs() and not ssl.get_default_verify_paths().cafile:
        apt_install("ca-certificates")  # a bare Debian has none, and uv needs them too
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310 - the address is from our own lock
            return answer.read()
    except OSError as error:
        if isinstance(getattr(error, "reason", None), ssl.SSLCertVerificationError):
            remedy = "install the certificates of your network (Debian: apt-get install ca-certificates)"
        else:
            remedy = "check the connection and the proxy (HTTPS_PROXY)"
        raise CannotSetUp(
            f"uv could not be downloaded ({error}). Remedy: {remedy}, "
            "or install uv by hand (https://docs.astral.sh/uv)."
        ) from error


def provide_chromium():
    """Install Debian's Chromium where we may, else say how. Without it browser tests skip, or fail in CI."""
    if not any(shutil.which(name) for name in CHROMIUM_NAMES) and not apt_install("chromium"):
        say(
            "Chromium is missing, so the browser tests cannot run. "
            "Remedy: install it (Debian: sudo apt-get install chromium)."
        )


def apt_install(package):
    """Install a Debian package and say so; False where this is no Debian, we are not root, or it failed."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"{package} is missing: installing it with apt-get")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["update", "-q"], ["install", "-q", "-y", package])
    # To standard error, like everything here: what make runs next owns standard output.
    return all(subprocess.run(["apt-get", *s], env=quiet, stdout=sys.stderr).returncode == 0 for s in steps)


def say(line):
    """Tell the person at the terminal; standard output stays free for what make runs next."""
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in GOALS:
        sys.exit("usage: python3 bootstrap.py " + "|".join(GOALS))
    try:
        main(sys.argv[1])
    except CannotSetUp as problem:
        sys.exit(f"Regiekompas cannot be set up: {problem}")
