import CivilDate

/// All that is known of a team. Its timeline may begin before the day on which it opened: the readiness review and the
/// licence come first.
public struct TeamFacts: Hashable, Sendable {
    /// The opening; nil only on a part of the timeline before it.
    public package(set) var opening: TeamOpening?
    /// The day the team started.
    public package(set) var openedOn: CivilDate?
    /// The supervisions that were held, by day, then by id.
    public package(set) var supervisions: [Dated<TeamSession>] = []
    /// The consultations with the expert, by day, then by id.
    public package(set) var consultations: [Dated<TeamSession>] = []
    /// The boosters, by day, then by id.
    public package(set) var boosters: [Dated<TeamSession>] = []
    /// The training that was completed, by day, then by person and kind.
    public package(set) var trainings: [Dated<Training>] = []
    /// The rotas that were set, in order.
    public package(set) var rotas: [Dated<Rota>] = []
    /// What was returned of measures of staff, by day, then by id.
    public package(set) var returns: [Dated<MeasureReturn>] = []
    /// The stages that were reached, in order.
    public package(set) var stages: [Dated<SiteStage>] = []
    /// The licence's terms as they were granted and renewed, in order.
    public package(set) var licences: [Dated<LicenceTerm>] = []
    /// The briefings that were given, by day, then by id.
    public package(set) var briefings: [Dated<Briefing>] = []

    /// The facts of a team of which nothing is known.
    package init() {}

    /// The facts of a team that has just started.
    package init(opening: TeamOpening, on day: CivilDate) {
        self.opening = opening
        openedOn = day
    }

    /// Who is on call, as the rotas make it together, by first day.
    public var onCall: [OnCallSpell] { Rota.spells(of: rotas.map(\.value)) }

    /// Who is on call as the rotas that were set by a day make it together; what was set later is not looked at.
    func onCall(setBy day: CivilDate) -> [OnCallSpell] {
        Rota.spells(of: rotas.filter { $0.on <= day }.map(\.value))
    }

    /// Those on call on a day, by code.
    public func onCall(on day: CivilDate) -> [StaffCode] {
        Set(onCall.filter { $0.covers(day) }.map(\.staff)).sorted()
    }

    /// The stage on a day; nil when none is on record by then.
    public func stage(on day: CivilDate) -> SiteStage? {
        stages.last { $0.on <= day }?.value
    }

    /// The first day on which a person completed a training of a kind, at most on a day; nil when there is none.
    public func completed(_ kind: TrainingKind, by staff: StaffCode, on day: CivilDate) -> CivilDate? {
        trainings.first { $0.value.kind == kind && $0.value.staff == staff && $0.on <= day }?.on
    }
}

/// Something, and the day it happened on.
public struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The day.
    public var on: CivilDate
    /// What happened.
    public var value: Value

    /// Something of a day.
    public init(_ value: Value, on day: CivilDate) {
        self.value = value
        on = day
    }
}

extension TeamFacts {
    /// Takes out what raters returned: it is told as figures over enough raters, never one by one.
    package mutating func withholdReturns() { returns = [] }
}
