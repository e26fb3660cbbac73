import CivilDate
import Intervention

/// Takes the fields of a payload one by one and refuses what is left over: a field that nobody reads would be a field
/// that anybody could add.
struct PayloadReader {
    private var fields: [PayloadObject.Field]

    init(_ value: PayloadValue) throws(PayloadFault) {
        guard case .object(let object) = value else { throw .wrongForm("payload") }
        fields = object.fields
    }

    /// The field's value, or nil when it is not there.
    mutating func take(_ name: String) -> PayloadValue? {
        guard let place = fields.firstIndex(where: { $0.name == name }) else { return nil }
        return fields.remove(at: place).value
    }

    /// The field's value.
    mutating func require(_ name: String) throws(PayloadFault) -> PayloadValue {
        guard let value = take(name) else { throw .missing(name) }
        return value
    }

    /// Says that all fields are read.
    func finish() throws(PayloadFault) {
        if let first = fields.first { throw .unknownField(first.name) }
    }

    /// A field that is text of some form.
    mutating func text<Value>(_ name: String, _ form: (String) -> Value?) throws(PayloadFault) -> Value {
        guard let value = try optionalText(name, form) else { throw .missing(name) }
        return value
    }

    /// A field that is text of some form, or nil when it is not there.
    mutating func optionalText<Value>(_ name: String, _ form: (String) -> Value?) throws(PayloadFault) -> Value? {
        guard let value = take(name) else { return nil }
        guard case .string(let text) = value, let formed = form(text) else { throw .wrongForm(name) }
        return formed
    }

    /// A field that is one word of a closed list.
    mutating func word<Word: RawRepresentable>(_ name: String, as type: Word.Type) throws(PayloadFault) -> Word
    where Word.RawValue == String {
        try text(name) { Word(rawValue: $0) }
    }

    /// A field that is one word of a closed list, or nil when it is not there.
    mutating func optionalWord<Word: RawRepresentable>(
        _ name: String, as type: Word.Type
    ) throws(PayloadFault) -> Word? where Word.RawValue == String {
        try optionalText(name) { Word(rawValue: $0) }
    }

    /// A field that is a whole number of some range.
    mutating func number<Value>(_ name: String, _ form: (Int64) -> Value?) throws(PayloadFault) -> Value {
        guard let value = try optionalNumber(name, form) else { throw .missing(name) }
        return value
    }

    /// A field that is a whole number of some range, or nil when it is not there.
    mutating func optionalNumber<Value>(_ name: String, _ form: (Int64) -> Value?) throws(PayloadFault) -> Value? {
        guard let value = take(name) else { return nil }
        guard case .integer(let number) = value, let formed = form(number) else { throw .wrongForm(name) }
        return formed
    }

    /// A field that is a truth value.
    mutating func truth(_ name: String) throws(PayloadFault) -> Bool {
        guard case .boolean(let truth) = try require(name) else { throw .wrongForm(name) }
        return truth
    }

    /// A field that is a list; empty when it is not there.
    mutating func list(_ name: String) throws(PayloadFault) -> [PayloadValue] {
        guard let value = take(name) else { return [] }
        guard case .array(let values) = value else { throw .wrongForm(name) }
        return values
    }

    /// A field that is a day.
    mutating func day(_ name: String) throws(PayloadFault) -> CivilDate {
        try text(name) { CivilDate(iso: $0) }
    }

    /// A field that is an id.
    mutating func id<Subject>(_ name: String) throws(PayloadFault) -> RecordID<Subject> {
        try text(name) { RecordID<Subject>(uuid: $0) }
    }
}
