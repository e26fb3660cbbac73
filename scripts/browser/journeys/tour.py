"""Looks at every page there is, on a desktop's width and a telephone's, with what is usual in it; then sends every form of
them with nothing in it, and looks at what comes back.

Asked for are `pages` (name, path, who, and the status that is right), `filled` (name, path, who, what is typed by the names
of fields, and the button), `visitors` (who, and the token of their session), `posts` (the routes that some form must be sent
to) and `unsent` (those of forms that are left alone).
"""

import json
import re

import looking
from looking import Trouble

WIDTHS = [("1280", 1280, 800), ("320", 320, 640)]


def tour(browser, asked):
    guide = Guide(browser, asked)
    pages, filled = json.loads(asked["pages"]), json.loads(asked["filled"])
    for one in pages:
        guide.open(one)
        guide.look(one["name"])
    for one in filled:
        guide.fill(one)
        guide.look(one["name"])
    if asked["errors"] == "yes":
        for one in pages + filled:
            guide.send_empty(one)
        guide.expect_sent(json.loads(asked["posts"]))
    guide.end()


def covers(template, path):
    """Whether a path is one of a route's."""
    return re.fullmatch(re.sub(r"\\\{[a-z]+\\\}", "[^/]+", re.escape(template)), path)


class Guide:
    """One browser with a window for each visitor."""

    def __init__(self, browser, asked):
        self.browser, self.asked, self.address = browser, asked, asked["address"]
        self.visitors, self.windows = json.loads(asked["visitors"]), {}
        self.unsent = json.loads(asked["unsent"])
        self.troubles, self.seen, self.sent = [], set(), set()

    def window(self, who):
        """The window of a visitor, and what is heard in it."""
        if who not in self.windows:
            context = self.browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
            context.set_default_timeout(20_000)
            if token := self.visitors[who]:
                context.add_cookies([{"name": self.asked["cookie"], "value": token, "url": self.address}])
            page = context.new_page()
            self.windows[who] = (page, looking.Ear(page, self.address))
        return self.windows[who]

    def open(self, one):
        page, self.ear = self.window(one["who"])
        self.page = page
        answer = page.goto(self.address + one["path"])
        if answer.status not in one["status"]:
            self.troubles.append(f"{one['name']}: {one['path']} answers {answer.status} to {one['who']}")

    def look(self, name):
        """Looks at the page that is open, in both widths."""
        found = []
        for width, wide, high in WIDTHS:
            self.page.set_viewport_size({"width": wide, "height": high})
            found += [f"at {width}: {line}" for line in looking.barriers(self.page)]
            if (line := looking.width(self.page)) is not None:
                found.append(line)
            looking.picture(self.page, self.asked.get("shots"), f"{self.asked['state']}-{name}-{width}")
        self.page.set_viewport_size({"width": 1280, "height": 800})
        found += self.ear.said
        self.ear.said.clear()
        if not self.page.locator("h1").count():
            found.append("it has no heading")
        self.troubles += [f"{name} ({self.page.url}): {line}" for line in found]

    def fill(self, one):
        """Opens a page, types and chooses, and presses a button."""
        self.open(one)
        form = self.page.locator(f"form[action='{one['action']}']").first
        for name, text in one["fields"].items():
            field = form.locator(f"[name='{name}']").first
            kind = field.evaluate("e => e.type")
            if kind == "select-one":
                field.select_option(text)
            elif kind in ("radio", "checkbox"):
                form.locator(f"[name='{name}'][value='{text}']").check()
            else:
                field.fill(text)
        button = form.locator(f"button[value='{one['button']}']" if one["button"] else "button").first
        with self.page.expect_navigation():
            button.click()
        self.sent.add(one["action"])

    def send_empty(self, one):
        """Sends each form of a page with nothing in it that can be emptied, and nonsense in those that only ask."""
        self.open(one) if "action" not in one else self.fill(one)
        for action, method, button in self._forms():
            key = (action, method, re.sub(r"[A-Z]-\d+|\d+", "", button))
            if any(covers(one, action) for one in self.unsent) or key in self.seen:
                continue
            self.seen.add(key)
            self.open(one) if "action" not in one else self.fill(one)
            form = self.page.locator(f"form[action='{action}']").filter(has_text=button).first
            nonsense = "" if method == "post" else "no such thing"
            for field in form.locator("input[type=text], input[type=password], textarea").all():
                field.fill(nonsense)
            with self.page.expect_navigation():
                form.locator("button").first.click()
            if method == "post":
                self.sent.add(action)
            place = re.sub(r"/[\w-]{43}", "", action).strip("/").replace("/", "-")
            name = f"{place or 'start'}-{button}".lower().replace(" ", "-")
            self.look(re.sub(r"[^a-z0-9-]", "", name)[:60])

    def _forms(self):
        return self.page.evaluate(
            """() => [...document.querySelectorAll('main form')].map(f =>
                [f.getAttribute('action'), f.method, f.querySelector('button').innerText])"""
        )

    def expect_sent(self, posts):
        """Every route of a form must have got one: a page that nobody sees a form of is not toured."""
        missing = [post for post in posts if not any(covers(post, sent) for sent in self.sent)]
        if missing:
            self.troubles.append(f"no form was sent to {missing}")

    def end(self):
        print(f"{len(self.seen)} forms, {len(self.troubles)} troubles", flush=True)
        if self.troubles:
            raise Trouble("\n".join(self.troubles))
