import CivilDate
import Intervention

/// Takes the fields of a payload one by one and refuses what is left over: a field that nobody reads would be a field
/// that anybody could add.
struct PayloadReader {
    private let payload: WrittenPayload
    /// The fields that were taken: a bit each, in the order in which they were written.
    private var taken: UInt64 = 0

    /// A reader of an object's fields.
    init(_ payload: WrittenPayload) throws(PayloadFault) {
        guard payload.isObject else { throw .wrongForm("payload") }
        // No event has nearly as many: one that does has a field that nobody reads.
        for (position, place) in payload.inner.enumerated() where position >= UInt64.bitWidth {
            throw .unknownField(payload.name(of: place))
        }
        self.payload = payload
    }

    /// The place of a field, which counts as read from then on; nil when it is not there.
    private mutating func find(_ name: StaticString) -> Int? {
        let (payload, taken) = (payload, taken)
        let found = name.withUTF8Buffer { name -> (place: Int, bit: UInt64)? in
            var bit: UInt64 = 1
            for place in payload.inner {
                if taken & bit == 0, payload.isNamed(name, at: place) { return (place, bit) }
                bit <<= 1
            }
            return nil
        }
        guard let found else { return nil }
        self.taken |= found.bit
        return found.place
    }

    /// The field's value, or nil when it is not there.
    mutating func take(_ name: StaticString) -> WrittenPayload? { find(name).map { payload.at($0) } }

    /// The field's value.
    mutating func require(_ name: StaticString) throws(PayloadFault) -> WrittenPayload {
        guard let value = take(name) else { throw .missing(name.description) }
        return value
    }

    /// Says that all fields are read.
    func finish() throws(PayloadFault) {
        var bit: UInt64 = 1
        for place in payload.inner {
            guard taken & bit != 0 else { throw .unknownField(payload.name(of: place)) }
            bit <<= 1
        }
    }

    /// A field that is of some form.
    private mutating func required<Value>(
        _ name: StaticString, _ form: (WrittenPayload) -> Value?
    ) throws(PayloadFault) -> Value {
        guard let value = try optional(name, form) else { throw .missing(name.description) }
        return value
    }

    /// A field that is of some form, or nil when it is not there.
    private mutating func optional<Value>(
        _ name: StaticString, _ form: (WrittenPayload) -> Value?
    ) throws(PayloadFault) -> Value? {
        guard let value = take(name) else { return nil }
        guard let formed = form(value) else { throw .wrongForm(name.description) }
        return formed
    }

    /// A field that is text of some form.
    mutating func text<Value>(_ name: StaticString, _ form: (String) -> Value?) throws(PayloadFault) -> Value {
        try required(name) { $0.text.flatMap(form) }
    }

    /// A field that is text of some form, or nil when it is not there.
    mutating func optionalText<Value>(_ name: StaticString, _ form: (String) -> Value?) throws(PayloadFault) -> Value? {
        try optional(name) { $0.text.flatMap(form) }
    }

    /// A field that is one word of a closed list.
    mutating func word<Word: RawRepresentable>(_ name: StaticString, as type: Word.Type) throws(PayloadFault) -> Word
    where Word.RawValue == String {
        try text(name) { Word(rawValue: $0) }
    }

    /// A field that is one word of a closed list, or nil when it is not there.
    mutating func optionalWord<Word: RawRepresentable>(
        _ name: StaticString, as type: Word.Type
    ) throws(PayloadFault) -> Word? where Word.RawValue == String {
        try optionalText(name) { Word(rawValue: $0) }
    }

    /// A field that is a whole number of some range.
    mutating func number<Value>(_ name: StaticString, _ form: (Int64) -> Value?) throws(PayloadFault) -> Value {
        try required(name) { $0.number.flatMap(form) }
    }

    /// A field that is a whole number of some range, or nil when it is not there.
    mutating func optionalNumber<Value>(
        _ name: StaticString, _ form: (Int64) -> Value?
    ) throws(PayloadFault) -> Value? {
        try optional(name) { $0.number.flatMap(form) }
    }

    /// A field that is a truth value.
    mutating func truth(_ name: StaticString) throws(PayloadFault) -> Bool { try required(name) { $0.truth } }

    /// A field that is a list of values of some form; empty when it is not there.
    mutating func list<Value>(
        _ name: StaticString, _ form: (WrittenPayload) throws(PayloadFault) -> Value?
    ) throws(PayloadFault) -> [Value] {
        try optionalList(name, form) ?? []
    }

    /// A field that is a list of values of some form, or nil when it is not there.
    mutating func optionalList<Value>(
        _ name: StaticString, _ form: (WrittenPayload) throws(PayloadFault) -> Value?
    ) throws(PayloadFault) -> [Value]? {
        guard let list = take(name) else { return nil }
        guard let parts = list.parts else { throw .wrongForm(name.description) }
        var values: [Value] = []
        values.reserveCapacity(parts.count)
        for part in parts {
            guard let value = try form(part) else { throw .wrongForm(name.description) }
            values.append(value)
        }
        return values
    }

    /// A field that is a list of texts of some form; empty when it is not there.
    mutating func texts<Value>(_ name: StaticString, _ form: (String) -> Value?) throws(PayloadFault) -> [Value] {
        try list(name) { $0.text.flatMap(form) }
    }

    /// Values by the keys of a vocabulary; empty when the field is not there.
    mutating func byKey<Subject, Value>(
        _ name: StaticString, _ form: (WrittenPayload) throws(PayloadFault) -> Value?
    ) throws(PayloadFault) -> [Term<Subject>: Value] {
        guard let object = take(name) else { return [:] }
        guard let fields = object.fields else { throw .wrongForm(name.description) }
        var values: [Term<Subject>: Value] = [:]
        for field in fields {
            guard let key = Term<Subject>(field.name), let formed = try form(field.value) else {
                throw .wrongForm(name.description)
            }
            values[key] = formed
        }
        return values
    }

    /// A field that is a day.
    mutating func day(_ name: StaticString) throws(PayloadFault) -> CivilDate { try required(name) { $0.day } }

    /// A field that is a day, or nil when it is not there.
    mutating func optionalDay(_ name: StaticString) throws(PayloadFault) -> CivilDate? {
        try optional(name) { $0.day }
    }

    /// A field that is an id.
    mutating func id<Subject>(_ name: StaticString) throws(PayloadFault) -> RecordID<Subject> {
        try required(name) { $0.id() }
    }

    /// A field that is an id, or nil when it is not there.
    mutating func optionalID<Subject>(_ name: StaticString) throws(PayloadFault) -> RecordID<Subject>? {
        try optional(name) { $0.id() }
    }
}

extension WrittenPayload {
    /// The id; nil for anything else.
    func id<Subject>() -> RecordID<Subject>? { textBytes.flatMap { RecordID(uuid: $0) } }

    /// The day; nil for anything else.
    var day: CivilDate? { textBytes.flatMap { CivilDate(iso: $0) } }
}
