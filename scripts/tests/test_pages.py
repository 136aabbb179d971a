"""Owners' pages in a browser without a network: complaints, overflow, contrast, print, pictures.

The pictures land beside the Java tests' pages, in jobs/target/pages, for eyes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pages import WRITTEN, browser_program, launched, name_of, opened, page_files

playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

pytestmark = pytest.mark.skipif(
    browser_program() is None,
    reason="no Chromium: apt-get install chromium fonts-noto-cjk, or CHROMIUM=/path/to/it",
)

PHONE = 360
DESKTOP = 1280

# Boxes that reach over the edge, but for those in a box that scrolls by itself.
OVER_THE_EDGE = """() => [...document.querySelectorAll('body *')]
    .filter(e => !e.closest('.scroll, pre, svg, .skip') && e.checkVisibility())
    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(e => e.outerHTML.slice(0, 80))"""

# Texts of drawings that lie on each other.
OVERLAPS = """() => [...document.querySelectorAll('svg')].flatMap(svg => {
    const texts = [...svg.querySelectorAll('text')];
    const boxes = texts.map(text => [text.textContent, text.getBoundingClientRect()]);
    return boxes.flatMap(([name, a], i) => boxes.slice(i + 1)
        .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
            && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3)
        .map(([other]) => `${svg.getAttribute('aria-labelledby')}: ${name} on ${other}`));
})"""

HIDDEN_DETAILS = """() => [...document.querySelectorAll('details:not(.screen-only)')]
    .filter(d => d.querySelector('tr') && !d.querySelector('tr').checkVisibility())
    .length"""


# One row speaks for all rows of its table; thousands would take minutes.
FEWER_ROWS = "() => document.querySelectorAll('tbody tr:nth-child(n+4)').forEach(tr => tr.remove())"


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with playwright.sync_playwright() as started:
        running = launched(started)
        yield running
        running.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    found = page_files(tmp_path_factory.mktemp("packages"))
    if not found:
        pytest.skip("no pages: run the Java tests first, or set GLOVEBOX_TEST_PACKAGES")
    return found


@pytest.fixture(scope="module")
def pictures() -> Path:
    WRITTEN.mkdir(parents=True, exist_ok=True)
    return WRITTEN


@pytest.mark.parametrize(("screen", "width"), [("phone", PHONE), ("desktop", DESKTOP)])
def test_pages_fit_and_complain_of_nothing(
    browser: object, files: list[Path], pictures: Path, screen: str, width: int
) -> None:
    for file in files:
        with opened(browser, file, width) as seen:
            seen.page.screenshot(path=pictures / f"{name_of(file)}.{screen}.png", full_page=True)
            assert seen.complaints == [], file
            assert seen.requests == [file.resolve().as_uri()], file
            assert seen.page.evaluate(OVER_THE_EDGE) == [], file
            assert seen.page.evaluate(OVERLAPS) == [], file


@pytest.mark.slow
@pytest.mark.parametrize(
    ("colours", "options"),
    [("light", None), ("dark", {"runOnly": {"type": "rule", "values": ["color-contrast"]}})],
)
def test_pages_are_accessible(
    browser: object, files: list[Path], colours: str, options: dict[str, object] | None
) -> None:
    for file in printable(files):
        with opened(browser, file, DESKTOP, colours) as seen:
            seen.page.evaluate(FEWER_ROWS)
            found = axe.Axe().run(seen.page, options=options)
            assert found.violations_count == 0, f"{file}\n{found.generate_report()}"


@pytest.mark.slow
def test_print_opens_details_and_hides_the_whole_vin(
    browser: object, files: list[Path], pictures: Path
) -> None:
    for file in printable(files):
        with opened(browser, file, DESKTOP) as seen:
            seen.page.emulate_media(media="print")
            assert seen.page.evaluate(HIDDEN_DETAILS) == 0, file
            assert not seen.page.locator(".screen-only").first.is_visible(), file
            seen.page.pdf(
                path=pictures / f"{name_of(file)}.pdf",
                prefer_css_page_size=True,
                print_background=True,
            )


def test_chinese_is_drawn_with_a_chinese_font(browser: object, files: list[Path]) -> None:
    for file in files:
        with opened(browser, file, PHONE) as seen:
            if seen.page.locator("html").get_attribute("lang") != "zh-Hans":
                continue
            fonts = fonts_of(seen.page, "h1")
            if not any("CJK" in name or "Hei" in name or "Han" in name for name in fonts):
                pytest.skip(f"no Chinese font on this machine ({', '.join(fonts)})")
            assert len(fonts) == 1, f"{file}: one font for a heading, not {fonts}"


def test_the_checks_see_what_they_look_for(browser: object, tmp_path: Path) -> None:
    """A page that is wrong in every way, so that none of the checks can pass by blindness."""
    wrong = tmp_path / "wrong.html"
    wrong.write_text(
        "<!DOCTYPE html><html><title>wrong</title><body><div style='width:900px'>wide</div>"
        "<script src='https://example.com/x.js'></script><p style='color:#eee'>pale</p>"
        "<svg><text y='20'>one</text><text y='20'>two</text></svg>"
        "<details><table><tr><td>closed</td></tr></table></details>"
    )
    with opened(browser, wrong, PHONE) as seen:
        assert seen.complaints
        assert len(seen.requests) == 2
        assert seen.page.evaluate(OVER_THE_EDGE)
        assert seen.page.evaluate(OVERLAPS)
        assert seen.page.evaluate(HIDDEN_DETAILS) == 1
        assert axe.Axe().run(seen.page).violations_count > 0


def printable(files: list[Path]) -> list[Path]:
    """Pages of a few years at most: the rows of ten years say no more and take minutes."""
    return [file for file in files if file.stat().st_size < 1_500_000]


def fonts_of(page: object, selector: str) -> list[str]:
    """The fonts that the glyphs of an element were taken from."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    found = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return [font["familyName"] for font in found]
