import CivilDate

/// The beginning of a module, as it is asked for.
public struct ModuleStart: Hashable, Sendable {
    /// The id of this delivery.
    public var run: ModuleRunID
    /// The module.
    public var module: ModuleKey
    /// Whom it is delivered to.
    public var about: FactSubject
    /// Why it begins although a soft gate is not met; nil when all are.
    public var override: GateOverride?

    /// A module that begins.
    public init(
        run: ModuleRunID, module: ModuleKey, about: FactSubject = .family, override: GateOverride? = nil
    ) {
        self.run = run
        self.module = module
        self.about = about
        self.override = override
    }
}

/// Why a module begins although a soft gate is not met. The supervisor countersigns, at once or afterwards.
public struct GateOverride: Hashable, Sendable {
    /// The reason in one word.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        case crisis
        case clinicalJudgement = "clinical-judgement"
        case doneElsewhere = "done-elsewhere"
        case familyWish = "family-wish"
        case other
    }

    /// The reason in one word.
    public var reason: Reason
    /// The reason in a sealed text; nil when the word is all there is to say.
    public var narrative: NarrativeReference?

    /// A reason.
    public init(_ reason: Reason, narrative: NarrativeReference? = nil) {
        self.reason = reason
        self.narrative = narrative
    }
}

/// The end of a module.
public struct ModuleFinish: Hashable, Sendable {
    /// How it ended.
    public enum Ending: String, CaseIterable, Hashable, Sendable {
        /// What it is for was reached.
        case completed
        /// It was given up.
        case stopped
    }

    /// The delivery that ends.
    public var run: ModuleRunID
    /// How it ended.
    public var ending: Ending

    /// A module that ends.
    public init(of run: ModuleRunID, _ ending: Ending) {
        self.run = run
        self.ending = ending
    }
}

/// A supervisor's signature under a module that began although a soft gate was not met.
public struct Countersignature: Hashable, Sendable {
    /// The delivery.
    public var run: ModuleRunID
    /// The supervisor.
    public var by: StaffCode

    /// A signature.
    public init(of run: ModuleRunID, by supervisor: StaffCode) {
        self.run = run
        by = supervisor
    }
}

/// A module as it was or is delivered to somebody: half-open, `until` is the day it ended.
public struct ModuleRun: Hashable, Sendable {
    /// The id.
    public var id: ModuleRunID
    /// The module.
    public var module: ModuleKey
    /// Whom it is delivered to.
    public var about: FactSubject
    /// The day it began.
    public var from: CivilDate
    /// The day it ended; nil while it lasts.
    public var until: CivilDate?
    /// How it ended; nil while it lasts.
    public var ending: ModuleFinish.Ending?
    /// The soft gates that were not met when it began.
    public var unmet: [GateKey]
    /// Why it began all the same; nil when all gates were met.
    public var override: GateOverride?
    /// The supervisor's signature, and its day; nil while it is owed or when none is.
    public var countersigned: (by: StaffCode, on: CivilDate)? {
        get { signature.map { ($0.by, $0.on) } }
        set { signature = newValue.map { Signature(by: $0.by, on: $0.on) } }
    }

    private struct Signature: Hashable, Sendable {
        var by: StaffCode
        var on: CivilDate
    }
    private var signature: Signature?

    /// A module that began on a day.
    public init(_ start: ModuleStart, from day: CivilDate, unmet: [GateKey]) {
        id = start.run
        module = start.module
        about = start.about
        from = day
        self.unmet = unmet
        override = start.override
    }

    /// Whether it is being delivered on a day.
    public func lasts(on day: CivilDate) -> Bool { from <= day && until.map { day < $0 } ?? true }

    /// Whether a supervisor's signature is owed.
    public var needsSignature: Bool { !unmet.isEmpty && signature == nil }
}
