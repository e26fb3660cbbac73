import CivilDate

/// What a team owes at an interval from the day it opened: a week's supervision, a quarter's booster.
///
/// It is owed in a slot in which the team had a family. A session meets the slot in whose days it was held. Within the grace after those days it still meets the slot when
/// nothing else did. Each session meets one slot.
struct RhythmSlots {
    /// How long a slot is.
    enum Interval {
        case days(Int)
        case months(Int)

        /// The first day of the slot with this number, counted from 0.
        func start(_ number: Int, from day: CivilDate) -> CivilDate {
            switch self {
            case .days(let length): day.adding(days: number * length)
            case .months(let length): day.adding(months: number * length)
            }
        }

        /// Whether slots move on.
        var advances: Bool {
            switch self {
            case .days(let length), .months(let length): length > 0
            }
        }
    }

    let kind: ObligationKind
    /// The first day of the first slot.
    let from: CivilDate
    let interval: Interval
    /// Days after a slot in which it can still be met; at least 0.
    let grace: Int

    /// The slots that were due through a day, and the one after them.
    /// - Parameters:
    ///   - held: the days of the sessions, in order.
    ///   - team: whose families it is owed for. A slot that is to come is owed while the team has one.
    func obligations(meeting held: [CivilDate], of team: TeamSituation, through day: CivilDate) -> [Obligation] {
        guard interval.advances else { return [] }
        var obligations: [Obligation] = []
        var next = held.startIndex
        while true {
            let number = obligations.count
            let opens = interval.start(number, from: from)
            let ends = interval.start(number + 1, from: from)
            let closes = ends.adding(days: grace)
            while next < held.endIndex, held[next] < opens { next += 1 }
            let isMet = next < held.endIndex && held[next] < closes && held[next] <= day
            let due = ends.adding(days: -1)
            let isOwed = team.hadFamilies(from: min(opens, day), through: min(due, day))
            let standing: Obligation.Standing =
                if isMet {
                    .met(on: held[next])
                } else if !isOwed {
                    .notRequired
                } else {
                    day < opens ? .upcoming : day < closes ? .open : .missed
                }
            if isMet { next += 1 }
            obligations.append(
                Obligation(
                    kind, ordinal: number + 1, opensOn: opens, dueOn: due, closesOn: closes, standing: standing
                )
            )
            guard due <= day else { return obligations }
        }
    }
}
