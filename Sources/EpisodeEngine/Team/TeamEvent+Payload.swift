import CivilDate
import Intervention

extension TeamEvent {
    package func payload() -> PayloadValue {
        var object = PayloadObject()
        switch self {
        case .corrected(let set): return set.payload()
        case .opened(let opening):
            object.set("code", text: opening.code.text)
            object.set("model", text: opening.model.text)
        case .supervisionHeld(let session), .consultationHeld(let session), .boosterHeld(let session):
            object.set("session", text: session.id.description)
            object.set("attendees", texts: session.staff.map(\.text))
            object.set("episodes", texts: session.episodes.map(\.description))
        case .trainingCompleted(let training):
            object.set("staff", text: training.staff.text)
            object.set("training", text: training.kind.text)
        case .rotaSet(let rota): object.set("spells", .array(rota.spells.map(TeamEvent.payload)))
        case .measureReturned(let measure): TeamEvent.put(measure, into: &object)
        case .siteStageReached(let stage): object.set("stage", text: stage.rawValue)
        case .licenceGranted(let term), .licenceRenewed(let term):
            object.set("from", text: term.from.description)
            object.set("through", text: term.through.description)
        case .briefingGiven(let briefing):
            object.set("briefing", text: briefing.id.description)
            object.set("ref", text: briefing.ref?.text)
            object.set("audience", text: briefing.audience.rawValue)
            object.set("attended", .integer(Int64(briefing.attended.number)))
        }
        return .object(object)
    }

    private static func payload(_ spell: OnCallSpell) -> PayloadValue {
        var object = PayloadObject()
        object.set("staff", text: spell.staff.text)
        object.set("from", text: spell.from.description)
        object.set("through", text: spell.through.description)
        return .object(object)
    }

    private static func put(_ measure: MeasureReturn, into object: inout PayloadObject) {
        object.set("measure", text: measure.id.description)
        object.set("instrument", text: measure.instrument.text)
        object.set("slotFrom", text: measure.slotFrom.description)
        object.set("about", text: measure.about?.text)
        object.set("scoreBillionths", measure.score.map { .integer($0.billionths) })
        guard !measure.sections.isEmpty else { return }
        let sections = measure.sections.map { section in
            var object = PayloadObject()
            object.set("section", text: section.section.text)
            object.set("scoreBillionths", .integer(section.score.billionths))
            return PayloadValue.object(object)
        }
        object.set("sections", .array(sections))
    }
}

extension PayloadObject {
    /// Puts a field that is a list of texts; an empty list is left out.
    fileprivate mutating func set(_ name: String, texts: [String]) {
        guard !texts.isEmpty else { return }
        set(name, .array(texts.map(PayloadValue.string)))
    }
}
