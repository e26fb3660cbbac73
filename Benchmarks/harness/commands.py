"""Commands through the store, on eight connections, durable."""

from reads import pgbench
from sides import Line, Side, alternate

CLIENTS = 8
EPISODES = 2000


def recorded_contacts(home, arguments, tell):
    tell("e: commands")
    seconds = 3 if arguments.quick else 10
    sites = {code: prepare(home, code) for code in ("ours", "theirs")}
    prefix = home.psql(
        "homeward", "SELECT left(replace(min(episode_id::text), '-', ''), 16) FROM record.episode"
        f" WHERE site_id = {sites['theirs']}")
    team = home.psql("homeward", f"SELECT team_id FROM site.team WHERE site_id = {sites['theirs']}")
    variables = {
        "site": sites["theirs"], "code": "theirs", "team": team, "prefix": prefix, "each": EPISODES // CLIENTS}
    words = ["-M", "prepared", "-c", str(CLIENTS), "-j", "2", "-T", str(seconds), "-f", "Benchmarks/pgbench/contact.sql"]
    for name, value in variables.items():
        words += ["-D", f"{name}={value}"]
    ours = Side("Homeward", lambda: home.tools.ours(
        "commands", home=home.path, site="ours", episodes=EPISODES, connections=CLIENTS, seconds=seconds))
    theirs = Side("pgbench -f, same statements", lambda: pgbench(
        home, "homeward", *words, user="homeward_application"))
    alternate(arguments.rounds, ours, theirs)
    yield Line(f"Commands through the store, {CLIENTS} connections, durable", "/s", ours, theirs, 0.8)


def prepare(home, code):
    """A site with episodes in treatment."""
    number = home.site(code)
    home.tools.ours("seed", home=home.path, site=code, episodes=EPISODES, connections=1)
    home.psql("homeward", "ANALYZE")
    return number
