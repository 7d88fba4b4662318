"""The site of an SDK's pages, in a real browser: `make browser`.

Skipped where Chromium, its driver or MkDocs is not installed.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("material")
pytest.importorskip("selenium")
from sdkwright.site.make import build
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

JULEP = Path(__file__).parents[2] / "generated" / "julep"
DRIVER = shutil.which("chromedriver")
SCREENSHOTS = os.environ.get("SCREENSHOTS")
SECONDS = 20

pytestmark = [
    pytest.mark.skipif(DRIVER is None, reason="there is no chromedriver"),
    pytest.mark.xdist_group("browser"),
]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of each request."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which the site of the Julep SDK is served."""
    folder = tmp_path_factory.mktemp("site")
    assert build(JULEP, folder) == 0
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    """Chromium without a window, and without connections of its own."""
    options = webdriver.ChromeOptions()
    for argument in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        f"--user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.set_window_size(1300, 900)
    yield driver
    driver.quit()


def picture(browser: WebDriver, name: str) -> None:
    """A picture for people, where the environment says into which folder."""
    if SCREENSHOTS:
        browser.save_screenshot(f"{SCREENSHOTS}/{name}.png")


def complaints(browser: WebDriver) -> list[str]:
    """What the browser's console has said since it was last asked."""
    logs: list[dict[str, Any]] = browser.get_log("browser")
    return [each["message"] for each in logs if each["level"] in ("SEVERE", "WARNING")]


def asked(browser: WebDriver) -> list[str]:
    """The address of everything that the page has loaded."""
    script = "return performance.getEntriesByType('resource').map(each => each.name)"
    names: list[str] = browser.execute_script(script)
    return names


@pytest.mark.parametrize(
    "page",
    [
        "",
        "client/",
        "models/",
        "errors/",
        "authentication/",
        "options/",
        "answers/",
        "testing/",
    ],
)
def test_pages_open_without_complaint(browser: WebDriver, site: str, page: str) -> None:
    """Every page has its heading, and the console stays empty."""
    browser.get(f"{site}/{page}")
    assert browser.find_element(By.TAG_NAME, "h1").text
    assert complaints(browser) == []
    picture(browser, page.strip("/") or "index")


def test_nothing_is_asked_of_anybody_else(browser: WebDriver, site: str) -> None:
    """Fonts, scripts and pictures are all the site's own."""
    browser.get(f"{site}/client/")
    names = asked(browser)
    assert names
    assert [name for name in names if not name.startswith(site)] == []


def test_an_anchor_leads_to_its_method(browser: WebDriver, site: str) -> None:
    """The link of a method scrolls to it."""
    browser.get(f"{site}/client/#julepapichat")
    heading = browser.find_element(By.ID, "julepapichat")
    script = "return arguments[0].getBoundingClientRect().top"

    def is_in_sight(driver: WebDriver) -> bool:
        top: float = driver.execute_script(script, heading)
        return 0 <= top < 300

    WebDriverWait(browser, SECONDS).until(is_in_sight)
    picture(browser, "anchor")


def test_search_finds_a_method(browser: WebDriver, site: str) -> None:
    """A word of a method's name leads to where it is described."""
    browser.get(f"{site}/")
    field = browser.find_element(By.CSS_SELECTOR, "input[name=query]")
    field.click()
    field.send_keys("get_history")
    found = WebDriverWait(browser, SECONDS).until(
        lambda driver: driver.find_elements(
            By.CSS_SELECTOR, ".md-search-result__link[href*=get_history]"
        )
    )
    picture(browser, "search")
    assert "#julepapiget_history" in " ".join(
        each.get_attribute("href") or "" for each in found
    )


def test_the_source_of_a_method_is_there(browser: WebDriver, site: str) -> None:
    """«Show source» leads to the file."""
    browser.get(f"{site}/client/")
    link = browser.find_element(By.PARTIAL_LINK_TEXT, "Show source")
    href = link.get_attribute("href") or ""
    script = "return fetch(arguments[0]).then(answer => answer.status)"
    assert href.startswith(f"{site}/src/julep/client.py#L")
    assert browser.execute_script(script, href.partition("#")[0]) == 200


@pytest.mark.parametrize("page", ["", "client/", "models/"])
def test_pages_fit_a_telephone(browser: WebDriver, site: str, page: str) -> None:
    """On a narrow screen nothing has to be pushed sideways but code and tables."""
    browser.set_window_size(500, 900)  # the least that a window can have
    try:
        browser.get(f"{site}/{page}")
        script = (
            "const e = document.scrollingElement; return [e.scrollWidth, e.clientWidth]"
        )
        width, sight = browser.execute_script(script)
        picture(browser, f"telephone-{page.strip('/') or 'index'}")
        assert width <= sight
    finally:
        browser.set_window_size(1300, 900)


def test_diagrams_are_drawn(browser: WebDriver, site: str) -> None:
    """Every diagram of the map is a picture, as Material puts it into a closed root.

    What draws it is the site's own, and only this page loads it.
    """
    browser.get(f"{site}/map/")
    drawn = WebDriverWait(browser, SECONDS).until(
        lambda driver: driver.find_elements(By.CSS_SELECTOR, "div.mermaid")
    )
    assert all(each.size["height"] > 50 for each in drawn)
    picture(browser, "map")
    assert complaints(browser) == []
    assert not [each for each in asked(browser) if not each.startswith(site)]
    assert [each for each in asked(browser) if "mermaid" in each]
    browser.get(f"{site}/models/")
    assert not [each for each in asked(browser) if "mermaid" in each]


def test_the_dark_is_dark(browser: WebDriver, site: str) -> None:
    """Who prefers dark pages gets them."""
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", dark)
    try:
        browser.get(f"{site}/client/#julepapichat")
        browser.execute_script("localStorage.clear()")
        browser.refresh()
        body = browser.find_element(By.TAG_NAME, "body")
        picture(browser, "dark")
        assert body.get_attribute("data-md-color-scheme") == "slate"
    finally:
        browser.execute_script("localStorage.clear()")
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_long_names_are_whole(browser: WebDriver, site: str) -> None:
    """A method's name is not cut in the table of contents: it goes on in a new line."""
    browser.set_window_size(1300, 900)
    browser.get(f"{site}/client/")
    script = """return [...document.querySelectorAll('.md-nav--secondary .md-ellipsis')]
        .filter(each => each.scrollWidth > each.clientWidth)
        .map(each => each.textContent.trim())"""
    assert browser.execute_script(script) == []
    picture(browser, "long-names")
