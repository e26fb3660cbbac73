import CivilDate
import Intervention

extension TeamEvent {
    package init(name: EventName, payload: WrittenPayload) throws(PayloadFault) {
        if name == .corrected {
            self = .corrected(try CorrectionSet(payload: payload))
            return
        }
        var reader = try PayloadReader(payload)
        switch name {
        case .teamOpened:
            let code = try reader.text("code") { TeamCode($0) }
            self = .opened(TeamOpening(code: code, model: try reader.text("model") { ModelID($0) }))
        case .supervisionHeld: self = .supervisionHeld(try TeamEvent.session(&reader))
        case .consultationHeld: self = .consultationHeld(try TeamEvent.session(&reader))
        case .boosterHeld: self = .boosterHeld(try TeamEvent.session(&reader))
        case .trainingCompleted:
            let staff = try reader.text("staff") { StaffCode($0) }
            self = .trainingCompleted(Training(try reader.text("training") { TrainingKind($0) }, of: staff))
        case .rotaSet: self = .rotaSet(try TeamEvent.rota(&reader))
        case .measureReturned: self = .measureReturned(try TeamEvent.measure(&reader))
        case .siteStageReached: self = .siteStageReached(try reader.word("stage", as: SiteStage.self))
        case .licenceGranted: self = .licenceGranted(try TeamEvent.term(&reader))
        case .licenceRenewed: self = .licenceRenewed(try TeamEvent.term(&reader))
        case .briefingGiven:
            let id: BriefingID = try reader.id("briefing")
            let ref = try reader.optionalText("ref") { BriefingRef($0) }
            let audience = try reader.word("audience", as: BriefingAudience.self)
            let attended = try reader.number("attended") { Int(exactly: $0).flatMap(Attendance.init) }
            self = .briefingGiven(Briefing(id: id, ref: ref, for: audience, attended: attended))
        default: throw .unknownKind
        }
        try reader.finish()
    }

    private static func session(_ reader: inout PayloadReader) throws(PayloadFault) -> TeamSession {
        TeamSession(
            id: try reader.id("session"), with: try reader.texts("attendees") { StaffCode($0) },
            discussing: try reader.list("episodes") { $0.id() }
        )
    }

    private static func rota(_ reader: inout PayloadReader) throws(PayloadFault) -> Rota {
        let spells = try reader.list("spells") { value throws(PayloadFault) -> OnCallSpell? in
            var inner = try PayloadReader(value)
            let staff = try inner.text("staff") { StaffCode($0) }
            let from = try inner.day("from")
            guard let spell = OnCallSpell(staff, from: from, through: try inner.day("through")) else {
                throw .wrongForm("through")
            }
            try inner.finish()
            return spell
        }
        guard let rota = Rota(spells) else { throw .missing("spells") }
        return rota
    }

    private static func term(_ reader: inout PayloadReader) throws(PayloadFault) -> LicenceTerm {
        let from = try reader.day("from")
        guard let term = LicenceTerm(from: from, through: try reader.day("through")) else {
            throw .wrongForm("through")
        }
        return term
    }

    private static func measure(_ reader: inout PayloadReader) throws(PayloadFault) -> MeasureReturn {
        let id: MeasureReturnID = try reader.id("measure")
        let instrument = try reader.text("instrument") { InstrumentID($0) }
        let slotFrom = try reader.day("slotFrom")
        let about = try reader.optionalText("about") { StaffCode($0) }
        let score = try reader.optionalNumber("scoreBillionths", AdherenceScore.init(billionths:))
        let sections = try reader.list("sections") { value throws(PayloadFault) -> SectionScore? in
            var inner = try PayloadReader(value)
            let section = try inner.text("section") { SectionKey($0) }
            let score = try inner.number("scoreBillionths", AdherenceScore.init(billionths:))
            try inner.finish()
            return SectionScore(section, score)
        }
        return MeasureReturn(
            id: id, of: instrument, slotFrom: slotFrom, about: about, score: score, sections: sections
        )
    }
}
