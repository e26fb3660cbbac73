import CivilDate
import Intervention

/// A payload, or a value inside one, as it was written: its bytes, and where each value lies in them.
///
/// Every event of every stream is read from here. Texts are made only of the values that somebody asks for, and ids and
/// days are read from the bytes themselves.
package struct WrittenPayload: Sendable {
    /// The whole document.
    private let bytes: [UInt8]
    /// Its values, each before its own parts.
    private let nodes: [Node]
    /// Which of the values this is.
    private let place: Int

    /// Where a value lies.
    struct Node: Sendable {
        enum Form: UInt8, Sendable {
            case object
            case array
            case string
            case integer
            case yes
            case no
        }

        let form: Form
        /// Where its name lies, when it is a field; empty for the parts of a list.
        let name: Range<Int32>
        /// Where a text lies, without its quotation marks.
        var text: Range<Int32> = 0..<0
        /// A whole number.
        var number: Int64 = 0
        /// The place of the value that follows after all of its parts.
        var next: Int32 = 0
    }

    /// Reads a document. Text with escapes is refused: no id, code or day has any.
    package init(json bytes: [UInt8]) throws(PayloadFault) {
        var parser = PayloadParser(bytes)
        self.init(bytes: bytes, nodes: try parser.document(), place: 0)
    }

    private init(bytes: [UInt8], nodes: [Node], place: Int) {
        self.bytes = bytes
        self.nodes = nodes
        self.place = place
    }

    private var node: Node { nodes[place] }

    /// The text; nil for anything else.
    var text: String? {
        guard let bytes = textBytes else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The bytes of the text; nil for anything else.
    var textBytes: ArraySlice<UInt8>? {
        let node = node
        guard node.form == .string else { return nil }
        return bytes[Int(node.text.lowerBound)..<Int(node.text.upperBound)]
    }

    /// The whole number; nil for anything else.
    var number: Int64? {
        let node = node
        return node.form == .integer ? node.number : nil
    }

    /// The truth value; nil for anything else.
    var truth: Bool? {
        switch node.form {
        case .yes: true
        case .no: false
        default: nil
        }
    }

    /// The parts of a list, in order; nil for anything else.
    var parts: [WrittenPayload]? { node.form == .array ? inner.map { self.at($0) } : nil }

    /// The fields of an object by name, in the order in which they were written; nil for anything else.
    var fields: [(name: String, value: WrittenPayload)]? {
        guard node.form == .object else { return nil }
        return inner.map { (name(of: $0), self.at($0)) }
    }

    /// The places of the parts.
    var inner: Inner { Inner(nodes: nodes, first: place + 1, end: Int(node.next)) }

    /// Whether it is an object.
    var isObject: Bool { node.form == .object }

    /// The value of a place.
    func at(_ place: Int) -> WrittenPayload { WrittenPayload(bytes: bytes, nodes: nodes, place: place) }

    /// The name of the field of a place.
    func name(of place: Int) -> String {
        let name = nodes[place].name
        return String(decoding: bytes[Int(name.lowerBound)..<Int(name.upperBound)], as: UTF8.self)
    }

    /// Whether the field of a place has a name.
    func isNamed(_ name: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        let own = nodes[place].name
        guard own.count == name.count else { return false }
        let start = Int(own.lowerBound)
        for offset in name.indices where bytes[start + offset] != name[offset] { return false }
        return true
    }

    /// Whether this is what a value says, however it was spaced and in whatever order its fields were written.
    package func says(_ value: PayloadValue) -> Bool {
        switch value {
        case .object(let object): says(object)
        case .array(let values):
            node.form == .array && inner.count == values.count && zip(inner, values).allSatisfy { self.at($0).says($1) }
        case .string(let text): textBytes.map { $0.elementsEqual(text.utf8) } ?? false
        case .integer(let number): self.number == number
        case .boolean(let truth): self.truth == truth
        }
    }

    private func says(_ object: PayloadObject) -> Bool {
        guard isObject, inner.count == object.fields.count else { return false }
        return object.fields.allSatisfy { field in
            var name = field.name
            let place = name.withUTF8 { name in inner.first { isNamed(name, at: $0) } }
            return place.map { self.at($0).says(field.value) } ?? false
        }
    }
}

extension WrittenPayload {
    /// The places of the parts of a value, one after the other.
    struct Inner: Sequence, IteratorProtocol {
        fileprivate let nodes: [Node]
        private var place: Int
        private let end: Int

        fileprivate init(nodes: [Node], first: Int, end: Int) {
            self.nodes = nodes
            place = first
            self.end = end
        }

        /// How many there are.
        var count: Int { reduce(0) { count, _ in count + 1 } }

        mutating func next() -> Int? {
            guard place < end else { return nil }
            defer { place = Int(nodes[place].next) }
            return place
        }
    }
}

extension PayloadValue {
    /// Reads a payload back.
    package init(json: [UInt8]) throws(PayloadFault) {
        self.init(try WrittenPayload(json: json))
    }

    /// Reads a payload back.
    package init(json: some Sequence<UInt8>) throws(PayloadFault) {
        try self.init(json: Array(json))
    }

    private init(_ written: WrittenPayload) {
        if let text = written.text {
            self = .string(text)
        } else if let number = written.number {
            self = .integer(number)
        } else if let truth = written.truth {
            self = .boolean(truth)
        } else if let parts = written.parts {
            self = .array(parts.map { PayloadValue($0) })
        } else {
            var object = PayloadObject()
            for (name, value) in written.fields ?? [] { object.set(name, PayloadValue(value)) }
            self = .object(object)
        }
    }
}
