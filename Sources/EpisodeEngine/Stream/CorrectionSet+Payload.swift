import CivilDate
import Intervention

extension CorrectionSet {
    func payload() -> PayloadValue {
        var object = PayloadObject()
        object.set("cause", text: cause.rawValue)
        object.set(narrative)
        if !replacements.isEmpty { object.set("replacements", .array(replacements.map(CorrectionSet.payload))) }
        if !withdrawals.isEmpty { object.set("withdrawals", .array(withdrawals.map { .integer($0.number) })) }
        return .object(object)
    }

    init(payload: WrittenPayload) throws(PayloadFault) {
        var reader = try PayloadReader(payload)
        cause = try reader.word("cause", as: CorrectionCause.self)
        narrative = try reader.narrative()
        replacements = try reader.list("replacements") { value throws(PayloadFault) in
            try CorrectionSet.replacement(value)
        }
        withdrawals = try reader.list("withdrawals") { value in
            value.number.flatMap { $0 > 0 ? StreamSeq($0) : nil }
        }
        try reader.finish()
    }

    private static func payload(_ recorded: Recorded<Event>) -> PayloadValue {
        var object = PayloadObject()
        object.set("seq", .integer(recorded.seq.number))
        object.set("on", text: recorded.occurredOn.description)
        object.set("kind", text: recorded.event.name.rawValue)
        object.set("event", recorded.event.payload())
        return .object(object)
    }

    private static func replacement(_ value: WrittenPayload) throws(PayloadFault) -> Recorded<Event> {
        var reader = try PayloadReader(value)
        let seq = try reader.number("seq") { $0 > 0 ? StreamSeq($0) : nil }
        let day = try reader.day("on")
        let kind = try reader.word("kind", as: EventName.self)
        let event = try Event(name: kind, payload: try reader.require("event"))
        guard event.correction == nil else { throw .wrongForm("kind") }
        try reader.finish()
        return Recorded(seq: seq, occurredOn: day, event: event)
    }
}

extension PayloadObject {
    /// Puts the reference to a sealed text; nothing for nil.
    mutating func set(_ narrative: NarrativeReference?) {
        set("narrative", text: narrative?.id.description)
        set("commitment", text: narrative.map { Hexadecimal.text($0.commitment) })
    }
}

extension PayloadReader {
    /// The reference to a sealed text; nil when there is none.
    mutating func narrative() throws(PayloadFault) -> NarrativeReference? {
        let id: NarrativeID? = try optionalID("narrative")
        let commitment = try optionalText("commitment", Hexadecimal.bytes)
        switch (id, commitment) {
        case (nil, nil): return nil
        case (let id?, let commitment?):
            guard let reference = NarrativeReference(id: id, commitment: commitment) else {
                throw .wrongForm("commitment")
            }
            return reference
        default: throw .missing("commitment")
        }
    }
}

/// Bytes as hexadecimal digits in lower case.
enum Hexadecimal {
    static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            default: nil
            }
        }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
