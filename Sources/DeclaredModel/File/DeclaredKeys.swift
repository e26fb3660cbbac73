import YAMLFile

/// The keys of the file itself.
enum ModelKey: String, YAMLKey {
    case id, version, title, client, include, phases, steps, parameters, criteria, requirements
    case facts, trackers, modules, duties, instruments, outcomes, measures, closureReasons, trainings, targets

    /// What may come from included sets alone, or be absent.
    static var optional: Set<ModelKey> {
        [
            .include, .facts, .trackers, .modules, .duties, .instruments, .outcomes, .measures, .closureReasons,
            .trainings,
        ]
    }
}

/// The keys of a phase of treatment.
enum PhaseKey: String, YAMLKey {
    case id, title, planned, setting
    static var optional: Set<PhaseKey> { [.planned, .setting] }
}

/// The keys of a planned duration.
enum PlannedKey: String, YAMLKey {
    case least, most
}

/// The keys of a step between two phases of treatment.
enum StepKey: String, YAMLKey {
    case from, to
}

/// The keys of a parameter.
enum ParameterFileKey: String, YAMLKey {
    case key, title, unit, standard, least, most, choices, source, effective
    static var optional: Set<ParameterFileKey> { [.least, .most, .choices, .effective] }
}

/// The keys of a question.
enum CriterionFileKey: String, YAMLKey {
    case key, question, effect, within, source
    static var optional: Set<CriterionFileKey> { [.within] }
}

/// The keys of a requirement.
enum RequirementKey: String, YAMLKey {
    case title, ways
}

/// The keys of a way to meet a requirement.
enum WayKey: String, YAMLKey {
    case criteria, atLeast, when
    static var optional: Set<WayKey> { [.atLeast, .when] }
}

/// The keys of the setting that opens a way.
enum ChoiceKey: String, YAMLKey {
    case parameter, values
}

/// The keys of an instrument.
enum InstrumentKey: String, YAMLKey {
    case id, title, measures, respondents, respondentsByPhase, therapistMayCollect, firstAfter, every, items
    case leastAnswered, source
    static var optional: Set<InstrumentKey> {
        [.measures, .respondentsByPhase, .therapistMayCollect, .firstAfter, .every, .items, .leastAnswered]
    }
}

/// The keys of a training.
enum TrainingKey: String, YAMLKey {
    case kind, title, roles, by, source
}

/// The keys of a deadline that is a number of months.
enum DeadlineKey: String, YAMLKey {
    case months
}

/// The keys of an outcome.
enum OutcomeFileKey: String, YAMLKey {
    case key, title, meaning, base, role, source
    static var optional: Set<OutcomeFileKey> { [.role] }
}

/// The keys of a measure.
enum MeasureFileKey: String, YAMLKey {
    case key, title, meaning, over, counting, unknowns, source
    static var optional: Set<MeasureFileKey> { [.unknowns] }
}

/// The keys of what a measure counts, when it is no single word.
enum CountFileKey: String, YAMLKey {
    case outcome, months, placedAgain, happened, `where`, turned, from, to, provision, children, field
    static var optional: Set<CountFileKey> { Set(allCases) }
}

/// The keys of what provision by social care says beside a fact.
enum ProvisionFileKey: String, YAMLKey {
    case kind, field, during, after, inCare
}

/// The keys of a closure reason.
enum ReasonKey: String, YAMLKey {
    case id, group, title
}

/// The keys of a target.
enum TargetKey: String, YAMLKey {
    case indicator, atLeast, below, from, to
    static var optional: Set<TargetKey> { [.atLeast, .below, .from, .to] }
}
