"""A therapist records a contact: from signing in to the list that says so."""


def walk(site):
    ref, today = site.ref, site.asked["today"]
    site.sign_in()
    site.expect("My families")
    site.expect(ref)
    site.follow("Record a contact with " + ref)
    site.expect_value("Day", str(int(today.split("-")[2])))
    site.press("Save the contact")
    site.expect(f"The contact with {ref} is on record.")
    site.at_most(3)

    # What is wrong comes back with all that was typed, and the focus on what is wrong.
    site.follow("Record a contact with " + ref)
    site.choose("Telephone")
    site.select("With whom", "School")
    site.fill("Day", "31")
    site.fill("Month", "feb")
    site.fill("How many minutes (optional)", "a while")
    site.press("Save the contact")
    site.expect_title("Error: ")
    site.expect("There is a problem")
    site.expect_focus(".problems")
    site.expect_value("Month", "feb")
    site.expect_value("How many minutes (optional)", "a while")
    assert site.page.get_by_label("Telephone", exact=True).is_checked()
    site.fill_date("on", today)
    site.fill("How many minutes (optional)", "20")
    site.press("Save the contact")
    site.expect("is on record")

    site.follow(ref, exact=False)
    site.follow("Timeline")
    site.expect("telephone, school, 20 minutes")
