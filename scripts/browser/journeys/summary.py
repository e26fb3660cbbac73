"""A therapist hands in the summary of a week, from signing in: it opens with the goals that were set for the week, and the
goal that it sets is what the next week opens with."""


def walk(site):
    ref, name = site.ref, site.name
    site.sign_in()
    site.follow(ref, exact=False)
    site.expect("Episode " + ref)
    site.follow("Weekly summary")
    site.expect("He is home by four: Not looked at yet")
    site.fill("What got better (optional)", f"A calm evening, seen by {name}")
    if site.has_scripts:
        # What is typed is saved without a button.
        site.page.get_by_text("Draft saved at").wait_for()
    else:
        site.press("Save draft")
        site.expect("Draft saved at")
    site.at_most(4)
    site.follow("Overview")
    site.follow("Weekly summary")
    site.expect_value("What got better (optional)", f"A calm evening, seen by {name}")

    site.choose("Not met", within="He is home by four")
    site.fill("What stood in the way (optional)", "The bus was late")
    site.fill("Goal", "He takes the earlier bus")
    site.press("Hand in the summary")
    site.expect_title("Error: ")
    site.expect_focus(".problems")
    site.expect_value("Goal", "He takes the earlier bus")
    site.select("Driver", "Nobody sees him until six")
    site.select("Overarching goal", "No fights for four weeks")
    site.fill("Steps (optional)", "Father buys the ticket")
    site.select("Who does it", "Carer")
    site.press("Hand in the summary")
    site.expect("He is home by four: Not met.")
    site.expect("The bus was late")
    site.expect("Steps: Father buys the ticket")
    site.expect_not("Hand in the summary")
    site.expect_print()

    # The week after opens with the goal.
    site.follow("Weekly summary")
    site.expect("He takes the earlier bus: Not looked at yet")
