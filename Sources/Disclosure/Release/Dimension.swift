/// One way in which figures are taken apart: sites, models, periods, or the answers to an indicator. A tree, so that
/// every figure is the sum of its parts and no two parts overlap; rolling windows cannot be said.
package struct Dimension: Sendable, Hashable {
    /// One place of the tree.
    package struct Node: Sendable, Hashable {
        /// What it is called, the same in every table.
        package let name: String
        /// What it is a part of; nil for the whole.
        package let parent: Int?
    }

    /// What is taken apart: `site`.
    package let name: String
    /// The places, each after what it is a part of.
    package private(set) var nodes: [Node]
    private var children: [[Int]]

    /// A dimension that is not taken apart yet.
    package init(_ name: String, whole: String) {
        self.name = name
        nodes = [Node(name: whole, parent: nil)]
        children = [[]]
    }

    /// A whole and its parts.
    package init(_ name: String, whole: String, parts: [String]) {
        self.init(name, whole: whole)
        for part in parts { add(part, to: 0) }
    }

    /// Adds a part.
    /// - Returns: Its place.
    @discardableResult
    package mutating func add(_ part: String, to parent: Int) -> Int {
        nodes.append(Node(name: part, parent: parent))
        children.append([])
        children[parent].append(nodes.count - 1)
        return nodes.count - 1
    }

    /// The parts of a place; empty when it is not taken apart.
    package func parts(of place: Int) -> [Int] { children[place] }

    /// The places that are not taken apart, in order.
    package var leaves: [Int] { nodes.indices.filter { children[$0].isEmpty } }

    /// A place and all above it.
    package func upward(from place: Int) -> [Int] {
        Array(sequence(first: place) { nodes[$0].parent })
    }
}
