"""A referral from the day it comes: written down once, screened, accepted, given to a therapist; and one that is declined,
with where the family is sent on to and the letter."""


def walk(site):
    number, name = site.number + 1, "Sam " + site.name.capitalize()
    site.sign_in()
    site.follow("Referrals")
    site.follow("Write down a referral")
    site.press("Search, then keep")
    site.expect_title("Error: ")
    site.expect_focus(".problems")
    write(site, name, f"A-{number}")
    site.expect(f"Referral A-{number}")

    # Somebody sees to it from now on, and it is among their own.
    site.select("Who sees to it", "s-1")
    site.press("Keep who sees to it")
    site.expect("Given to s-1 by s-1 on")
    site.follow("Referrals")
    site.follow("Mine (1)")
    site.expect("s-1, since")
    site.follow(f"A-{number}, {name}")

    # What each model says of what is known, before anything is decided.
    site.press("Show what each model says")
    site.expect("What each model says")
    site.press("Keep the decision")
    site.expect_title("Error: ")
    site.choose("Accepted")
    site.press("Keep the decision")
    site.expect("Say who takes the family on.")
    site.press("Give the family to this therapist")
    site.expect_title("Error: ")
    site.choose("t-2:", exact=False)
    site.press("Give the family to this therapist")
    site.expect("The family waits for its first session.")

    # The same name once more: a person decides whether it is the same child.
    site.follow("Referrals")
    site.expect(f"A-{number}, {name}")
    site.follow("Write down a referral")
    write(site, name, f"B-{number}")
    site.expect("Is the child one of these?")
    site.press("Go back to the form")
    site.expect_value("Name", name)
    site.press("Search, then keep")
    site.press("It is somebody else: keep the referral")
    site.choose("Declined")
    site.select("Why, if it is declined", "Age")
    site.select("Where the family is sent on to, if it is declined", "Early help")
    site.press("Keep the decision")
    site.expect("Declined: Age")
    site.follow("Letter: the decision")
    site.expect(name)
    site.expect("early help")
    site.expect_print(most_sheets=1)


def write(site, name, ref):
    site.fill("Name", name)
    site.fill_date("born", "2012-03-31")
    site.select("Sex as recorded", "Female")
    site.fill("The site’s reference of the child", "C-" + ref)
    site.fill("The site’s reference of the episode", ref)
    site.select("To which team", "north-mst,", exact=False)
    site.select("Who referred", "Social care")
    site.press("Search, then keep")
