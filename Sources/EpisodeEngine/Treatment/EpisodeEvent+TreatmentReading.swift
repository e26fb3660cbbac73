import CivilDate
import Intervention

extension EpisodeEvent {
    static func ofTreatment(_ name: EventName, _ reader: inout PayloadReader) throws(PayloadFault) -> EpisodeEvent {
        switch name {
        case .participantJoined:
            let id: ParticipantID = try reader.id("participant")
            let role = try reader.word("role", as: SubjectRole.self)
            let child: ChildID? = try reader.optionalID("child")
            return .participantJoined(Participant(id: id, role: role, child: child))
        case .participantLeft: return .participantLeft(try reader.id("participant"))
        case .factRecorded: return try fact(&reader)
        case .factWithdrawn: return .factWithdrawn(try reader.id("fact"))
        case .moduleStarted: return try moduleStart(&reader)
        case .moduleFinished:
            let run: ModuleRunID = try reader.id("run")
            let finish = ModuleFinish(of: run, try reader.word("ending", as: ModuleFinish.Ending.self))
            return .moduleFinished(finish, hasAim: try reader.truth("hasAim"))
        case .moduleCountersigned:
            let run: ModuleRunID = try reader.id("run")
            return .moduleCountersigned(Countersignature(of: run, by: try reader.text("by") { StaffCode($0) }))
        case .episodeMoved:
            let model = try reader.number("modelVersion") { Int32(exactly: $0).map(ModelVersion.init) }
            let settings = try reader.number("settingsVersion") { Int32(exactly: $0).map(SettingsVersion.init) }
            let reason = try reader.word("because", as: ModelMove.Reason.self)
            return .moved(ModelMove(to: model, settings: settings, because: reason, narrative: try reader.narrative()))
        default: throw .unknownKind
        }
    }

    private static func fact(_ reader: inout PayloadReader) throws(PayloadFault) -> EpisodeEvent {
        let id: FactID = try reader.id("fact")
        let kind = try reader.text("factKind") { FactKind($0) }
        let about = try reader.subject()
        let extent = try reader.word("extent", as: FactDefinition.Extent.self)
        let fields: [FieldKey: FactValue] = try reader.byKey("fields") { value throws(PayloadFault) in
            try FactValue(payload: value)
        }
        let steps = try reader.list("steps") { value throws(PayloadFault) in try TrackerStep(payload: value) }
        let fact = RecordedFact(id: id, kind: kind, about: about, fields: fields)
        return .factRecorded(fact, extent, steps: steps)
    }

    private static func moduleStart(_ reader: inout PayloadReader) throws(PayloadFault) -> EpisodeEvent {
        let run: ModuleRunID = try reader.id("run")
        let module = try reader.text("module") { ModuleKey($0) }
        let about = try reader.subject()
        let reason = try reader.optionalWord("because", as: GateOverride.Reason.self)
        let narrative = try reader.narrative()
        guard reason != nil || narrative == nil else { throw .missing("because") }
        let override = reason.map { GateOverride($0, narrative: narrative) }
        return .moduleStarted(
            ModuleStart(run: run, module: module, about: about, override: override),
            on: try reader.texts("gates") { GateKey($0) }, unmet: try reader.texts("unmet") { GateKey($0) }
        )
    }
}

extension PayloadReader {
    /// Whom a fact or a module is about.
    fileprivate mutating func subject() throws(PayloadFault) -> FactSubject {
        let id: ParticipantID? = try optionalID("participant")
        let word = try optionalWord("about", as: SubjectRole.self)
        switch (id, word) {
        case (let id?, nil): return .participant(id)
        case (nil, .family): return .family
        case (nil, .index): return .index
        case (nil, nil): throw .missing("about")
        default: throw .wrongForm("about")
        }
    }
}

extension TrackerStep {
    fileprivate init(payload: WrittenPayload) throws(PayloadFault) {
        var reader = try PayloadReader(payload)
        self.init(
            tracker: try reader.text("tracker") { TrackerKey($0) },
            from: try reader.texts("leadsFrom") { TrackerStateKey($0) },
            isFromStart: try reader.truth("isFromStart"), to: try reader.text("leadsTo") { TrackerStateKey($0) }
        )
        try reader.finish()
    }
}

extension FactValue {
    /// Exactly one of the names that say what a value is.
    fileprivate init(payload: WrittenPayload) throws(PayloadFault) {
        var reader = try PayloadReader(payload)
        if let word = try reader.optionalText("choice", { ChoiceCode($0) }) {
            self = .choice(word)
        } else if let answer = try reader.optionalWord("answer", as: Answer.self) {
            self = .answer(answer)
        } else if let number = try reader.optionalNumber("whole", { Int(exactly: $0) }) {
            self = .whole(number)
        } else if let day = try reader.optionalDay("day") {
            self = .day(day)
        } else if let code = try reader.optionalText("staff", { StaffCode($0) }) {
            self = .staff(code)
        } else if let id: FactID = try reader.optionalID("fact") {
            self = .link(id)
        } else if let reference = try reader.narrative() {
            self = .narrative(reference)
        } else {
            throw .wrongForm("fields")
        }
        try reader.finish()
    }
}
