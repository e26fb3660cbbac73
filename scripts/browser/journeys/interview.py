"""An interviewer rings a carer: nobody is reached at first, and then the interview is held."""


def walk(site):
    ref = site.ref
    site.sign_in()
    site.follow("Interviews")
    site.expect("Adherence interviews")
    site.follow(ref + ", interview", exact=False)
    site.expect("Not to be held by t-1")
    site.press("Keep the attempt")
    site.expect_title("Error: ")
    site.expect_focus(".problems")
    site.choose("Ring again at another time")
    site.fill_date("again", site.asked["tomorrow"])
    site.select("When on that day", "In the evening")
    site.press("Keep the attempt")
    site.expect("ring again at another time, i-1")
    site.expect("in the evening")

    site.follow(ref + ", interview", exact=False)
    site.fill("Score", "seven")
    site.press("Keep the answers")
    site.expect_title("Error: ")
    site.expect_value("Score", "seven")
    site.choose("Mother")
    site.fill("Score", "0.71")
    site.press("Keep the answers")
    site.expect("Adherence interviews")
    site.expect_not("0.71")
