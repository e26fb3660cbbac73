/// Why a stored payload cannot be read: it was not written by this programme, or was changed afterwards.
package enum PayloadFault: Error, Hashable, Sendable {
    /// The bytes are no JSON of the closed form at this offset.
    case malformed(offset: Int)
    /// A field is missing.
    case missing(String)
    /// A field has a value of another form.
    case wrongForm(String)
    /// A field is not one of the event's.
    case unknownField(String)
    /// The kind of event is not one of the stream's.
    case unknownKind
    /// The version of the event's form is not known.
    case unknownVersion
}

extension PayloadFault: CustomStringConvertible {
    /// One sentence; it names fields, never values.
    package var description: String {
        switch self {
        case .malformed(let offset): "the payload is no JSON of the record's form at byte \(offset)"
        case .missing(let name): "the field \(name) is missing"
        case .wrongForm(let name): "the field \(name) has a value of another form"
        case .unknownField: "a field is not one of the event's"
        case .unknownKind: "the kind of event is not one of the stream's"
        case .unknownVersion: "the version of the event's form is not known"
        }
    }
}
