import CivilDate
import Intervention

/// What a model records, as a course of treatment has it: no engine judges here.
extension Course {
    /// Somebody of whom tests speak.
    static func person(_ number: UInt64) -> FactSubject { .participant(ParticipantID(high: 3, low: number)) }

    /// Records a fact.
    /// - Returns: its id.
    @discardableResult
    mutating func record(
        _ kind: FactKind, on number: Int, _ fields: [FieldKey: FactValue] = [:], about subject: FactSubject = .family
    ) -> FactID {
        let id = FactID(high: 4, low: UInt64(facts.facts.count))
        let extent = model.facts.first { $0.kind == kind }?.extent ?? .point
        let dated = DatedFact(
            RecordedFact(id: id, kind: kind, about: subject, fields: fields), extent, from: Course.day(number),
            phase: facts.phase
        )
        let place = facts.facts.firstIndex { dated.from < $0.from } ?? facts.facts.endIndex
        facts.facts.insert(dated, at: place)
        return id
    }

    /// A fact no longer holds from a day on.
    mutating func withdraw(_ id: FactID, on number: Int) {
        for place in facts.facts.indices where facts.facts[place].fact.id == id {
            facts.facts[place].until = Course.day(number)
        }
    }

    /// Somebody takes part.
    /// - Returns: whom facts can be about from then on.
    @discardableResult
    mutating func join(_ role: SubjectRole, from number: Int = -20, until end: Int? = nil) -> FactSubject {
        let id = ParticipantID(high: 3, low: UInt64(facts.participants.count))
        facts.participants.append(
            ParticipantSpell(Participant(id: id, role: role), from: Course.day(number), until: end.map(Course.day))
        )
        return .participant(id)
    }

    /// A module begins, its unmet soft gates with it.
    @discardableResult
    mutating func begin(
        _ module: ModuleKey, on number: Int, about subject: FactSubject = .family, unmet: [GateKey] = []
    ) -> ModuleRunID {
        let id = ModuleRunID(high: 5, low: UInt64(facts.moduleRuns.count))
        let start = ModuleStart(
            run: id, module: module, about: subject, override: unmet.isEmpty ? nil : GateOverride(.crisis))
        facts.moduleRuns.append(ModuleRun(start, from: Course.day(number), unmet: unmet))
        return id
    }

    /// A tracker moves.
    mutating func move(_ tracker: TrackerKey, to state: TrackerStateKey, on number: Int, about subject: FactSubject) {
        let fact = FactID(high: 6, low: UInt64(facts.trackerSpells.count))
        facts.trackerSpells.append(
            TrackerSpell(tracker, about: subject, in: state, from: Course.day(number), by: fact))
    }

    /// A phase is entered.
    mutating func enter(_ phase: PhaseID, on number: Int) {
        if !facts.spells.isEmpty { facts.spells[facts.spells.count - 1].until = Course.day(number) }
        facts.spells.append(PhaseSpell(phase: phase, from: Course.day(number)))
        facts.phase = phase
    }

    /// A phase is planned for a day.
    mutating func plan(_ phase: PhaseID, for planned: Int, on number: Int) {
        facts.plans.append(
            DatedPlan(on: Course.day(number), step: PlannedStep(into: phase, plannedOn: Course.day(planned)))
        )
    }

    /// The standings of what is owed of a kind, `due day standing`, with the days counted from the first session.
    func owed(_ kind: ObligationKind, through number: Int, about subject: FactSubject? = nil) -> [String] {
        obligations(kind, through: number).filter { subject == nil || $0.about == subject }.map { owed in
            "\(Course.firstSession.days(until: owed.dueOn)) \(owed.standing.word)"
        }
    }

    /// The alerts of a day by their codes, those of contacts, interviews and the stay left out.
    func codes(on number: Int) -> [String] {
        alerts(on: number).map(\.code).filter { !Course.ofTheStay.contains($0) && $0 != .fewContacts }.map(\.text)
    }

    /// The alerts of a day about contacts, interviews, the stay and its phases.
    func common(on number: Int) -> [Alert] {
        alerts(on: number).filter { Course.ofTheStay.contains($0.code) || $0.code == .phaseLong }
    }

    private static let ofTheStay: [AlertCode] = [
        .noContact, .interviewLate, .planForEnding, .stayReview, .stayLong, .stayTooLong,
    ]
}
