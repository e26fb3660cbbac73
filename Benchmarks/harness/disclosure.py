"""An edition whose small figures are protected, and attacked."""

from sides import Line, Side
from tools import run_measured

# How many families a team of one site and model closes in a year: a team of three or four therapists closes 30 to 40.
SIZES = {"tiny": (3, 4), "usual": (30, 40), "middling": (100, 130), "large": (300, 400)}
AIM = 60


def protected_editions(home, arguments, tell):
    tell("l: protected editions")
    sites, indicators = (6, 3) if arguments.quick else (30, 12)
    for least, most in SIZES.values():
        what = f"{sites} sites, {indicators} indicators, 3 models, 4 quarters, {least} to {most} closures a team and year"
        yield protected(what, [
            f"sites={sites}", "models=3", "quarters=4", f"indicators={indicators}", f"least={least}", f"most={most}",
            "profile=dfe"])


def protected(what, words):
    """How quickly what to withhold is found and attacked, how much it is, and the memory that it takes. Once: it gives
    the same pattern every time."""
    run = run_measured([".build/release/HomewardBenchmarks", "editions", *words])
    count, seconds, finding, attacking, exposed, withheld, small, figures = run.output.split()
    ours = Side("Homeward", None)
    ours.rates.append(int(count) / float(seconds))
    return Line(
        f"Protecting and attacking the small figures of {what}", "figures/s", ours, target=f"{AIM} s",
        met=float(seconds) <= AIM and int(exposed) == 0,
        note=f"{float(finding):.1f} s to find what to withhold, {float(attacking):.1f} s to attack it; {int(exposed)} not "
        f"proven safe; {int(withheld):,} of {int(figures):,} figures withheld, {int(small):,} of them small; "
        f"{run.peak_bytes >> 20} MiB at the peak")
