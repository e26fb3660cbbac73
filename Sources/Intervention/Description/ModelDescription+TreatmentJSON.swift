extension ModelDescription {
    /// Facts, trackers, modules, duties and trainings as JSON.
    var describedTreatment: [Described.Field] {
        [
            .init("facts", .array(facts.map(\.described))),
            .init("trackers", .array(trackers.map(\.described))),
            .init("modules", .array(modules.map(\.described))),
            .init("duties", .array(duties.map(\.described))),
            .init("trainings", .array(trainings.map(\.described))),
        ]
    }
}

extension Described {
    static func roles(_ roles: [SubjectRole]) -> Described { .array(roles.map { .text($0.rawValue) }) }

    static func key(_ key: ParameterKey?) -> Described { key.map { .text($0.text) } ?? .null }
}

extension FactDefinition {
    fileprivate var described: Described {
        .object([
            .init("kind", .text(kind.text)), .init("title", .text(title)), .init("about", .roles(about)),
            .init("extent", .text(extent.rawValue)), .init("visibility", .text(visibility.rawValue)),
            .init("fields", .array(fields.map(\.described))),
            .init("source", .text(source)),
        ])
    }
}

extension FactField {
    fileprivate var described: Described {
        var parts: [Described.Field] = [
            .init("key", .text(key.text)), .init("title", .text(title)),
            .init("required", .text(isRequired ? "yes" : "no")),
        ]
        switch content {
        case .choice(let words): parts.append(.init("words", .array(words.map { .text($0.text) })))
        case .whole(let range):
            parts.append(.init("least", .number(range.lowerBound)))
            parts.append(.init("most", .number(range.upperBound)))
        case .link(let kinds): parts.append(.init("kinds", .array(kinds.map { .text($0.text) })))
        case .answer, .day, .staff, .narrative: break
        }
        parts.insert(.init("takes", .text(content.word)), at: 2)
        return .object(parts)
    }
}

extension FactField.Content {
    /// The word for what a field takes, as a model's file says it.
    fileprivate var word: String {
        switch self {
        case .choice: "words"
        case .answer: "answer"
        case .whole: "whole"
        case .day: "day"
        case .staff: "staff"
        case .link: "link"
        case .narrative: "narrative"
        }
    }
}

extension Tracker {
    fileprivate var described: Described {
        .object([
            .init("key", .text(key.text)), .init("title", .text(title)), .init("about", .roles(about)),
            .init("start", .text(start.text)), .init("states", .array(states.map(\.described))),
            .init("moves", .array(moves.map(\.described))), .init("source", .text(source)),
        ])
    }
}

extension TrackerState {
    fileprivate var described: Described {
        .object([
            .init("key", .text(key.text)), .init("title", .text(title)),
            .init("urgency", urgency.map { .text($0.rawValue) } ?? .null),
        ])
    }
}

extension TrackerMove {
    fileprivate var described: Described {
        .object([
            .init("from", .array(from.map { .text($0.text) })), .init("to", .text(to.text)),
            .init("fact", .text(on.text)), .init("where", .text(fields.phrase)),
            .init("tests", .tests(fields)), .init("guards", .array(guards.map(\.described))),
        ])
    }
}

extension TreatmentModule {
    fileprivate var described: Described {
        .object([
            .init("key", .text(key.text)), .init("title", .text(title)), .init("about", .roles(about)),
            .init("needed", need.described), .init("beginWithin", .key(beginWithin)),
            .init(
                "gates",
                .array(
                    gates.map { gate in
                        .object([
                            .init("key", .text(gate.key.text)), .init("title", .text(gate.title)),
                            .init("strength", .text(gate.strength.rawValue)),
                            .init("when", gate.condition.described), .init("source", .text(gate.source)),
                        ])
                    })),
            .init("doneWhen", doneWhen?.described ?? .null), .init("source", .text(source)),
        ])
    }
}

extension FactDuty {
    fileprivate var described: Described {
        .object([
            .init("obligation", .text(obligation.text)), .init("title", .text(title)),
            .init("fact", .text(fact.text)), .init("where", .text(fields.phrase)), .init("tests", .tests(fields)),
            .init("about", .roles(about)), .init("from", anchor.described), .init("due", .key(due)),
            .init("every", .key(every)),
            .init("window", .key(window)), .init("when", when?.described ?? .null),
            .init("late", late.map { .text($0.rawValue) } ?? .null), .init("source", .text(source)),
        ])
    }
}

extension TrainingRequirement {
    fileprivate var described: Described {
        let deadline =
            switch deadline {
            case .firstCase: Described.text("first-case")
            case .months(let key): Described.text(key.text)
            }
        return .object([
            .init("kind", .text(kind.text)), .init("title", .text(title)),
            .init("roles", .array(roles.map(\.rawValue).sorted().map { .text($0) })), .init("by", deadline),
            .init("source", .text(source)),
        ])
    }
}
