import YAMLFile

/// The keys of a kind of fact.
enum FactFileKey: String, YAMLKey {
    case kind, title, about, extent, fields, visibility, source
    static var optional: Set<FactFileKey> { [.about, .extent, .fields, .visibility] }
}

/// The keys of a field of a fact.
enum FieldFileKey: String, YAMLKey {
    case key, title, takes, words, least, most, kinds, required
    static var optional: Set<FieldFileKey> { [.words, .least, .most, .kinds, .required] }
}

/// The keys of a tracker.
enum TrackerFileKey: String, YAMLKey {
    case key, title, about, start, states, moves, source
    static var optional: Set<TrackerFileKey> { [.about] }
}

/// The keys of a tracker's state.
enum StateFileKey: String, YAMLKey {
    case key, title, urgency
    static var optional: Set<StateFileKey> { [.urgency] }
}

/// The keys of a tracker's move.
enum MoveFileKey: String, YAMLKey {
    case from, to, fact, `where`, guards
    static var optional: Set<MoveFileKey> { [.where, .guards] }
}

/// The keys of a guard: `link`, `where`, `sinceEntering` and `alike`, or `when` and `saying`.
enum GuardFileKey: String, YAMLKey {
    case link, `where`, sinceEntering, alike, when, saying
    static var optional: Set<GuardFileKey> { Set(allCases) }
}

/// The keys of a module.
enum ModuleFileKey: String, YAMLKey {
    case key, title, about, need, beginWithin, gates, doneWhen, source
    static var optional: Set<ModuleFileKey> { [.about, .beginWithin, .gates, .doneWhen] }
}

/// The keys of a need that depends on a condition.
enum NeedFileKey: String, YAMLKey {
    case when
}

/// The keys of a gate.
enum GateFileKey: String, YAMLKey {
    case key, title, strength, when, source
}

/// The keys of a duty.
enum DutyFileKey: String, YAMLKey {
    case obligation, title, fact, `where`, about, from, due, every, window, when, late, source
    static var optional: Set<DutyFileKey> { [.where, .about, .every, .window, .when, .late] }
}

/// The keys of what a duty is counted from, when it is no single word.
enum AnchorFileKey: String, YAMLKey {
    case phase, first, each, `where`
    static var optional: Set<AnchorFileKey> { Set(allCases) }
}

/// The keys of a condition: one of them, and `in` beside `tracker`.
enum ConditionFileKey: String, YAMLKey {
    case all, any, not, recorded, everyone, tracker, `in`, running, completed, phase
    static var optional: Set<ConditionFileKey> { Set(allCases) }
}

/// The keys of a test of facts.
enum FactTestFileKey: String, YAMLKey {
    case fact, `where`, whose, within, sinceLast, current
    static var optional: Set<FactTestFileKey> { [.where, .whose, .within, .sinceLast, .current] }
}

/// The keys of a test that everybody of some roles must meet.
enum EveryoneFileKey: String, YAMLKey {
    case roles, fact, `where`, within, sinceLast, current
    static var optional: Set<EveryoneFileKey> { [.where, .within, .sinceLast, .current] }
}
