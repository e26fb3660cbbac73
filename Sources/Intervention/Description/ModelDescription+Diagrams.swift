extension ModelDescription {
    /// The phases and every legal step.
    var phaseDiagram: [String] {
        let ended = phases.phases.filter { $0.kind == .ended }
        let open = phases.phases.filter { $0.kind != .ended }
        // What ends well comes before what ends otherwise: the drawing follows the first way that is there.
        let ends = ended.filter { $0.id == .closed } + ended.filter { $0.id != .closed }
        return BoxDiagram(
            boxes: (open + ends).map { BoxDiagram.Box(key: $0.id.text, lines: lines(of: $0)) },
            arrows: phases.steps.map {
                BoxDiagram.Arrow(from: $0.from.text, to: $0.to.text, label: $0.kind.rawValue)
            }
        ).lines
    }

    /// The states of a tracker and every move.
    func diagram(of tracker: Tracker) -> [String] {
        let start = tracker.states.filter { $0.key == tracker.start }
        let states = start + tracker.states.filter { $0.key != tracker.start }
        return BoxDiagram(
            boxes: states.map { BoxDiagram.Box(key: $0.key.text, lines: lines(of: $0, in: tracker)) },
            arrows: tracker.moves.flatMap { move in
                move.from.map { BoxDiagram.Arrow(from: $0.text, to: move.to.text, label: move.phrase) }
            }
        ).lines
    }

    private func lines(of phase: Phase) -> [String] {
        var lines = [phase.id.text, phase.title]
        if let planned = phase.planned, let least = parameter(planned.least), let most = parameter(planned.most) {
            let range =
                least.standard == most.standard ? "\(most.standard)" : "\(least.standard) to \(most.standard)"
            lines.append("planned for \(range) \(most.unit.rawValue)")
        }
        if let setting = phase.setting { lines.append("the child lives \(setting.phrase)") }
        return lines
    }

    private func lines(of state: TrackerState, in tracker: Tracker) -> [String] {
        let notes = [
            state.key == tracker.start ? "begins here" : nil, state.urgency.map { "alert: \($0.rawValue)" },
        ].compactMap { $0 }
        return [state.key.text, state.title] + (notes.isEmpty ? [] : [notes.joined(separator: ", ")])
    }
}

extension PhaseSetting {
    fileprivate var phrase: String {
        switch self {
        case .home: "at home"
        case .away: "away from home"
        case .between: "between the two"
        }
    }
}
