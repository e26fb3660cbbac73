"""Contacts that cannot be sent wait on the device: sealed, shown as not sent yet, sent once, asked about before signing out,
kept for the account that wrote them, and for three days at most."""

import datetime
import json
import re

from looking import Trouble
from playwright.sync_api import expect

# All that is stored on the device, with the bytes as the text that they would be; and whether the key can be taken out.
STORED = """() => new Promise((done, failed) => {
    const asked = indexedDB.open('homeward');
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = async () => {
        const base = asked.result, text = new TextDecoder('latin1');
        const all = name => new Promise(told => {
            const request = base.transaction(name).objectStore(name).getAll();
            request.onsuccess = () => told(request.result);
        });
        const [contacts, keys] = [await all('contacts'), await all('keys')];
        const out = keys.map(key => crypto.subtle.exportKey('raw', key).then(() => 'taken', error => error.name));
        const plain = (_, value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? text.decode(value) : value;
        done({
            contacts: JSON.stringify(contacts, plain), count: contacts.filter(one => one.sealed).length,
            extractable: keys.map(key => key.extractable), out: await Promise.all(out)
        });
        base.close();
    };
})"""


def walk(site):
    site.sign_in()
    for part in (
        without_connection, answer_lost, refused, session_over, another_account, too_long, signing_out
    ):
        part(site)
        site.ear.said[:] = [line for line in site.ear.said if "Failed to load resource" not in line]
        site.look()


def without_connection(site):
    """Two contacts wait, sealed, and are sent when the connection is back."""
    write(site, "Telephone", "School", "137")
    site.page.context.set_offline(True)
    save(site)
    notes(site, "telephone", 0)
    tap(site, "Write another contact with this family")
    site.choose("Meeting")
    site.fill("How many minutes (optional)", "138")
    save(site)
    expect(site.page.locator("#unsent li")).to_have_count(2)
    quiet(site)
    site.look()
    stored = site.page.evaluate(STORED)
    if stored["count"] != 2 or stored["extractable"] != [False] or stored["out"] != ["InvalidAccessError"]:
        raise Trouble(f"{site.name}: stored is {stored}")
    for one in json.loads(stored["contacts"]):
        for word in ("137", "138", "telephone", "meeting", "school", "minutes", "north", site.ref):
            if word in one["sealed"]:
                raise Trouble(f"{site.name}: '{word}' can be read on the device: {one}")
        # What is not sealed says when, under which key, and for whom in a word that tells nothing of them.
        if set(one) != {"id", "account", "at", "state", "iv", "sealed"} or one["state"] not in ("waits", "signed-out"):
            raise Trouble(f"{site.name}: more is on the device than may be: {one}")
        if not re.fullmatch(r"form-[0-9a-f-]{32,}", one["id"]) or not re.fullmatch(r"[0-9a-f]{32}", one["account"]):
            raise Trouble(f"{site.name}: what is on the device tells more than it may: {one}")
    site.page.context.set_offline(False)
    expect(site.page.locator("#unsent")).to_contain_text(f"The contact with {site.ref}")
    expect(site.page.locator("#unsent li")).to_have_count(0)
    nothing_waits(site)
    recorded(site, "telephone, school, 137 minutes", "meeting, carer, 138 minutes")


def answer_lost(site):
    """What was recorded while its answer got lost is sent again and is on record once."""
    write(site, "Video call", "Police", "139")
    with lost_answers(site):
        save(site)
        expect(site.page.locator("#unsent li")).to_have_count(1)
    quiet(site)
    site.open("/families?site=north")
    expect(site.page.locator("#unsent")).to_contain_text("is on record.")
    nothing_waits(site)
    recorded(site, "video, police, 139 minutes")


def refused(site):
    """What the service refuses stays, is looked at with all that was typed, put right and sent."""
    write(site, "Telephone", "School", "140")
    site.fill("Year", "2999")
    site.page.context.set_offline(True)
    save(site)
    expect(site.page.locator("#unsent li")).to_have_count(1)
    site.page.context.set_offline(False)
    expect(site.page.locator("#unsent")).to_contain_text("something is wrong with it")
    quiet(site)
    site.press("Look at it")
    site.expect_title("Error: ")
    site.expect("lies after today")
    site.expect_value("How many minutes (optional)", "140")
    site.fill_date("on", site.asked["today"])
    site.press("Save the contact")
    site.expect("is on record")
    nothing_waits(site)
    recorded(site, "telephone, school, 140 minutes")


def session_over(site):
    """After the session ended the page to sign in brings the form back; it is on record once."""
    write(site, "Telephone", "Social care", "141")
    site.page.context.clear_cookies()
    site.press("Save the contact")
    site.expect("What you typed is kept")
    quiet(site)
    site.fill("Account", site.asked["account"])
    site.fill("Password", site.asked["password"])
    site.press("Sign in")
    site.press("Go on")
    site.expect("is on record")
    expect(site.page.locator("#unsent li")).to_have_count(0)
    nothing_waits(site)
    recorded(site, "telephone, social care, 141 minutes")


