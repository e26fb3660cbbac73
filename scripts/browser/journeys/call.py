"""The team's telephone rings at night, and in the morning the supervisor reads what came."""


def walk(site):
    words = "He is not home yet, says " + site.name
    site.sign_in()
    site.follow("On call")
    site.expect("On call tonight")
    site.follow("Write down a call")
    site.fill("What was said and what was agreed (optional)", words)
    site.press("Keep the call")
    site.expect_title("Error: ")
    site.expect_focus(".problems")
    site.choose("The police")
    site.select("About which family", site.ref + ",", exact=False)
    site.choose("The safety plan was used")
    site.press("Keep the call")
    site.expect("The police, about " + site.ref)
    site.expect(words)
    site.sign_out()

    site.sign_in(site.asked["supervisor"])
    site.follow("On call")
    site.follow("Morning hand-over")
    site.expect(words)
    site.press("I have read this and take it over")
    site.expect("s-1, ")
    site.expect_print()
