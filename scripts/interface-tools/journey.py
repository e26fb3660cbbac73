"""Goes from a referral to the follow-up with a client that a program made from the document: no call is written by hand.

    journey.py FOLDER ADDRESS SITE TEAM TODAY

FOLDER holds the package `made_client`; the token comes by the variable HOMEWARD_TOKEN.
"""
import datetime
import os
import sys
import uuid

folder, address, site, team, today = sys.argv[1:]
sys.path.insert(0, folder)

from made_client import AuthenticatedClient, models  # noqa: E402
from made_client.api.default import (  # noqa: E402
    close_episode, list_episodes, record_allocation, record_contact, record_follow_up, record_interview,
    record_referral, record_screening, show_episode, start_treatment)

TODAY = datetime.date.fromisoformat(today)
client = AuthenticatedClient(
    base_url=address + "/api/v1", token=os.environ["HOMEWARD_TOKEN"], raise_on_unexpected_status=True)


def day(back):
    return TODAY - datetime.timedelta(days=back)


def done(answer, status=201):
    if answer.status_code != status:
        raise SystemExit(f"{answer.status_code.value}: {answer.content.decode()}")
    return answer


def key():
    return str(uuid.uuid4())


referral = models.Referral(
    on=day(400), ref="MADE-1", child="MADE-C", model="mst", team=team, source=models.ReferralSource("social-care"),
    profile=models.ReferralProfile(sex=models.ReferralProfileSex("F"), birth_month="2010-05"))
first = key()
begun = done(record_referral.sync_detailed(site, client=client, body=referral, idempotency_key=first))
again = done(record_referral.sync_detailed(site, client=client, body=referral, idempotency_key=first))
assert again.content == begun.content, "the same request was answered otherwise"

steps = [
    (record_screening, models.Screening(on=day(398), verdict=models.ScreeningVerdict.ACCEPTED)),
    (record_allocation, models.Allocation(on=day(397), team=team, therapist="t-1")),
    (start_treatment, models.Start(on=day(395))),
    (record_contact, models.Contact(
        on=day(394), mode=models.ContactMode("home-visit"), party=models.ContactParty("family"), minutes=60)),
    (record_interview, models.Interview(
        on=day(370), instrument="tam-r", result=models.InterviewResult("completed"), collector="call-centre",
        respondent=models.InterviewRespondent("mother"), score=0.61)),
    (close_episode, models.Closing(
        on=day(280), reason="completed", outcomes=models.ClosingOutcomes.from_dict({"at_home": "yes"}))),
    (record_follow_up, models.FollowUp(on=day(95), month=6, status=models.FollowUpStatus("unreachable"))),
]
tag = begun.headers["ETag"]
for operation, body in steps:
    answer = done(operation.sync_detailed(
        site, "MADE-1", client=client, body=body, idempotency_key=key(), if_match=tag))
    tag = answer.headers["ETag"]

# Upon a version that is over nothing is recorded.
stale = record_contact.sync_detailed(
    site, "MADE-1", client=client, body=steps[3][1], idempotency_key=key(), if_match=begun.headers["ETag"])
assert stale.status_code == 412 and stale.parsed.code == models.ProblemCode("changed-meanwhile"), stale.content

seen = done(show_episode.sync_detailed(site, "MADE-1", client=client), 200)
episode = seen.parsed
assert seen.headers["ETag"].startswith(tag.rstrip('"')) and f'"{episode.version}"' == tag
assert (len(episode.contacts), len(episode.interviews), len(episode.follow_ups)) == (1, 1, 1)
assert episode.interviews[0].score == 0.61
assert episode.closing.on == day(280) and episode.closing.outcomes["at_home"] == "yes", episode.closing
listed = done(list_episodes.sync_detailed(site, client=client), 200)
assert "MADE-1" in [line.ref for line in listed.parsed.episodes]
print(f"from the referral to the follow-up: version {episode.version}")
