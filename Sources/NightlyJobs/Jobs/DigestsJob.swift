import CivilDate
import Intervention
import Practice
import Sites

/// Tells everybody who has something to do in the morning what it is: one message a person, out of the lists that the
/// night made. Who has nothing to do gets none.
package struct DigestsJob: NightlyJob {
    /// The job.
    package init() {}

    package var name: JobName { "digests" }
    package var summary: String { "writes one message a person with the day's work" }
    package var predecessors: [JobName] { [ObligationsJob.name, AlertsJob.name] }
    package var catchUp: CatchUp { .newest }

    /// What was sent cannot be made again once the lists are those of another day.
    package func refusal(ofAgain day: CivilDate, site: NightSession) async throws -> String? {
        guard try await !DigestDesk(site).isFor(day) else { return nil }
        return "the lists are not for \(day) any more, and no message is made of those of another day"
    }

    package func run(on day: CivilDate, site: NightSession) async throws -> Tally {
        guard let matter = try await DigestDesk(site).matter(on: day) else {
            return Tally(leftOut: "the lists are not for \(day), and no message is made of those of another day")
        }
        let session = try await site.practice.known(at: site.knownAt)
        let posts = try session.rules.configuration().teams.flatMap { team in
            team.staff.map { (team: team.code, post: $0) }
        }
        var tally = Tally()
        var messages: [Message] = []
        for reader in DigestReader.all(posts, on: day) {
            tally.read += 1
            guard let text = DigestText(matter, for: reader, at: site.site.code) else { continue }
            messages.append(Message(to: reader.staff, "digest", subject: text.subject, body: text.body))
            if site.isShowing { tally.lines.append("\(reader.staff): \(text.subject)") }
        }
        tally.count("messages", try await site.post(messages))
        return tally
    }
}
