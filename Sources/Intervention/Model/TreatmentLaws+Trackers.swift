extension TreatmentLaws {
    /// The laws of trackers.
    mutating func checkTrackers() {
        checkNames(trackers.map(\.key))
        for tracker in trackers {
            checkWords(tracker.key.text, title: tracker.title, source: tracker.source)
            checkRoles(tracker.about, of: tracker.key.text)
            checkNames(tracker.states.map(\.key), in: tracker.key.text)
            for state in tracker.states { checkWords("\(tracker.key) \(state.key)", title: state.title, source: nil) }
            checkStates(of: tracker)
            for move in tracker.moves { check(move, of: tracker) }
            checkChoice(of: tracker)
        }
    }

    private mutating func checkStates(of tracker: Tracker) {
        let known = Set(tracker.states.map(\.key))
        for state in [tracker.start] + tracker.moves.flatMap({ $0.from + [$0.to] }) where !known.contains(state) {
            report(.knownTracker, "\(tracker.key) \(state)")
        }
        let reached = tracker.reachedStates
        for state in tracker.states {
            if !reached.contains(state.key) { report(.reachableState, "\(tracker.key) \(state.key)") }
            let leadsOn = tracker.moves.contains { $0.from.contains(state.key) && $0.to != state.key }
            if leadsOn == state.isFinal { report(.stateWayOn, "\(tracker.key) \(state.key)") }
        }
    }

    private mutating func check(_ move: TrackerMove, of tracker: Tracker) {
        check(move.on, move.fields)
        if let fact = definition(move.on), !tracker.about.allSatisfy(fact.about.contains) {
            report(.satisfiable, "\(tracker.key) \(move.on)")
        }
        for required in move.guards {
            switch required {
            case .condition(let condition, let saying):
                checkWords("\(tracker.key) \(move.on)", title: saying, source: nil)
                check(condition, about: tracker.about, of: "\(tracker.key) \(move.on)")
            case .link(let field, let tests, let entered, let alike):
                if !tracker.states.contains(where: { $0.key == entered }) {
                    report(.knownTracker, "\(tracker.key) \(entered)")
                }
                guard let definition = definition(move.on) else { continue }
                guard case .link(let kinds) = definition.field(field)?.content else {
                    report(.knownField, "\(move.on) \(field)")
                    continue
                }
                for kind in kinds {
                    check(kind, tests)
                    if let alike, self.definition(kind)?.field(alike) == nil {
                        report(.knownField, "\(kind) \(alike)")
                    }
                }
            }
        }
    }

    /// Two moves from one state must not be made by the same fact.
    private mutating func checkChoice(of tracker: Tracker) {
        for (place, move) in tracker.moves.enumerated() {
            for other in tracker.moves.dropFirst(place + 1)
            where other.on == move.on && !Set(other.from).isDisjoint(with: move.from) && !move.excludes(other) {
                report(.oneMove, "\(tracker.key) \(move.on)")
            }
        }
    }
}

extension Tracker {
    /// The states that moves lead to, the first among them.
    var reachedStates: Set<TrackerStateKey> {
        var reached: Set<TrackerStateKey> = [start]
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for move in moves where !reached.isDisjoint(with: move.from) && reached.insert(move.to).inserted {
                isGrowing = true
            }
        }
        return reached
    }
}

extension TrackerMove {
    /// Whether no fact can be both moves: a field would have to hold two words.
    fileprivate func excludes(_ other: TrackerMove) -> Bool {
        fields.contains { own in
            other.fields.contains { $0.field == own.field && Set($0.words).isDisjoint(with: own.words) }
        }
    }
}
