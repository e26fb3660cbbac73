import CivilDate
import Intervention
import Practice
import Sites

/// A subject as it is found on a night: what its model says of it on the day, and how to ask about later days.
struct DutyLook<Table: DutyTable> {
    /// What a night writes of a subject.
    struct Sight: Hashable {
        let rows: Set<Table.Row>
        let holder: DutyHolder
    }

    let subject: DutySubject
    let head: StreamSeq
    let owed: [Table.Owed]
    let sight: Sight
    /// What a later night would find if nothing more were recorded; nil for what is looked at every night.
    let later: ((CivilDate) -> Sight)?
    /// The first later day on which other rules hold, whatever they say; nil when there is none.
    let rulesUntil: CivilDate?

    /// An episode, on a day.
    init(_ episode: EpisodeInPlay, head: StreamSeq, on day: CivilDate, for table: Table, of site: Site) {
        func sight(_ owed: [Table.Owed], on day: CivilDate) -> Sight {
            let assignment = episode.assignment(on: day)
            let holder = DutyHolder(
                ref: episode.facts.referral.ref?.text, team: site.teams.first { $0.id == assignment?.team }?.code,
                therapist: assignment?.therapist)
            return Sight(rows: Set(table.rows(of: owed, on: day)), holder: holder)
        }
        subject = DutySubject(.episode, episode.id)
        self.head = head
        owed = table.owed(by: episode, on: day)
        self.sight = sight(owed, on: day)
        // A death stands in another stream, and may be taken back there: such an episode is looked at every night.
        later = episode.diedOn == nil ? { sight(table.owed(by: episode, on: $0), on: $0) } : nil
        rulesUntil = episode.rulesUntil
    }

    /// A team. What it owes depends on its families too, so it is looked at every night.
    init(_ team: TeamInPlay, for table: Table) {
        subject = DutySubject(.team, team.team.id)
        head = team.head
        owed = table.owed(by: team)
        sight = Sight(
            rows: Set(table.rows(of: owed, on: team.day)),
            holder: DutyHolder(ref: team.team.code.text, team: team.team.code, therapist: nil))
        later = nil
        rulesUntil = nil
    }

    /// How far the subject was read and until when what was found lasts, as the models themselves say: each of the days
    /// ahead is asked about until one differs. One day is, and twice as many each time when nothing had changed: a
    /// family that is worked with has new entries soon, one whose treatment ended long ago has not.
    /// - Parameters:
    ///   - known: what was kept of the subject before.
    ///   - isQuiet: whether nothing of it changed since.
    func entry(after known: DutyEntry?, isQuiet: Bool, on day: CivilDate) -> DutyEntry {
        guard let later else {
            return DutyEntry(head: head, holder: sight.holder, nextOn: day.adding(days: 1), reach: 1)
        }
        var reach = 1
        if let known, isQuiet, known.head == head {
            reach = known.nextOn <= day ? min(known.reach * 2, DutyLookReach.most) : known.reach
        }
        let first = (1...reach).map { day.adding(days: $0) }.first { $0 == rulesUntil || later($0) != sight }
        return DutyEntry(
            head: head, holder: sight.holder, nextOn: first ?? day.adding(days: reach + 1), reach: reach)
    }
}

/// How far ahead is looked.
enum DutyLookReach {
    /// At most so many days; our decision: what never changes is read about once a month.
    static let most = 32
}
