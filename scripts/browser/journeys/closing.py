"""A family is closed with its outcomes, and one that was closed half a year ago is asked how things are."""


def walk(site):
    ref, former = site.ref, site.refs["refs-former"]
    site.sign_in()
    site.follow(ref, exact=False)
    site.follow("Close the family")
    site.expect("Missing before treatment counts as completed")
    site.press("Close the family")
    site.expect_title("Error: ")
    site.expect_focus(".problems")
    site.choose("Family moved out of the area served")
    site.choose("Yes", within="Living at home")
    site.press("Close the family")
    site.expect(f"{ref} is closed")
    site.expect("Living at home: yes")

    site.follow("Your account")
    site.follow("Follow-ups")
    site.follow(former + ", 6 months")
    site.choose("Nobody was reached")
    site.choose("Yes", within="Living at home")
    site.press("Keep it")
    site.expect_title("Error: ")
    site.choose("Somebody answered")
    site.press("Keep it")
    site.expect("Follow-ups")
    site.expect_not(former + ", 6 months")
