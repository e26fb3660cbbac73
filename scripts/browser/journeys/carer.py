"""An interviewer makes a carer's own link, the carer answers on a telephone of their own, once, and the supervisor sees that
the interview was held, and no answer."""

import re

from looking import Trouble
from visitor import Site


def walk(site):
    ref = site.ref
    site.sign_in()
    site.follow("Interviews")
    site.follow(ref + ", interview", exact=False)
    site.fill("For how many days it holds", "29")
    site.press("Make the link")
    site.expect_title("Error: ")
    site.expect_focus(".problems")
    site.expect_value("For how many days it holds", "29")
    site.select("Who is to answer", "Mother")
    site.fill("For how many days it holds", "7")
    site.press("Make the link")
    site.expect("The carer’s link")
    path = re.search(r"/answer/[\w-]{43}", site.text()).group(0)
    if path in site.page.url:
        raise Trouble(f"{site.name}: the link stands in an address: {site.page.url}")
    site.follow("Back to the interviews")
    site.expect_not(path)
    site.follow(ref + ", interview", exact=False)
    site.expect("A link is out: i-1 made it at")
    site.expect_not(path)

    # Another browser, which nobody ever signed in with.
    context = site.page.context.browser.new_context(
        viewport={"width": 320, "height": 640}, java_script_enabled=site.has_scripts, locale="en-GB")
    context.set_default_timeout(20_000)
    answer(Site(context.new_page(), site.asked, site.name + "-carer", site.number, site.has_scripts, site.by_keyboard),
           path, site)
    context.close()

    site.open("/interviews")
    site.expect_not(ref + ", interview 1")
    site.sign_out()
    site.sign_in("s-1")
    site.open("/episode?site=north&ref=" + ref)
    site.expect(": Held")
    site.expect_not("Invented question")


def answer(carer, path, site):
    carer.open(path)
    for words in (site.ref, site.name, "Robin"):
        carer.expect_not(words)
    carer.expect("Who does not: no page shows any of them")
    carer.choose("Mostly", within="Invented question 1")
    carer.press("Send my answers")
    carer.expect_title("Error: ")
    carer.expect_focus(".problems")
    carer.expect("Say whether somebody of the team is with you.")
    carer.choose("No", within="Is your therapist, or somebody else of the team, with you now?")
    carer.press("Send my answers")
    carer.expect("You answered 1 of the questions.")
    for number in range(2, 29):
        carer.choose("Mostly" if number % 4 else "Hardly", within=f"Invented question {number}")
    carer.press("Send my answers")
    carer.expect("Thank you")
    if carer.page.url.split("/answer/")[0] != carer.asked["address"]:
        raise Trouble(f"{carer.name}: the answers went to {carer.page.url}")
    # Loading the page once more sends the same form again, as somebody does whose answer got lost.
    carer.page.reload()
    carer.look()
    carer.expect("Thank you")
    carer.open(path)
    carer.expect("This link opens nothing")
    carer.expect_not("Invented question")
