"""Looks at a page for what no page may have: barriers (axe, WCAG 2.2 A and AA), messages of the console, requests to other
hosts, a policy that lets scripts or styles stand in the page, and whether it must be scrolled sideways."""

import pathlib

from axe_playwright_python import base as axe_base

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


class Trouble(Exception):
    """Something is not as it should be."""


class Ear:
    """Hears what a page says besides its text: on the console, to other hosts, in its headers."""

    def __init__(self, page, address):
        self.page, self.address = page, address
        self.said, self.loads = [], 0
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", self._requested)
        page.on("response", self._answered)

    def _heard(self, line):
        # That a form came back with its mistakes, or that there is no such page, is told by the page's status.
        is_status = line.text.startswith("Failed to load resource: the server responded with a status of 4")
        is_own = line.location["url"].split("?")[0] == self.page.url.split("?")[0]
        if line.type in ("error", "warning") and not (is_status and is_own):
            self.said.append(line.text)

    def _requested(self, request):
        if not request.url.startswith(self.address):
            self.said.append("asked another host: " + request.url)
        if request.is_navigation_request() and not request.redirected_from:
            self.loads += 1

    def _answered(self, response):
        policy = response.headers.get("content-security-policy", "")
        if "default-src 'none'" not in policy or "unsafe" in policy:
            self.said.append(f"the policy of {response.url} is '{policy}'")


def barriers(page):
    """What axe finds, a line for each rule; empty for nothing."""
    page.evaluate(axe_base.AXE_SCRIPT)
    results = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [
        f"{found['id']}: {found['help']}: " + "; ".join(node["html"][:200] for node in found["nodes"][:3])
        for found in results["violations"]
    ]


def width(page):
    """What is wrong with the width of a page; None for nothing."""
    wide, seen = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    if wide <= seen:
        return None
    widest = page.evaluate(
        """seen => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > seen + 1
            && !e.closest('.across')).slice(0, 3).map(e => e.outerHTML.slice(0, 120))""",
        seen,
    )
    return f"it is {wide} pixels wide in a window of {seen}: {widest}"


def picture(page, folder, name):
    """Keeps a picture of the whole page, where pictures are wanted."""
    if folder:
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(pathlib.Path(folder) / f"{name}.png"), full_page=True)
