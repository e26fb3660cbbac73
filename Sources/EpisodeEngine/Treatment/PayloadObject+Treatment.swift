import CivilDate
import Intervention

extension PayloadObject {
    init(_ participant: Participant) {
        self.init(participant: participant.id)
        set("role", text: participant.role.rawValue)
        set("child", text: participant.child?.description)
    }

    init(participant id: ParticipantID) {
        self.init()
        set("participant", text: id.description)
    }

    init(fact id: FactID) {
        self.init()
        set("fact", text: id.description)
    }

    init(_ fact: RecordedFact, _ extent: FactDefinition.Extent, _ steps: [TrackerStep]) {
        self.init(fact: fact.id)
        set("factKind", text: fact.kind.text)
        set(fact.about)
        set("extent", text: extent.rawValue)
        set("fields", PayloadObject.byKey(fact.fields, PayloadObject.payload))
        if !steps.isEmpty { set("steps", .array(steps.map { .object(PayloadObject($0)) })) }
    }

    init(_ start: ModuleStart, on held: [GateKey], unmet: [GateKey]) {
        self.init()
        set("run", text: start.run.description)
        set("module", text: start.module.text)
        set(start.about)
        set("gates", words: held.map(\.text))
        set("unmet", words: unmet.map(\.text))
        set("because", text: start.override?.reason.rawValue)
        set(start.override?.narrative)
    }

    init(_ finish: ModuleFinish, hasAim: Bool) {
        self.init()
        set("run", text: finish.run.description)
        set("ending", text: finish.ending.rawValue)
        set("hasAim", .boolean(hasAim))
    }

    init(_ signature: Countersignature) {
        self.init()
        set("run", text: signature.run.description)
        set("by", text: signature.by.text)
    }

    init(_ move: ModelMove) {
        self.init()
        set("modelVersion", .integer(Int64(move.model.number)))
        set("settingsVersion", .integer(Int64(move.settings.number)))
        set("because", text: move.reason.rawValue)
        set(move.narrative)
    }

    private init(_ step: TrackerStep) {
        self.init()
        set("tracker", text: step.tracker.text)
        set("leadsFrom", words: step.from.map(\.text))
        set("isFromStart", .boolean(step.isFromStart))
        set("leadsTo", text: step.to.text)
    }

    /// One of two words, or the id of a participant.
    private mutating func set(_ subject: FactSubject) {
        switch subject {
        case .family: set("about", text: SubjectRole.family.rawValue)
        case .index: set("about", text: SubjectRole.index.rawValue)
        case .participant(let id): set("participant", text: id.description)
        }
    }

    private mutating func set(_ name: String, words: [String]) {
        if !words.isEmpty { set(name, .array(words.map(PayloadValue.string))) }
    }

    /// The value under a name that says what it is, so that it is read without the model.
    private static func payload(_ value: FactValue) -> PayloadValue {
        var object = PayloadObject()
        switch value {
        case .choice(let word): object.set("choice", text: word.text)
        case .answer(let answer): object.set("answer", text: answer.rawValue)
        case .whole(let number): object.set("whole", .integer(Int64(number)))
        case .day(let day): object.set("day", text: day.description)
        case .staff(let code): object.set("staff", text: code.text)
        case .link(let id): object.set("fact", text: id.description)
        case .narrative(let reference): object.set(reference)
        }
        return .object(object)
    }
}
