"""An analyst of the network looks at the licences, adds a prospective site, records its stages, and takes one back that was a
mistake."""


def walk(site):
    code, name = f"west-{site.number}", "West " + site.name.capitalize()
    site.sign_in()
    site.follow("Licences")
    site.expect("teams hold their licence")
    site.expect("North House (north)")

    site.follow("Prospective sites")
    site.press("Add the prospective site")
    site.expect_title("Error: ")
    site.expect_focus(".problems")
    site.fill("Name of the organisation", name)
    site.fill("Code", code)
    site.press("Add the prospective site")
    site.expect("No stage is on record. Next comes stage A, enquiry.")

    # The next stage and today are filled in.
    site.press("Record the stage")
    site.expect("It reached stage A, enquiry on")
    site.select("Stage", "D, site readiness review")
    site.press("Record the stage")
    site.expect_title("Error: ")
    site.fill("Why it is not the next one (only then)", "Assessed elsewhere")
    site.press("Record the stage")
    site.expect("Next comes stage E, recruitment and orientation.")

    site.press("Take the stage back")
    site.expect_title("Error: ")
    site.select("Which stage", "D, site readiness review, ", exact=False)
    site.fill("Why it is taken back", "Meant for another")
    site.press("Take the stage back")
    site.expect("Taken back: Meant for another")
    site.expect("Next comes stage B, needs assessment.")
    site.follow("All prospective sites")
    site.expect(f"{name} ({code})")
