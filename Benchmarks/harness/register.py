"""A register imported through the command line: speed and peak of memory, small and large."""

import csv
import datetime

from sides import Line, Side

COLUMNS = (
    "episode_ref,team,model,child_ref,therapist,birth_month,sex,referral_source,referred_on,decision,decided_on,"
    "first_session_on,closed_on,closure_reason,at_home,in_school_or_work,no_new_arrests").split(",")


def imported_registers(home, arguments, tell):
    tell("f: importing registers")
    for rows, rounds in ((1_000, arguments.rounds), (10_000 if arguments.quick else 100_000, 1)):
        path = home.file(f"register-{rows}.csv")
        write(home, path, rows)
        peaks = []
        codes = iter(f"register-{rows}-{number}" for number in range(rounds))

        def once():
            code = next(codes)
            home.site(code)
            run = home.tools.homeward_measured("import", "register", path, "--site", code, "--home", home.path)
            peaks.append(run.peak_bytes)
            return rows / run.seconds

        ours = Side("Homeward", once)
        for _ in range(rounds):
            ours.rates.append(ours.once())
        yield Line(f"Importing a register of {rows:,} rows", "rows/s", ours, note=f"{max(peaks) >> 20} MiB at the peak")


def write(home, path, rows):
    """An invented register: closed episodes of ten years, about six events each."""
    chance = home.chance()
    first = datetime.date(2014, 1, 6)
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for number in range(rows):
            referred = first + datetime.timedelta(days=chance.randrange(3650))
            decided = referred + datetime.timedelta(days=chance.randrange(10))
            started = decided + datetime.timedelta(days=chance.randrange(1, 30))
            closed = started + datetime.timedelta(days=chance.randrange(60, 170))
            born = referred - datetime.timedelta(days=chance.randrange(12 * 365, 17 * 365))
            answers = [chance.choice(("yes", "yes", "no")) for _ in range(3)]
            writer.writerow([
                f"E-{number}", "a-mst", "mst", f"C-{number}", f"t-{chance.randrange(1, 40)}", born.strftime("%Y-%m"),
                chance.choice("MF"), chance.choice(("social-care", "youth-offending")), referred, "accepted", decided,
                started, closed, "completed", *answers])
