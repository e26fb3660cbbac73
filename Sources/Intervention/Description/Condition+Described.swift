extension Described {
    /// What fields must hold: `[{"field": "result", "words": ["negative"]}]`.
    static func tests(_ tests: [FieldTest]) -> Described {
        .array(
            tests.map { test in
                .object([.init("field", .text(test.field.text)), .init("words", .words(test.words.map(\.text)))])
            })
    }

    fileprivate static func words(_ words: [String]) -> Described { .array(words.map { .text($0) }) }

    /// A sentence, what kind of thing it says, and its parts.
    fileprivate static func said(_ sentence: String, _ kind: String, _ parts: [Field] = []) -> Described {
        .object([.init("sentence", .text(sentence)), .init("kind", .text(kind))] + parts)
    }
}

extension Condition {
    /// The condition with its sentence: the kinds are the words that a model's file has for them.
    var described: Described {
        switch self {
        case .all(let parts): .said(phrase, "all", [.init("parts", .array(parts.map(\.described)))])
        case .any(let parts): .said(phrase, "any", [.init("parts", .array(parts.map(\.described)))])
        case .not(let part): .said(phrase, "not", [.init("parts", .array([part.described]))])
        case .recorded(let test): .said(phrase, "recorded", test.members + [.init("whose", test.whose.described)])
        case .everyone(let roles, let test): .said(phrase, "everyone", [.init("roles", .roles(roles))] + test.members)
        case .tracker(let key, let states):
            .said(phrase, "tracker", [.init("tracker", .text(key.text)), .init("in", .words(states.map(\.text)))])
        case .running(let module): .said(phrase, "running", [.init("module", .text(module.text))])
        case .completed(let module): .said(phrase, "completed", [.init("module", .text(module.text))])
        case .phase(let phases): .said(phrase, "phase", [.init("phases", .words(phases.map(\.text)))])
        }
    }
}

extension FactTest {
    /// What is looked for; `within` is the parameter that has the days.
    fileprivate var members: [Described.Field] {
        [
            .init("fact", .text(kind.text)), .init("tests", .tests(fields)), .init("within", .key(within)),
            .init("sinceLast", sinceLast.map { .text($0.text) } ?? .null),
            .init("current", current.map { .text($0.text) } ?? .null),
        ]
    }
}

extension FactTest.Whose {
    fileprivate var described: Described {
        switch self {
        case .same: .text("same")
        case .anybody: .text("anybody")
        case .of(let roles): .roles(roles)
        }
    }
}

extension TrackerMove.Guard {
    /// The guard with its sentence.
    var described: Described {
        switch self {
        case .link(let field, let tests, let state, let alike):
            .said(
                phrase, "link",
                [
                    .init("field", .text(field.text)), .init("tests", .tests(tests)),
                    .init("sinceEntering", .text(state.text)),
                    .init("alike", alike.map { .text($0.text) } ?? .null),
                ])
        case .condition(let condition, _): .said(phrase, "condition", [.init("when", condition.described)])
        }
    }
}

extension FactDuty.Anchor {
    /// What the days are counted from, with its sentence.
    var described: Described {
        switch self {
        case .firstSession: .said(phrase, "first-session")
        case .closing: .said(phrase, "closing")
        case .phase(let phase): .said(phrase, "phase", [.init("phase", .text(phase.text))])
        case .first(let kind, let tests): .said(phrase, "first", Self.members(kind, tests))
        case .each(let kind, let tests): .said(phrase, "each", Self.members(kind, tests))
        }
    }

    private static func members(_ kind: FactKind, _ tests: [FieldTest]) -> [Described.Field] {
        [.init("fact", .text(kind.text)), .init("tests", .tests(tests))]
    }
}

extension TreatmentModule.Need {
    /// When it is needed, with its sentence.
    var described: Described {
        switch self {
        case .always: .said(phrase, "always")
        case .asAgreed: .said(phrase, "as-agreed")
        case .when(let condition): .said(phrase, "when", [.init("when", condition.described)])
        }
    }
}
