import CivilDate
import Intervention
import Sites

/// What whoever is on call needs: who carries the telephones, which families may ring, what came lately.
package struct OnCallSheet: Sendable {
    /// The site's name.
    package let site: String
    /// Its clock, by which calls are told.
    package let clock: SiteClock
    /// The day.
    package let day: CivilDate
    /// When it was asked for.
    package let now: Instant
    /// The telephones of the site's teams.
    package let telephones: [Telephone]
    /// The open families that are reached, those most likely to ring first.
    package let families: [OnCallFamily]
    /// The calls since noon of the day before, the latest first.
    package let calls: [CallLine]
    /// The teams for which the asker writes down calls that name no family.
    package let own: [TeamCode]
}

/// Whose telephone it is and who carries it.
package struct Telephone: Hashable, Sendable {
    /// Somebody's days with it, both ends included.
    package struct Spell: Hashable, Sendable {
        /// Who, by code.
        package let staff: StaffCode
        /// The first day.
        package let from: CivilDate
        /// The last day.
        package let through: CivilDate
    }

    /// The team.
    package let team: TeamCode
    /// Who carries it on the days that were asked for, in order; empty when no rota says so.
    package let spells: [Spell]

    /// Who carries it on a day.
    package func holders(on day: CivilDate) -> [StaffCode] {
        spells.filter { $0.from <= day && day <= $0.through }.map(\.staff)
    }
}

/// An open family as whoever is on call has to know it. It does not print.
package struct OnCallFamily: Sendable {
    /// The safety plan in force.
    package struct Plan: Hashable, Sendable {
        /// Since when.
        package let since: CivilDate
        /// Its words; nil when it has none, or they are not for the asker.
        package let text: String?
    }

    /// The episode.
    package let id: EpisodeID
    /// The site's own reference of it.
    package let ref: EpisodeRef?
    /// The team that has it.
    package let team: TeamCode?
    /// The lead therapist.
    package let therapist: StaffCode?
    /// The child first, then those of the family who are known.
    package let people: [FamilyContact]
    /// The safety plan in force; nil without one.
    package let plan: Plan?
    /// The day of the last crisis on record; nil without one.
    package let lastCrisis: CivilDate?
    /// When somebody rang about the family last; nil when nobody did.
    package let lastCall: Instant?
    /// What somebody should look at soon, the most pressing first.
    package let alerts: [Alert]

    /// The child's name; nil when none is kept.
    package var name: String? { people.first { $0.relation == nil }?.name }

    /// Whether anything says that the family may ring.
    package var isFlagged: Bool { plan != nil || lastCrisis != nil || lastCall != nil || isUrgent }

    /// Whether somebody should act today.
    package var isUrgent: Bool { alerts.contains { $0.urgency == .urgent } }
}

extension OnCallFamily: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a family (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A call as it was written down. It does not print.
package struct CallLine: Hashable, Sendable {
    /// Its id.
    package let id: CallID
    /// Whose telephone rang.
    package let team: TeamCode?
    /// The episode that it was about; nil when it was nobody of the record.
    package let episode: EpisodeID?
    /// The site's reference of it.
    package let ref: EpisodeRef?
    /// Who rang.
    package let caller: Caller
    /// What was done.
    package let done: CallResult
    /// When it came.
    package let cameAt: Instant
    /// What was said; nil without words, when they were erased, and when they are not for the asker.
    package let words: String?
    /// Who took it.
    package let takenBy: StaffCode
}

extension CallLine: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a call (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What is handed over in the morning.
package struct HandoverSheet: Sendable {
    /// Who read it, and when.
    package struct Reading: Hashable, Sendable {
        /// Who.
        package let by: StaffCode
        /// When.
        package let at: Instant
        /// How many calls there were then.
        package let calls: Int
    }

    /// The site's name.
    package let site: String
    /// Its clock, by which calls are told.
    package let clock: SiteClock
    /// When it was asked for.
    package let now: Instant
    /// The team.
    package let team: TeamCode
    /// The teams whose nights the asker may take over.
    package let teams: [TeamCode]
    /// The day.
    package let day: CivilDate
    /// From when on calls are in it: noon of the last day that somebody took over, a week before at the earliest.
    package let from: Instant
    /// Until when: noon of the day.
    package let until: Instant
    /// Who carried the telephone meanwhile.
    package let telephone: Telephone
    /// The calls, the earliest first.
    package let calls: [CallLine]
    /// Who took them over already.
    package let readings: [Reading]
}