def another_account(site):
    """What one account wrote is not sent, and not opened, under another."""
    write(site, "Telephone", "School", "142")
    with no_service(site):
        save(site)
        expect(site.page.locator("#unsent li")).to_have_count(1)
    quiet(site)
    site.page.context.clear_cookies()
    sent = []
    site.page.on("request", lambda one: sent.append(one.url) if one.method == "POST" and "/contact" in one.url else None)
    site.sign_in(site.asked["other"])
    expect(site.page.locator("#unsent")).to_contain_text("Written under another account: 1.")
    site.look()
    if site.ref in site.page.locator("#unsent").inner_text() or sent:
        raise Trouble(f"{site.name}: another account's contact is shown or sent: {sent}")
    site.page.context.clear_cookies()
    site.sign_in()
    expect(site.page.locator("#unsent")).to_contain_text("is on record.")
    nothing_waits(site)
    recorded(site, "telephone, school, 142 minutes")


def too_long(site):
    """Three days later it is gone, and said to be."""
    write(site, "Telephone", "School", "143")
    with no_service(site):
        save(site)
        expect(site.page.locator("#unsent li")).to_have_count(1)
        quiet(site)
        for hours, sentence, count in (
            (71, "not sent yet", 1), (73, "could not be sent for 72 hours and was deleted", 0)
        ):
            site.page.clock.set_fixed_time(datetime.datetime.now() + datetime.timedelta(hours=hours))
            site.open("/families?site=north")
            expect(site.page.locator("#unsent")).to_contain_text(sentence)
            stored = site.page.evaluate(STORED)
            if stored["count"] != count:
                raise Trouble(f"{site.name}: after {hours} hours stored is {stored}")
            quiet(site)
    site.page.clock.set_fixed_time(datetime.datetime.now())


def signing_out(site):
    """Signing out asks first; then nothing of it is left."""
    write(site, "Telephone", "School", "144")
    with no_service(site):
        save(site)
        expect(site.page.locator("#unsent li")).to_have_count(1)
        quiet(site)
        site.follow("Your account")
        expect(site.page.locator("#unsent li")).to_have_count(1)
        quiet(site)
        tap(site, "Sign out")
        expect(site.page.locator("#unsent")).to_contain_text("Contacts that were not sent: 1.")
        site.look()
        tap(site, "Stay signed in")
        expect(site.page.locator("#unsent li")).to_have_count(1)
        tap(site, "Sign out")
        site.press("Sign out, and delete them")
        site.expect("You are signed out")
    site.sign_in()
    nothing_waits(site)
    site.follow(site.ref, exact=False)
    site.follow("Timeline")
    site.expect_not("144 minutes")


def write(site, how, whom, minutes):
    """Fills the form in, and leaves it unsent."""
    site.open(f"/contact?site=north&ref={site.ref}")
    site.choose(how)
    site.select("With whom", whom)
    site.fill("How many minutes (optional)", minutes)


def save(site):
    """Presses the button where no page comes after it."""
    tap(site, "Save the contact")


def tap(site, name):
    button = site.page.get_by_role("button", name=name, exact=True).first
    if site.by_keyboard:
        site.reach(button)
        site.page.keyboard.press("Enter")
    else:
        button.click()


def notes(site, word, count):
    """The place says that it was not sent, and not what."""
    place = site.page.locator("#unsent")
    expect(place).to_contain_text(f"Contact with {site.ref}")
    expect(place).to_contain_text("not sent yet")
    site.expect_focus("#unsent")
    if place.inner_text().lower().count(word) != count:
        raise Trouble(f"{site.name}: {place.inner_text()}")


def quiet(site):
    """That something could not be loaded is what was to be seen."""
    site.ear.said[:] = [line for line in site.ear.said if "Failed to load resource" not in line]


def nothing_waits(site):
    quiet(site)
    stored = site.page.evaluate(STORED)
    if json.loads(stored["contacts"]):
        raise Trouble(f"{site.name}: on the device there is still {stored}")


def recorded(site, *texts):
    """Each is on record exactly once."""
    site.open(f"/episode/timeline?site=north&ref={site.ref}&kind=contacts")
    for text in texts:
        if site.text().lower().count(text) != 1:
            raise Trouble(f"{site.name}: '{text}' is not once in\n{site.text()}")


class no_service:
    """Contacts do not come through; pages do."""

    def __init__(self, site):
        self.page = site.page

    def __enter__(self):
        self.page.route("**/contact", self.meet)

    def __exit__(self, *_):
        self.page.unroute("**/contact", self.meet)

    def meet(self, route):
        route.abort()


class lost_answers(no_service):
    """Contacts come through; what is answered does not."""

    def meet(self, route):
        if route.fetch().status != 200:
            raise Trouble("the service did not take the contact")
        route.abort()
