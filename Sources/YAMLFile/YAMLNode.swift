import Yams

/// A value of a file: a text, a list or a mapping, and where it begins.
package struct YAMLNode {
    /// What a value is.
    package enum Form: Hashable, Sendable {
        case text
        case list
        case mapping
    }

    // Looked into only where it is asked for: aliases can make a short file into an endless tree.
    private let node: Node

    init(_ node: Node) {
        self.node = node
    }

    /// Where it begins.
    package var place: YAMLPlace {
        node.mark.map { YAMLPlace(line: $0.line, column: $0.column) } ?? .start
    }

    /// What it is.
    package var form: Form {
        switch node {
        case .mapping: .mapping
        case .sequence: .list
        default: .text
        }
    }

    /// The keys and values in their order; nil when it is no mapping.
    package var pairs: [(key: YAMLNode, value: YAMLNode)]? {
        node.mapping.map { mapping in mapping.map { (YAMLNode($0.key), YAMLNode($0.value)) } }
    }

    /// The entries; nil when it is no list.
    package var entries: [YAMLNode]? { node.sequence.map { $0.map(YAMLNode.init) } }

    /// The text as it is written, quotes apart; nil when it is no text.
    package var text: String? { node.scalar?.string }

    /// Whether nothing is written where a value could stand.
    package var isEmpty: Bool {
        guard let scalar = node.scalar else { return false }
        let isPlain = scalar.style == .plain || scalar.style == .any
        return scalar.string.isEmpty || isPlain && ["~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
