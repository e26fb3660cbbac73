/// The keys of a mapping in a model's file.
protocol DeclaredKey: RawRepresentable<String>, CaseIterable, Hashable {
    /// The keys that may be left out.
    static var optional: Set<Self> { get }
}

extension DeclaredKey {
    /// None: a list without an entry is written as `[]`.
    static var optional: Set<Self> { [] }
}

/// The keys of the file itself.
enum ModelKey: String, DeclaredKey {
    case id, version, title, client, phases, steps, parameters, criteria, requirements, instruments, outcomes
    case closureReasons, targets
}

/// The keys of a phase of treatment.
enum PhaseKey: String, DeclaredKey {
    case id, title, planned
    static var optional: Set<PhaseKey> { [.planned] }
}

/// The keys of a planned duration.
enum PlannedKey: String, DeclaredKey {
    case least, most
}

/// The keys of a step between two phases of treatment.
enum StepKey: String, DeclaredKey {
    case from, to
}

/// The keys of a parameter.
enum ParameterFileKey: String, DeclaredKey {
    case key, title, unit, standard, least, most, choices, source, effective
    static var optional: Set<ParameterFileKey> { [.least, .most, .choices, .effective] }
}

/// The keys of a question.
enum CriterionFileKey: String, DeclaredKey {
    case key, question, effect, within, source
    static var optional: Set<CriterionFileKey> { [.within] }
}

/// The keys of a requirement.
enum RequirementKey: String, DeclaredKey {
    case title, ways
}

/// The keys of a way to meet a requirement.
enum WayKey: String, DeclaredKey {
    case criteria, atLeast, when
    static var optional: Set<WayKey> { [.atLeast, .when] }
}

/// The keys of the setting that opens a way.
enum ChoiceKey: String, DeclaredKey {
    case parameter, values
}

/// The keys of an instrument.
enum InstrumentKey: String, DeclaredKey {
    case id, title, respondents, firstAfter, every, items, leastAnswered, source
    static var optional: Set<InstrumentKey> { [.items] }
}

/// The keys of an outcome.
enum OutcomeFileKey: String, DeclaredKey {
    case key, title, meaning, base, source
}

/// The keys of a closure reason.
enum ReasonKey: String, DeclaredKey {
    case id, group, title
}

/// The keys of a target.
enum TargetKey: String, DeclaredKey {
    case indicator, atLeast, below, from, to
    static var optional: Set<TargetKey> { [.atLeast, .below, .from, .to] }
}
