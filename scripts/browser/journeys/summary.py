"""A therapist hands in the summary of a week, from signing in: the goal that it sets is what the next week opens with."""


def walk(site):
    ref = site.asked["ref"]
    site.sign_in()
    site.follow(ref, exact=False)
    site.expect("Episode " + ref)
    site.follow("Weekly summary")
    site.fill("What got better (optional)", f"A calm evening, seen by {site.name}")
    site.press("Save, and go on later")
    site.expect(f"A calm evening, seen by {site.name}")
    site.at_most(4)
    for page in ("Goals and fit", "Timeline", "Overview"):
        site.follow(page)
    site.follow("Goals and fit")
    site.follow("Referral behaviour")
    site.press("Save")
    site.expect_title("Error: ")
    site.expect_focus(".problems")
    site.fill("Description", f"Shouting, told by {site.name}")
    site.press("Save")
    site.expect(f"Shouting, told by {site.name}")
