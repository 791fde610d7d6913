"""Makes sure that the tests have a Chromium, Chinese letters and nginx for the replicas: `python -m tests.browser.install`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import BrowserMissingError, find_chromium

CHINESE_FONTS = "fonts-noto-cjk"


def main() -> int:
    """Install what is missing and say what the tests will use."""
    try:
        packages = wanted_packages()
        if packages and may_install_packages():
            install_packages(packages)
        if find_chromium() is None and not has_playwright_chromium():
            install_playwright_chromium()
        print(f"Browser for the tests: {find_chromium() or 'Chromium from Playwright'}")
    except (BrowserMissingError, subprocess.CalledProcessError) as error:
        print(
            f"The browser tests have no browser: {error}\nInstall Chromium or Chrome, or name one: make test CHROMIUM=PATH", file=sys.stderr
        )
        return 1
    if not has_chinese_font():
        print(f"No Chinese font found: screenshots will show boxes. Install one, such as Debian's {CHINESE_FONTS}.", file=sys.stderr)
    if not find_nginx():
        print("No nginx found: the tests of several replicas will fail. Install it, such as Debian's nginx-light.", file=sys.stderr)
    return 0


def wanted_packages() -> list[str]:
    """List the Debian packages for what is missing."""
    missing_browser = ["chromium"] if find_chromium() is None and not has_playwright_chromium() else []
    missing_proxy = [] if find_nginx() else ["nginx-light"]
    return missing_browser + missing_proxy + ([] if has_chinese_font() else [CHINESE_FONTS, "fontconfig"])


def find_nginx() -> str | None:
    """Return the path of the proxy that the tests of several replicas put in front; only administrators have its folder in their path."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin")


def may_install_packages() -> bool:
    """Tell whether this is a Debian-like system and we are its administrator."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None


def install_packages(packages: Sequence[str]) -> None:
    """Install Debian packages without a question; a failure leaves Playwright's own browser to be tried."""
    print(f"Installing with apt-get: {' '.join(packages)}", flush=True)
    # A server that is installed for a test shall not start by itself; at this level Debian starts none.
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", "-qq", *command], env=quiet, stdin=subprocess.DEVNULL, check=False)
        if done.returncode:
            print(f"apt-get {command[0]} failed with code {done.returncode}; going on without.", file=sys.stderr)


def has_playwright_chromium() -> bool:
    """Tell whether Playwright has its own Chromium already."""
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def install_playwright_chromium() -> None:
    """Let Playwright download its own Chromium."""
    print("No Chromium on this system: installing the one that Playwright brings.", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdin=subprocess.DEVNULL, check=True)


def has_chinese_font() -> bool:
    """Tell whether the system can draw Chinese; macOS and Windows always can."""
    if sys.platform != "linux":
        return True
    fc_list = shutil.which("fc-list")
    return fc_list is not None and bool(subprocess.run([fc_list, ":lang=zh"], capture_output=True, check=False).stdout.strip())


if __name__ == "__main__":
    sys.exit(main())
