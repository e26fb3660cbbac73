extension Condition {
    /// The condition as people read it, on one line.
    var phrase: String {
        switch self {
        case .all(let parts): Condition.joined(parts, by: "and")
        case .any(let parts): Condition.joined(parts, by: "or")
        case .not(let part): "not \(part.inner)"
        case .recorded(let test): "\(test.phrase) is recorded\(test.whose.phrase)"
        case .everyone(let roles, let test):
            "\(test.phrase) is recorded about every \(roles.map(\.rawValue).joined(separator: " and "))"
        case .tracker(let key, let states): "\(key) is \(states.map(\.text).joined(separator: " or "))"
        case .running(let module): "the module \(module) is being delivered"
        case .completed(let module): "the module \(module) is completed"
        case .phase(let phases): "the phase is \(phases.map(\.text).joined(separator: " or "))"
        }
    }

    /// The same as a part of something larger.
    private var inner: String {
        switch self {
        case .all(let parts) where parts.count > 1, .any(let parts) where parts.count > 1: "(\(phrase))"
        default: phrase
        }
    }

    private static func joined(_ parts: [Condition], by word: String) -> String {
        parts.map(\.inner).joined(separator: " \(word) ")
    }
}

extension FactTest {
    fileprivate var phrase: String {
        let parts = [
            fields.isEmpty ? nil : "with \(fields.phrase)", within.map { "within the days of \($0)" },
            sinceLast.map { "since the last \($0)" }, current.map { "for the current \($0)" },
        ].compactMap { $0 }
        return ([kind.text] + parts).joined(separator: " ")
    }
}

extension FactTest.Whose {
    fileprivate var phrase: String {
        switch self {
        case .same: ""
        case .anybody: " about anybody"
        case .of(let roles): " about a \(roles.map(\.rawValue).joined(separator: " or "))"
        }
    }
}

extension [FieldTest] {
    /// The tests as people read them: `result negative or refused`.
    var phrase: String {
        map { "\($0.field) \($0.words.map(\.text).joined(separator: " or "))" }.joined(separator: " and ")
    }
}

extension TrackerMove {
    /// What makes the move, and what must be so.
    var phrase: String {
        let fact = fields.isEmpty ? on.text : "\(on) with \(fields.phrase)"
        return guards.isEmpty ? fact : "\(fact), if \(guards.map(\.phrase).joined(separator: " and "))"
    }
}

extension TrackerMove.Guard {
    /// What must be so, as people read it.
    var phrase: String {
        switch self {
        case .link(let field, let tests, let state, let alike):
            "its \(field) is there\(tests.isEmpty ? "" : " with \(tests.phrase)"), later than '\(state)'"
                + (alike.map { " and of the same \($0)" } ?? "")
        case .condition(_, let saying): saying
        }
    }
}

extension FactDuty.Anchor {
    /// What the days are counted from, as people read it.
    var phrase: String {
        switch self {
        case .firstSession: "the first session"
        case .phase(let phase): "entering the phase \(phase)"
        case .first(let kind, let tests): "the first \(kind)\(tests.isEmpty ? "" : " with \(tests.phrase)")"
        case .each(let kind, let tests): "each \(kind)\(tests.isEmpty ? "" : " with \(tests.phrase)")"
        case .closing: "the closing"
        }
    }
}

extension TreatmentModule.Need {
    /// When it is needed, as people read it.
    var phrase: String {
        switch self {
        case .always: "always"
        case .when(let condition): "when \(condition.phrase)"
        case .asAgreed: "as therapist and supervisor agree"
        }
    }
}

extension FactField.Content {
    /// What a field takes, as people read it.
    var phrase: String {
        switch self {
        case .choice(let words): words.map(\.text).joined(separator: ", ")
        case .answer: "yes, no or unknown"
        case .whole(let range): "\(range.lowerBound) to \(range.upperBound)"
        case .day: "a day"
        case .staff: "a code of staff"
        case .link(let kinds): "one of the episode's \(kinds.map(\.text).joined(separator: ", "))"
        case .narrative: "a sealed text"
        }
    }
}
