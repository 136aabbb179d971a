"""The pages that are to be looked at, and a browser without a network to look at them with."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

WRITTEN = Path(__file__).parents[2] / "jobs/target/pages"
LOOKED_AT = 8
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def browser_program() -> str | None:
    """The Chromium of this machine."""
    found = (shutil.which(name) for name in BROWSERS)
    return os.environ.get("CHROMIUM") or next((path for path in found if path), None)


def page_files(scratch: Path) -> list[Path]:
    """The pages of the packages in GLOVEBOX_TEST_PACKAGES, or those that the Java tests wrote.

    A package may be a zip, which is unpacked into ``scratch``, or a folder. Of many packages, a few
    from the smallest page to the largest are looked at.
    """
    packages = os.environ.get("GLOVEBOX_TEST_PACKAGES")
    if packages is None:
        return sorted(WRITTEN.glob("*.html"))
    for package in sorted(Path(packages).rglob("*.zip")):
        with zipfile.ZipFile(package) as archive:
            archive.extractall(scratch)
    found = sorted([*Path(packages).rglob("*.html"), *scratch.rglob("index.html")])
    return spread(sorted(found, key=lambda file: file.stat().st_size))


def spread(files: list[Path]) -> list[Path]:
    """First and last and some between."""
    if len(files) <= LOOKED_AT:
        return files
    return [files[i * (len(files) - 1) // (LOOKED_AT - 1)] for i in range(LOOKED_AT)]


def name_of(page: Path) -> str:
    """What pictures of a page are called: a package's page by its folder."""
    return page.parent.name if page.name == "index.html" else page.stem


@dataclass
class Opened:
    """A page in the browser, with all that it complained of and asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


def launched(playwright: object) -> Browser:
    """A browser that finds no host."""
    options = ["--host-resolver-rules=MAP * ~NOTFOUND"]
    if os.geteuid() == 0:  # Chromium's sandbox refuses to start for root
        options.append("--no-sandbox")
    return playwright.chromium.launch(executable_path=browser_program(), args=options)


@contextmanager
def opened(browser: Browser, file: Path, width: int, colours: str = "light") -> Iterator[Opened]:
    """Opens a page from disk."""
    context: BrowserContext = browser.new_context(
        viewport={"width": width, "height": 800}, offline=True, color_scheme=colours
    )
    try:
        page = context.new_page()
        seen = Opened(page)
        page.on("console", lambda message: seen.complaints.append(message.text))
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        page.on("request", lambda request: seen.requests.append(request.url))
        page.goto(file.resolve().as_uri())
        yield seen
    finally:
        context.close()
