/// What an event carries: ids, codes, days, whole numbers and truth values, in the shape of JSON.
///
/// There are no fractions, so that nothing rounds; scores are billionths. There is no null: what is not known is left
/// out.
package indirect enum PayloadValue: Hashable, Sendable {
    case object(PayloadObject)
    case array([PayloadValue])
    case string(String)
    case integer(Int64)
    case boolean(Bool)
}

/// Fields by name, kept in the order of their names.
package struct PayloadObject: Hashable, Sendable {
    /// The fields, sorted by name, each name once.
    package private(set) var fields: [Field] = []

    /// A name and its value.
    package struct Field: Hashable, Sendable {
        /// Lower camel case, ASCII.
        package let name: String
        /// The value.
        package let value: PayloadValue
    }

    /// An object without fields.
    package init() {}

    /// Puts a field in its place. A nil value leaves the field out; a name that is there is replaced.
    package mutating func set(_ name: String, _ value: PayloadValue?) {
        guard let value else { return }
        let field = Field(name: name, value: value)
        guard let place = fields.firstIndex(where: { $0.name >= name }) else {
            fields.append(field)
            return
        }
        if fields[place].name == name {
            fields[place] = field
        } else {
            fields.insert(field, at: place)
        }
    }

    /// Puts a field that is text.
    package mutating func set(_ name: String, text: String?) {
        set(name, text.map(PayloadValue.string))
    }
}
