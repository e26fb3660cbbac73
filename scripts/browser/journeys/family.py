"""One family, one page: its goals, its fit circle from the plain form, its timeline, and what was known earlier."""


def walk(site):
    ref, name = site.ref, site.name
    site.sign_in()
    site.follow(ref, exact=False)
    site.expect("Episode " + ref)
    site.expect("Week of treatment")
    site.follow("Goals and fit")

    # What is wrong comes back with all that was typed, and the focus on what is wrong.
    site.follow("Referral behaviour")
    site.press("Save")
    site.expect_title("Error: ")
    site.expect_focus(".problems")
    site.fill("Description", "Shouting, told by " + name)
    site.press("Save")
    site.expect("Shouting, told by " + name)

    site.follow("Overarching goal")
    site.select("Referral behaviour", "Shouting, told by " + name)
    site.fill("Goal, such that one can tell whether it is met", "Four calm weeks")
    site.press("Save")
    site.expect("Four calm weeks: open")

    site.follow("Fit circle")
    site.choose("Problem")
    site.select("Referral behaviour (optional)", "Shouting, told by " + name)
    site.fill("What stands in the middle", "Shouting at supper")
    site.press("Save")
    site.expect("No driver is on record yet.")
    for system, kind, first, text in (
        ("Family", "Need", "Yes", "Everybody comes home tired"),
        ("School", "Strength", "No", "The form teacher believes in him"),
    ):
        site.follow("Add a driver to: Shouting at supper")
        site.choose(system, within="System")
        site.choose(kind, within="Strength or need")
        site.choose(first, within="Comes first now")
        site.fill("Driver and its evidence", text)
        site.press("Save")
    drawing = site.page.get_by_role("img", name="Fit circle with 2 drivers; the list below says the same")
    assert drawing.is_visible()
    site.expect("need: Everybody comes home tired (comes first now)")
    site.expect("strength: The form teacher believes in him")

    # What was typed a moment ago is put right by whoever typed it, and stays on the timeline.
    site.follow("Change Everybody comes home tired")
    site.fill("Driver and its evidence", "Everybody comes home tired and hungry")
    site.press("Save the correction")
    site.expect_focus(".problems")
    site.choose("It was written down wrongly")
    site.press("Save the correction")
    site.expect("Corrected. It was: ")
    site.follow("Goals and fit")
    site.expect("need: Everybody comes home tired and hungry (comes first now)")

    site.follow("Timeline")
    site.expect("Everybody comes home tired")
    site.select("What is shown", "Contacts")
    site.press("Show")
    site.expect_not("Everybody comes home tired")
    site.select("What is shown", "Goals, plans and other facts")
    site.press("Show")
    site.expect("Everybody comes home tired")

    site.follow("Overview")
    site.fill("What was known on", site.asked["earlier"])
    site.press("Show")
    site.expect("This is what was known on ")
    site.expect_not("Record a contact")
