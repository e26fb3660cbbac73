"""Walks one journey in Debian's Chromium: with and without scripts, on a telephone's width and a desktop's, and once with
the keyboard alone. Every page that a journey shows is looked at: barriers (axe, WCAG 2.2 A and AA), messages of the
console, requests to other hosts, and whether it must be scrolled sideways.

A journey is a file in journeys/ with a function `walk(site)`; `site` is a Site. It ends with an exception when something is
not as it should be. The last line of the output is `done` when all walks came to their end.
"""

import importlib.util
import json
import pathlib
import shutil
import sys

from axe_playwright_python import base as axe_base
from playwright import sync_api

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
WALKS = [
    ("desktop", 1280, 800, True, False),
    ("telephone", 360, 740, True, False),
    ("desktop-no-script", 1280, 800, False, False),
    ("telephone-no-script", 360, 740, False, False),
    ("keyboard", 1280, 800, True, True),
]


class Trouble(Exception):
    """Something is not as it should be."""


class Site:
    """A service, as one visitor with one browser sees it."""

    def __init__(self, page, asked, name, scripts, keyboard):
        self.page, self.asked, self.name = page, asked, name
        self.has_scripts, self.by_keyboard = scripts, keyboard
        self.said, self.loads, self.shots = [], 0, 0
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", self._requested)

    def _heard(self, line):
        # That a form came back with its mistakes is told by the page's status, and so by the console.
        is_status = line.text.startswith("Failed to load resource: the server responded with a status of 4")
        if line.type in ("error", "warning") and not (is_status and line.location["url"] == self.page.url):
            self.said.append(line.text)

    def _requested(self, request):
        if not request.url.startswith(self.asked["address"]):
            self.said.append("asked another host: " + request.url)
        if request.is_navigation_request() and not request.redirected_from:
            self.loads += 1

    def open(self, path):
        """Opens a page by its address, as a bookmark does."""
        self.page.goto(self.asked["address"] + path)
        self.look()

    def sign_in(self, account=None, password=None):
        """Signs in with a password; the loads are counted from the page after it."""
        self.open("/sign-in")
        self.fill("Account", account or self.asked["account"])
        self.fill("Password", password or self.asked["password"])
        self.press("Sign in")
        self.loads = 1

    def fill(self, label, text):
        """Types into a field by its label."""
        field = self.page.get_by_label(label, exact=True)
        if self.by_keyboard:
            self.reach(field)
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(text)
        else:
            field.fill(text)

    def choose(self, label):
        """Chooses one of a few by its label."""
        field = self.page.get_by_label(label, exact=True)
        if self.by_keyboard:
            self.reach_group(field)
        else:
            field.check()

    def select(self, label, option):
        """Chooses one of a list that opens."""
        field = self.page.get_by_label(label, exact=True)
        if self.by_keyboard:
            self.reach(field)
            self.page.keyboard.type(option)
        else:
            field.select_option(label=option)

    def press(self, name):
        """Presses a button and waits for the page after it."""
        self._go(self.page.get_by_role("button", name=name, exact=True))

    def follow(self, name, exact=True):
        """Follows a link."""
        self._go(self.page.get_by_role("link", name=name, exact=exact).first)

    def _go(self, target):
        with self.page.expect_navigation():
            if self.by_keyboard:
                self.reach(target)
                self.page.keyboard.press("Enter")
            else:
                target.click()
        self.look()

    def reach(self, target, most=200):
        """Goes to something with the Tab key alone; it must then be seen to have the focus."""
        for _ in range(most):
            if target.evaluate("e => e === document.activeElement"):
                self._seen(target)
                return
            self.page.keyboard.press("Tab")
        raise Trouble(f"{self.name}: the Tab key does not lead to {target}")

    def reach_group(self, radio, most=40):
        """Goes to one of several radio buttons with Tab and the arrows, or ticks a box."""
        kind = radio.get_attribute("type")
        if kind == "checkbox":
            self.reach(radio)
            self.page.keyboard.press("Space")
            return
        name = radio.get_attribute("name")
        for _ in range(200):
            if self.page.evaluate("n => document.activeElement.name === n", name):
                break
            self.page.keyboard.press("Tab")
        for _ in range(most):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise Trouble(f"{self.name}: the arrows do not lead to {radio}")

    def _seen(self, target):
        style = target.evaluate("e => getComputedStyle(e).outlineStyle + ' ' + getComputedStyle(e).outlineWidth")
        if style.startswith("none") or style.endswith(" 0px"):
            raise Trouble(f"{self.name}: {target} has the focus and nobody sees it ({style})")

    def expect(self, text):
        """Some text must be on the page."""
        if text not in self.page.inner_text("body"):
            raise Trouble(f"{self.name}: '{text}' is not on {self.page.url}:\n{self.page.inner_text('body')[:2000]}")

    def expect_title(self, text):
        if text not in self.page.title():
            raise Trouble(f"{self.name}: the title is '{self.page.title()}', not '{text}'")

    def expect_value(self, label, text):
        found = self.page.get_by_label(label, exact=True).input_value()
        if found != text:
            raise Trouble(f"{self.name}: '{label}' holds '{found}', not '{text}'")

    def expect_focus(self, selector):
        if not self.page.evaluate("s => document.activeElement.matches(s)", selector):
            raise Trouble(f"{self.name}: the focus is not on {selector} of {self.page.url}")

    def at_most(self, loads):
        """So many pages may have been loaded since signing in."""
        if self.loads > loads:
            raise Trouble(f"{self.name}: {self.loads} pages were loaded; at most {loads} are allowed")

    def look(self):
        """Looks at the page for what no page may have."""
        page = self.page
        # Where scripts are off a promise is never kept, axe's neither; the same pages are looked at with scripts on.
        if self.has_scripts:
            page.evaluate(axe_base.AXE_SCRIPT)
            results = page.evaluate("rules => axe.run(document, rules)", RULES)
            if results["violations"]:
                told = [
                    f"{found['id']}: {found['help']}: " + "; ".join(node["html"][:200] for node in found["nodes"][:3])
                    for found in results["violations"]
                ]
                raise Trouble(f"{self.name}: {page.url} has barriers:\n" + "\n".join(told))
        if self.said:
            raise Trouble(f"{self.name}: {page.url}: the console says {self.said}")
        wide, seen = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        if wide > seen:
            raise Trouble(f"{self.name}: {page.url} is {wide} pixels wide in a window of {seen}")
        if self.asked.get("shots"):
            self.shots += 1
            folder = pathlib.Path(self.asked["shots"])
            page.screenshot(path=str(folder / f"{self.asked['journey']}-{self.name}-{self.shots:02}.png"), full_page=True)


def chromium():
    """Where Debian keeps it."""
    for name in ("chromium", "chromium-browser"):
        if shutil.which(name):
            return shutil.which(name)
    raise Trouble("there is no chromium: run scripts/tools")


def main():
    journey = sys.argv[1]
    file = pathlib.Path(__file__).parent / "journeys" / (journey + ".py")
    spec = importlib.util.spec_from_file_location(journey, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    asked = json.load(sys.stdin)
    asked["journey"] = journey
    wanted = asked.get("walks")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name, width, height, scripts, keyboard in WALKS:
            if wanted and name not in wanted:
                continue
            context = browser.new_context(
                viewport={"width": width, "height": height}, java_script_enabled=scripts, locale="en-GB"
            )
            context.set_default_timeout(20_000)
            module.walk(Site(context.new_page(), asked, name, scripts, keyboard))
            context.close()
            print(f"{journey}: {name}", flush=True)
        browser.close()
    print("done")


try:
    main()
except (Trouble, sync_api.Error) as trouble:
    print(trouble, file=sys.stderr)
    sys.exit(1)
