import CivilDate
import EpisodeEngine
import Intervention

extension RandomHistory {
    /// Somebody joins or leaves.
    func participation(
        _ trial: Trial<EpisodeStream>, using random: inout SplitMix64
    ) -> EpisodeCommand {
        let present = trial.history.facts?.participants.filter { $0.until == nil } ?? []
        if present.count > 3 || Int.random(in: 0..<4, using: &random) == 0,
            let leaving = present.randomElement(using: &random)
        {
            return .leave(leaving.participant.id)
        }
        let role = SubjectRole.allCases.filter(\.isAdded).randomElement(using: &random) ?? .carer
        let isKnownChild = role == .sibling && Bool.random(using: &random)
        return .join(
            Participant(
                id: id(using: &random), role: role, child: isKnownChild ? id(using: &random) : nil
            )
        )
    }

    /// A fact that the model records, or the end of one that holds; nil when the model records none.
    func fact(
        _ trial: Trial<EpisodeStream>, on day: CivilDate, using random: inout SplitMix64
    ) -> EpisodeCommand? {
        guard let facts = trial.history.facts else { return nil }
        if Int.random(in: 0..<8, using: &random) == 0,
            let lasting = facts.facts.filter({ $0.extent == .interval && $0.until == nil }).randomElement(
                using: &random)
        {
            return .withdrawFact(lasting.fact.id)
        }
        guard let definition = definitions.randomElement(using: &random),
            let about = facts.subjects(of: definition.about, on: day).randomElement(using: &random)
        else { return nil }
        var fields: [FieldKey: FactValue] = [:]
        for field in definition.fields where field.isRequired || Bool.random(using: &random) {
            fields[field.key] = value(of: field.content, in: facts, on: day, using: &random)
        }
        return .recordFact(
            RecordedFact(id: id(using: &random), kind: definition.kind, about: about, fields: fields)
        )
    }

    private func value(
        of content: FactField.Content, in facts: EpisodeFacts, on day: CivilDate, using random: inout SplitMix64
    ) -> FactValue? {
        switch content {
        case .choice(let words): words.randomElement(using: &random).map(FactValue.choice)
        case .answer: Answer.allCases.randomElement(using: &random).map(FactValue.answer)
        case .whole(let range): .whole(.random(in: range, using: &random))
        case .day: .day(day.adding(days: Int.random(in: -30...30, using: &random)))
        case .staff: StaffCode("T\(Int.random(in: 1...9, using: &random))").map(FactValue.staff)
        case .link(let kinds):
            facts.facts.filter { kinds.contains($0.fact.kind) }.randomElement(using: &random).map { .link($0.fact.id) }
        case .narrative:
            NarrativeReference(
                id: id(using: &random), commitment: (0..<32).map { _ in .random(in: .min ... .max, using: &random) }
            ).map(FactValue.narrative)
        }
    }

    /// A module begins, ends or is signed; nil when the model has none.
    func module(
        _ trial: Trial<EpisodeStream>, on day: CivilDate, using random: inout SplitMix64
    ) -> EpisodeCommand? {
        guard let facts = trial.history.facts else { return nil }
        if Bool.random(using: &random) {
            if let owed = facts.moduleRuns.first(where: \.needsSignature), Bool.random(using: &random) {
                return StaffCode("S1").map { .countersign(Countersignature(of: owed.id, by: $0)) }
            }
            if let running = facts.moduleRuns.filter({ $0.until == nil }).randomElement(using: &random) {
                return .finishModule(ModuleFinish(of: running.id, Bool.random(using: &random) ? .completed : .stopped))
            }
        }
        guard let module = parts.randomElement(using: &random),
            let about = facts.subjects(of: module.about, on: day).randomElement(using: &random)
        else { return nil }
        let reason = GateOverride.Reason.allCases.randomElement(using: &random)
        let override = Bool.random(using: &random) ? reason.map { GateOverride($0) } : nil
        return .startModule(
            ModuleStart(run: id(using: &random), module: module.key, about: about, override: override)
        )
    }

    func id<Subject>(using random: inout SplitMix64) -> RecordID<Subject> {
        RecordID(high: random.next(), low: random.next())
    }
}

extension ModelSettings {
    /// What a site might set: some values moved inside their bounds, the same for the same generator. Pairs of a least and
    /// a most keep the model's own order, because their parameters are left alone.
    package static func random(
        of model: any InterventionModel, using random: inout SplitMix64
    ) throws(SettingsFault) -> ModelSettings {
        var own: [ParameterKey: ParameterValue] = [:]
        for parameter in model.parameters where Int.random(in: 0..<3, using: &random) == 0 {
            if parameter.key.text.hasSuffix("least") || parameter.key.text.hasSuffix("most") { continue }
            own[parameter.key] =
                switch parameter.bounds {
                case .whole(let range): .whole(.random(in: range, using: &random))
                case .billionths(let range): .billionths(.random(in: range, using: &random))
                case .choices(let words): words.randomElement(using: &random).map(ParameterValue.choice)
                }
        }
        return try ModelSettings(of: model, version: SettingsVersion(1), setting: own)
    }
}
