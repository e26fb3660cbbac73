import Intervention

/// What a course of treatment under a model looks like, by what the model itself declares.
struct CourseDesign: Sendable {
    /// A phase of treatment and how long it usually lasts.
    struct Step: Sendable {
        let phase: PhaseID
        /// The share of the whole stay.
        let share: Double
        /// Whether the family may be taken back from here into the phase before.
        let leadsBack: Bool
    }

    let model: ModelID
    /// Completed years at referral.
    let ages: ClosedRange<Int>
    /// The way through treatment, in order; at least one.
    let steps: [Step]
    /// The average stay in days of families with the opportunity for a full course.
    let stay: SimulationParameter
    /// The average number of families that a therapist has.
    let caseload: Double
    /// The adherence interview.
    let instrument: InstrumentID
    let items: Int?
    let interviewFirstAfter: Int
    let interviewEvery: Int
    /// Whose answers count, and whether a key worker is among them: then the child begins away from home.
    let respondents: Set<Respondent>
    let isWholeFamily: Bool
    let reasons: [ClosureGroup: [ClosureReasonID]]
    let outcomes: [OutcomeKey]

    /// Whether the child lives away from home when treatment begins.
    var beginsAway: Bool { respondents.contains(.keyWorker) && steps.count > 1 }

    init(_ model: any InterventionModel) throws(SimulationFault) {
        let values = CourseDesign.values(of: model)
        guard let instrument = model.adherenceInstruments.first, let schedule = instrument.schedule else {
            throw .unusableModel("\(model.id) has no adherence interview")
        }
        guard let least = values[.leastAge], let greatest = values[.greatestAge], least <= greatest else {
            throw .unusableModel("\(model.id) has no ages")
        }
        let path = CourseDesign.path(through: model.phases)
        guard !path.isEmpty else { throw .unusableModel("\(model.id) has no phase of treatment") }
        self.model = model.id
        ages = least...greatest
        let days = path.map { CourseDesign.days(of: $0, in: model) }
        let whole = days.reduce(0, +)
        steps = path.indices.map { place in
            let back = place > 0 && model.phases.allows(from: path[place], to: path[place - 1], by: .advance)
            return Step(phase: path[place], share: days[place] / whole, leadsBack: back)
        }
        stay = CourseDesign.stay(of: model, planned: whole)
        caseload = Double((values[.caseloadLeast] ?? 4) + (values[.caseloadMost] ?? 6)) / 2
        self.instrument = instrument.id
        items = instrument.scoring.items
        interviewFirstAfter = values[schedule.firstAfter] ?? 7
        interviewEvery = max(1, values[schedule.every] ?? 28)
        respondents = Set(instrument.respondents)
        isWholeFamily = model.client == .wholeFamily
        reasons = model.closureReasons.reduce(into: [:]) { $0[$1.group, default: []].append($1.id) }
        outcomes = model.outcomes.map(\.key)
        for group in [ClosureGroup.completed, .lackOfEngagement, .placed, .notCounted] where reasons[group] == nil {
            throw .unusableModel("\(model.id) has no closure reason of the group \(group.rawValue)")
        }
    }

    /// What the table says of the model.
    var parameters: [SimulationParameter] {
        let age = Double(ages.lowerBound + ages.upperBound + 1) / 2
        return [
            SimulationParameter("age-\(model)", age, .years, "assumed: the middle of the model's ages"), stay,
        ]
    }
}

extension CourseDesign {
    private static func values(of model: any InterventionModel) -> [ParameterKey: Int] {
        model.parameters.reduce(into: [:]) { values, parameter in
            if case .whole(let number) = parameter.standard { values[parameter.key] = number }
        }
    }

    /// The first phase, and from each the next one on the list that can be entered from it.
    private static func path(through graph: PhaseGraph) -> [PhaseID] {
        guard let first = graph.target(from: .accepted, by: .start) else { return [] }
        var path = [first]
        for phase in graph.phases where phase.kind == .treatment && !path.contains(phase.id) {
            guard let last = path.last, graph.allows(from: last, to: phase.id, by: .advance) else { continue }
            path.append(phase.id)
        }
        return path
    }

    /// How long a phase lasts by its plan: the middle between its least and its most.
    private static func days(of phase: PhaseID, in model: any InterventionModel) -> Double {
        guard let planned = model.phases.phase(phase)?.planned else { return SimulationParameter.unplannedPhase.value }
        let ends = [planned.least, planned.most].compactMap { key in
            model.parameters.first { $0.key == key }.flatMap(days)
        }
        return ends.isEmpty ? SimulationParameter.unplannedPhase.value : ends.reduce(0, +) / Double(ends.count)
    }

    private static func days(_ parameter: Parameter) -> Double? {
        guard case .whole(let number) = parameter.standard else { return nil }
        return switch parameter.unit {
        case .days: Double(number)
        case .months: Double(number) * 365.25 / 12
        default: nil
        }
    }

    /// The published average where there is one, otherwise the middle of what is planned.
    private static func stay(of model: any InterventionModel, planned: Double) -> SimulationParameter {
        let key = "stay-\(model.id)"
        guard let published = model.comparators.first(where: { $0.indicator == .lengthOfStay }) else {
            return SimulationParameter(key, planned, .days, "the middle of what the model plans (homeward model show)")
        }
        let source = "csi-online.org, MST Outcomes: the network's average"
        return SimulationParameter(key, Double(published.tenThousandths) / 10_000, .days, source)
    }
}
