extension EligibilityCriterion {
    /// The question as JSON.
    var described: Described {
        .object([
            .init("key", .text(key.text)),
            .init("question", .text(question)),
            .init("effect", .text(effect.rawValue)),
            .init("withinDays", within.map { .text($0.text) } ?? .null),
            .init("source", .text(source)),
        ])
    }

    /// The question as people read it, on lines of a list.
    var lines: [String] {
        let days = within.map { ", within the days of \($0)" } ?? ""
        return ["    \(key): \(question)\(days)", "      \(source)"]
    }
}

extension EligibilityRequirement {
    /// The requirement as JSON.
    var described: Described {
        .object([
            .init("title", .text(title)),
            .init("ways", .array(ways.map(\.described))),
        ])
    }

    /// The requirement as people read it.
    var line: String { "    \(title): \(ways.map(\.phrase).joined(separator: "; or "))" }
}

extension EligibilityRequirement.Way {
    fileprivate var described: Described {
        .object([
            .init("criteria", .array(criteria.map { .text($0.text) })),
            .init("atLeast", atLeast.map { .text($0.text) } ?? .number(1)),
            .init("when", choice.map { .text("\($0.parameter) in \($0.values.joined(separator: ", "))") } ?? .null),
        ])
    }

    fileprivate var phrase: String {
        let counted = criteria.map(\.text).joined(separator: ", ")
        let least = criteria.count == 1 ? counted : "\(atLeast.map(\.text) ?? "one") of \(counted)"
        return choice.map { "\(least) (when \($0.parameter) is \($0.values.joined(separator: " or ")))" } ?? least
    }
}
