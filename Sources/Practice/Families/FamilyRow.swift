import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Sites
import Vault

/// A family as the list of a day's work shows it. It does not print.
package struct FamilyRow: Sendable {
    /// Something that is owed to the family.
    package struct Due: Hashable, Sendable {
        /// What people call it.
        package let title: String
        /// Whom it is about.
        package let about: SubjectLabel
        /// The day it is due.
        package let dueOn: CivilDate
        /// Whether it is the summary of a week.
        package let isSummary: Bool
    }

    /// Under which heading of the list a family stands, the most pressing first.
    package enum Place: Int, CaseIterable, Comparable, Sendable {
        /// Something was due before today.
        case overdue
        /// Somebody should act today.
        case pressing
        /// Something is due within a week.
        case soon
        /// In treatment or about to begin, and nothing of that.
        case active
        /// Closed, and followed up.
        case closed

        /// What presses more comes first.
        package static func < (lhs: Place, rhs: Place) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// The episode.
    package let id: EpisodeID
    /// The site's own reference of it.
    package let ref: EpisodeRef?
    /// The child's name; nil where none is kept or the reader may not see one.
    package let name: String?
    /// The model that the family is treated by.
    package let model: any InterventionModel
    /// The team that has it.
    package let team: TeamCode?
    /// The lead therapist; nil while nobody is named.
    package let therapist: StaffCode?
    /// What the phase of the day is called.
    package let phase: String
    /// The week of treatment; nil before the first session and after the closing.
    package let week: TreatmentWeek?
    /// The day of the last contact that somebody was reached at; nil while there was none.
    package let lastContactOn: CivilDate?
    /// What is owed and due by a week from the day, in the order in which it is due.
    package let due: [Due]
    /// What somebody should look at, the most pressing first.
    package let alerts: [Alert]
    /// The weeks whose summaries were handed in and were neither discussed nor commented on by anybody but the lead therapist,
    /// the latest first; empty where nobody asked.
    package internal(set) var uncommented: [TreatmentWeek] = []
    /// The day of closing.
    package let closedOn: CivilDate?
    /// Under which heading it stands.
    package let place: Place
}

extension FamilyRow: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a family (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension FamilyRow {
    /// How many days ahead something is said to be due soon.
    private static let daysAhead = 7

    init(_ episode: EpisodeInPlay, named name: String?, at session: SiteSession, on day: CivilDate) {
        let (facts, model) = (episode.facts, episode.rules.model)
        id = episode.id
        ref = facts.referral.ref
        self.name = name
        self.model = model
        let assignment = episode.assignment(on: day)
        team = session.code(of: assignment?.team)
        therapist = assignment?.therapist
        let phase = facts.phase(on: day) ?? facts.phase
        self.phase = model.phases.phase(phase)?.title ?? phase.text
        closedOn = facts.closing.flatMap { $0.on <= day ? $0.on : nil }
        week = closedOn == nil ? facts.startedOn.flatMap { TreatmentWeek(of: day, since: $0) } : nil
        lastContactOn = facts.contacts.last { $0.on <= day && $0.contact.mode != .attemptedOnly }?.on
        let summary = model.duties.first { $0.fact == .weeklySummary }?.obligation
        due = episode.obligations(on: day).ahead.filter { $0.dueOn <= day.adding(days: FamilyRow.daysAhead) }.map {
            Due(
                title: model.title(of: $0.kind), about: facts.label(of: $0.about), dueOn: $0.dueOn,
                isSummary: $0.kind == summary)
        }
        alerts = episode.alerts(on: day)
        place = FamilyRow.place(due, alerts, on: day, isClosed: closedOn != nil)
    }

    private static func place(_ due: [Due], _ alerts: [Alert], on day: CivilDate, isClosed: Bool) -> Place {
        if due.contains(where: { $0.dueOn < day }) { return .overdue }
        if alerts.contains(where: { $0.urgency == .urgent }) { return .pressing }
        if !due.isEmpty { return .soon }
        return isClosed ? .closed : .active
    }
}

extension InterventionModel {
    /// What people call something that is owed.
    package func title(of kind: ObligationKind) -> String {
        if let duty = duties.first(where: { $0.obligation == kind }) { return duty.title }
        let words = kind.text.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
