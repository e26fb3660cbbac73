import CivilDate
import EpisodeEngine
import Intervention

/// A model tried out by whoever writes it: one episode told day by day under the engine's own rules, without a database.
///
///     var trial = try ModelTrial(OurModel())
///     try trial.refer(on: "2026-03-02")
///     try trial.record(.screen(Screening(.accepted)), on: "2026-03-05")
///     try trial.record(.startTreatment, on: "2026-03-09")
///     trial.obligations(on: "2026-04-01")
///
/// It knows no clock: whatever is recorded has happened by then, and every question names its day. The same commands give
/// the same answers each time.
public struct ModelTrial: Sendable {
    /// The child whom the episode is about.
    public static let child = ChildID(high: 0, low: 1)

    /// The team that the family is referred to.
    public static let team = TeamID(high: 0, low: 1)

    /// The values that the model runs on: its own standard, and what the trial set.
    public let settings: ModelSettings

    private let rules: Rulebook
    private var history = History<EpisodeStream>()
    private var idsGiven: UInt64 = 0

    /// A trial of a model that meets its laws.
    /// - Parameters:
    ///   - model: the model.
    ///   - values: what a site might set; the model's standard holds for the rest.
    /// - Throws: ``LawBroken`` with every law that the model breaks; ``SettingsFault`` for a value that it does not allow.
    public init(_ model: any InterventionModel, setting values: [ParameterKey: ParameterValue] = [:]) throws {
        _ = try ModelRegistry([model])
        settings = try ModelSettings(of: model, version: SettingsVersion(1), setting: values)
        rules = try Rulebook(model: model, settings: settings)
    }

    /// The model.
    public var model: any InterventionModel { rules.model }

    /// What is on record; nil before the referral.
    public var facts: EpisodeFacts? { history.facts }

    /// An id that nothing else in the trial has: of a contact, a participant, a fact.
    public mutating func id<Subject>() -> RecordID<Subject> {
        idsGiven += 1
        return RecordID(high: 0, low: idsGiven)
    }

    /// Refers an invented child: what every episode begins with.
    /// - Parameter profile: what is known of the child.
    /// - Returns: the model's advice.
    /// - Throws: why it is refused.
    @discardableResult
    public mutating func refer(_ profile: Profile = Profile(), on day: CivilDate) throws(Refusal) -> [Advisory] {
        let referral = Referral(child: Self.child, ref: nil, model: model.id, team: Self.team, profile: profile)
        return try record(.refer(referral), on: day)
    }

    /// Records what happened on a day. A day before what is on record already is a late entry: the engine puts it on its
    /// place of the timeline, or says which later events would no longer fit.
    /// - Returns: the model's advice.
    /// - Throws: why it is refused; then nothing has changed.
    @discardableResult
    public mutating func record(_ command: EpisodeCommand, on day: CivilDate) throws(Refusal) -> [Advisory] {
        let today = max(day, history.standing.last?.occurredOn ?? day)
        let decision = try Engine.decide(command, on: day, after: history, under: rules, today: today)
        history.apply(Recorded(seq: history.head.next, occurredOn: day, event: decision.event))
        return decision.advisories
    }

    /// What the model says of a referral.
    public func screen(_ profile: Profile, _ answers: ReferralAnswers, on day: CivilDate) -> Eligibility {
        model.screen(profile, answers, with: settings, on: day)
    }

    /// What is owed by a day: what was or is due through it, and what comes next; nothing before the referral.
    public func obligations(on day: CivilDate) -> [Obligation] {
        facts.map { model.obligations(of: $0, with: settings, through: day) } ?? []
    }

    /// What somebody should look at on a day; nothing before the referral.
    public func alerts(on day: CivilDate) -> [Alert] {
        facts.map { model.alerts(for: $0, with: settings, on: day) } ?? []
    }

    /// The state of a tracker on a day; nil before the referral, and when the model has no such tracker.
    public func state(
        of tracker: TrackerKey, about subject: FactSubject = .family, on day: CivilDate
    ) -> TrackerStateKey? {
        guard let facts, let tracker = model.trackers.first(where: { $0.key == tracker }) else { return nil }
        return facts.state(of: tracker, about: subject, on: day)
    }
}
