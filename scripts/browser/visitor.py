"""A service, as one visitor with one browser sees it."""

import re

import looking
from looking import Trouble

# What has the focus: whether it is what was wanted, whether one sees that it has it, and what it is. Something to write in
# may stand in the window in part: its first line is what is scrolled to.
STOP = """wanted => {
    const e = document.activeElement, style = getComputedStyle(e), box = e.getClientRects()[0];
    if (e === document.body || !box) return {hit: false, seen: true, what: 'the page'};
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const inside = left < right && top < bottom;
    const shown = inside ? document.elementFromPoint((left + right) / 2, (top + bottom) / 2) : null;
    const covered = inside && shown && !(e.contains(shown) || shown.contains(e));
    const outlined = style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
    return {
        hit: e === wanted, seen: outlined && inside && !covered, what: e.outerHTML.slice(0, 160), outlined, inside, covered
    };
}"""


class Site:
    """What a visitor does; each page on the way is looked at."""

    def __init__(self, page, asked, name, number, scripts, keyboard):
        self.page, self.asked, self.name = page, asked, name
        self.has_scripts, self.by_keyboard = scripts, keyboard
        self.ear, self.shots = looking.Ear(page, asked["address"]), 0
        # Each walk has a family of its own, so that none finds what another left.
        self.refs = {key: value.split(",")[number] for key, value in asked.items() if key.startswith("refs")}
        self.number = number

    @property
    def ref(self):
        return self.refs["refs"]

    def open(self, path):
        """Opens a page by its address, as a bookmark does."""
        self.page.goto(self.asked["address"] + path)
        self.look()

    def sign_in(self, account=None):
        """Signs in with a password; the loads are counted from the page after it."""
        self.open("/sign-in")
        self.fill("Account", account or self.asked["account"])
        self.fill("Password", self.asked["password"])
        self.press("Sign in")
        self.ear.loads = 1

    def sign_out(self):
        """Signs out, from the account's page."""
        self.follow("Your account")
        self.press("Sign out")
        self.expect("You are signed out")

    def _field(self, label):
        return self.page.get_by_label(label, exact=True).first

    def fill(self, label, text):
        """Types into a field by its label."""
        if self.by_keyboard:
            self.reach(self._field(label))
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(text)
        else:
            self._field(label).fill(text)

    def fill_date(self, name, day):
        """Types a day into the three fields of a date: `2026-03-31`."""
        for part, text in zip(("day", "month", "year"), reversed(day.split("-"))):
            field = self.page.locator(f"[name='{name}-{part}']")
            if self.by_keyboard:
                self.reach(field)
                self.page.keyboard.press("Control+A")
                self.page.keyboard.insert_text(text)
            else:
                field.fill(text)

    def choose(self, label, within=None, exact=True):
        """Chooses one of a few, or ticks a box, by its label; within the question of that name where there are several."""
        place = self.page.get_by_role("group", name=within, exact=True) if within else self.page
        field = place.get_by_label(label, exact=exact).first
        if not self.by_keyboard:
            field.check()
        elif field.get_attribute("type") == "checkbox":
            self.reach(field)
            self.page.keyboard.press("Space")
        else:
            self._reach_radio(field)

    def select(self, label, option, exact=True):
        """Chooses one of a list that opens, by all of its words or by the first of them."""
        field = self._field(label)
        texts = field.evaluate("e => [...e.options].map(o => o.text)")
        wanted = [text for text in texts if text == option or not exact and text.startswith(option)]
        if not wanted:
            raise Trouble(f"{self.name}: '{label}' has no '{option}', but {texts}")
        if self.by_keyboard:
            self.reach(field)
            self.page.keyboard.type(wanted[0])
        else:
            field.select_option(label=wanted[0])
        chosen = field.evaluate("e => e.selectedOptions[0].text")
        if chosen != wanted[0]:
            raise Trouble(f"{self.name}: '{label}' is '{chosen}', not '{wanted[0]}'")

    def press(self, name, exact=True):
        """Presses a button and waits for the page after it."""
        self._go(self.page.get_by_role("button", name=name, exact=exact).first)

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

    def reach(self, target, most=300):
        """Goes to something with the Tab key alone; every stop on the way must be seen to have the focus."""
        wanted = target.element_handle()
        for _ in range(most):
            stop = self.page.evaluate(STOP, wanted)
            if not stop["seen"]:
                raise Trouble(f"{self.name}: {self.page.url}: nobody sees that this has the focus: {stop}")
            if stop["hit"]:
                return
            self.page.keyboard.press("Tab")
        raise Trouble(f"{self.name}: the Tab key does not lead to {target}")

    def _reach_radio(self, radio):
        """Goes to one of several radio buttons with Tab and the arrows."""
        name = radio.get_attribute("name")
        for _ in range(300):
            if self.page.evaluate("n => document.activeElement.name === n", name):
                break
            self.page.keyboard.press("Tab")
        # Space chooses the one that has the focus; the arrows go on from there.
        self.page.keyboard.press("Space")
        for _ in range(40):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise Trouble(f"{self.name}: the arrows do not lead to {radio}")

    def text(self):
        return self.page.inner_text("body")

    def expect(self, text):
        """Some text must be on the page."""
        if text not in self.text():
            raise Trouble(f"{self.name}: '{text}' is not on {self.page.url}:\n{self.text()[:3000]}")

    def expect_not(self, text):
        """Some text must not be on the page."""
        if text in self.text():
            raise Trouble(f"{self.name}: '{text}' is on {self.page.url}")

    def expect_title(self, text):
        if text not in self.page.title():
            raise Trouble(f"{self.name}: the title is '{self.page.title()}', not '{text}'")

    def expect_value(self, label, text):
        found = self._field(label).input_value()
        if found != text:
            raise Trouble(f"{self.name}: '{label}' holds '{found}', not '{text}'")

    def expect_focus(self, selector):
        if not self.page.evaluate("s => document.activeElement.matches(s)", selector):
            raise Trouble(f"{self.name}: the focus is not on {selector} of {self.page.url}")

    def at_most(self, loads):
        """So many pages may have been loaded since signing in."""
        if self.ear.loads > loads:
            raise Trouble(f"{self.name}: {self.ear.loads} pages were loaded; at most {loads} are allowed")

    def expect_print(self, most_sheets=2):
        """On paper the page has no navigation and no forms, and is at most so many sheets of A4."""
        self.page.emulate_media(media="print")
        for selector in (".ways-of-day", ".beside", "form", ".skip"):
            if any(found.is_visible() for found in self.page.locator(selector).all()):
                raise Trouble(f"{self.name}: {self.page.url}: {selector} would be printed")
        self.page.emulate_media(media="screen")
        sheets = len(re.findall(rb"/Type\s*/Page\b", self.page.pdf(format="A4")))
        if not 1 <= sheets <= most_sheets:
            raise Trouble(f"{self.name}: {self.page.url} prints as {sheets} sheets")

    def look(self):
        """Looks at the page for what no page may have; from the keyboard, that the first stop is the way to the content."""
        said = [] if self.ear.said == [] else [f"the console says {self.ear.said}"]
        # Where scripts are off a promise is never kept, axe's neither; the same pages are looked at with scripts on.
        found = (looking.barriers(self.page) if self.has_scripts else []) + said
        if (wide := looking.width(self.page)) is not None:
            found.append(wide)
        if found:
            raise Trouble(f"{self.name}: {self.page.url}:\n" + "\n".join(found))
        self.shots += 1
        looking.picture(
            self.page, self.asked.get("shots"), f"{self.asked['journey']}-{self.name}-{self.shots:02}")
        # An address with a place in it begins there, and so does the keyboard.
        if self.by_keyboard and "#" not in self.page.url and self.page.evaluate(
                "document.activeElement === document.body"):
            self.page.keyboard.press("Tab")
            if not self.page.evaluate("document.activeElement.matches('.skip')"):
                raise Trouble(f"{self.name}: {self.page.url}: the first stop is not the way to the content")
