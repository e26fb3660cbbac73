extension ModelConformance {
    /// The laws of the phase graph.
    static func checkPhases(_ model: any InterventionModel) -> [Violation] {
        let graph = model.phases
        let known = Set(graph.phases.map(\.id))
        let ended = Set(graph.phases.filter { $0.kind == .ended }.map(\.id))
        var violations: [Violation] = []
        func report(_ law: Violation.Law, _ name: some CustomStringConvertible) {
            violations.append(Violation(model: model.id, law: law, name: "\(name)"))
        }
        for common in [Phase.referred, .accepted, .declined, .closed]
        where graph.phase(common.id)?.kind != common.kind {
            report(.commonPhases, common.id)
        }
        for step in graph.steps {
            for end in [step.from, step.to] where !known.contains(end) { report(.knownPhase, end) }
            if ended.contains(step.from) { report(.endIsEnd, step.from) }
        }
        let reached = spread(from: [.referred]) { phase in
            graph.steps.filter { $0.from == phase }.map(\.to)
        }
        for phase in graph.phases where !reached.contains(phase.id) { report(.reachablePhase, phase.id) }
        let leadsOut = spread(from: ended) { phase in
            graph.steps.filter { $0.to == phase }.map(\.from)
        }
        for phase in graph.phases where !leadsOut.contains(phase.id) { report(.wayOut, phase.id) }
        if graph.steps.filter({ $0.kind == .start }).count != 1 { report(.oneStart, model.id) }
        if !graph.phases.contains(where: { $0.kind == .treatment }) { report(.treatment, model.id) }
        return violations
    }

    private static func spread(from first: Set<PhaseID>, by next: (PhaseID) -> [PhaseID]) -> Set<PhaseID> {
        var reached = first
        var frontier = Array(first)
        while let phase = frontier.popLast() {
            for neighbour in next(phase) where reached.insert(neighbour).inserted { frontier.append(neighbour) }
        }
        return reached
    }
}
