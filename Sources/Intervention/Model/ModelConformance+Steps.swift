extension ModelConformance {
    /// The laws of the steps by their kinds. The engine asks the graph for "the step of that kind", so a kind has to
    /// mean the same in every model.
    static func checkSteps(_ model: any InterventionModel) -> [Violation] {
        let graph = model.phases
        var violations: [Violation] = []
        func report(_ law: Violation.Law, _ name: some CustomStringConvertible) {
            violations.append(Violation(model: model.id, law: law, name: "\(name)"))
        }
        var seen: Set<PhaseStep> = []
        for step in graph.steps {
            if !seen.insert(step).inserted { report(.uniqueStep, step) }
            // An unknown phase is reported by its own law.
            guard let from = graph.phase(step.from)?.kind, let to = graph.phase(step.to)?.kind else { continue }
            if !step.leads(from: from, to: to) { report(.stepKind, step) }
        }
        let closable = [PhaseID.accepted] + graph.phases.filter { $0.kind == .treatment }.map(\.id)
        for phase in closable where !graph.allows(from: phase, to: .closed, by: .close) {
            report(.closable, phase)
        }
        return violations
    }
}

extension PhaseStep {
    /// Whether a step of this kind may join phases of these kinds.
    func leads(from: Phase.Kind, to: Phase.Kind) -> Bool {
        switch kind {
        case .accept: self.from == .referred && self.to == .accepted
        case .decline: self.from == .referred && self.to == .declined
        case .start: self.from == .accepted && to == .treatment
        case .advance: from == .treatment && to == .treatment && self.from != self.to
        // An undecided referral is declined, not closed: a closure counts as an accepted family's.
        case .close: from != .ended && self.from != .referred && self.to == .closed
        }
    }
}

extension PhaseStep: CustomStringConvertible {
    /// `placed advance home`.
    public var description: String { "\(from) \(kind.rawValue) \(to)" }
}
