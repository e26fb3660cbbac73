import Disclosure

/// Counts of one question taken apart by place and time at once, with all margins, as they are kept beside an edition: what
/// a later one is attacked together with. Nobody but who freezes reads it.
struct EditionGrid: Hashable, Sendable, Codable {
    /// A place on an axis.
    struct Node: Hashable, Sendable, Codable {
        /// What it is called, the same in every edition.
        let name: String
        /// What it is a part of; nil for the whole.
        let parent: Int?
    }

    /// In which table it is printed.
    let sheet: String
    /// The model's id, or what stands for all.
    let model: String
    /// The rows.
    let answers: [Node]
    /// The network, or it and its sites.
    let places: [Node]
    /// Which sites each place is; empty for the network.
    let sites: [[String]]
    /// The period, or it and its quarters.
    let times: [Node]
    /// The first and the last quarter of each time.
    let quarters: [[Int]]
    /// The counts of what is not taken apart: row by row, in each place by place, in each time by time.
    let counts: [Int]
    /// How many sites count in the network's column of each time; nil in what was frozen before that was kept.
    var contributors: [Int]?
    /// Whether places are nations; nil where they are sites, and in what was frozen before nations were told apart.
    var isOfNations: Bool?

    /// The table with its margins.
    var table: CrossTable {
        let axes = [
            Self.dimension("row", answers), Self.dimension("place", places),
            Dimension("model", whole: model), Self.dimension("time", times),
        ]
        var table = CrossTable(axes)
        var rest = counts[...]
        for answer in axes[0].leaves {
            for place in axes[1].leaves {
                for time in axes[3].leaves {
                    table.count(rest.popFirst() ?? 0, at: [answer, place, 0, time])
                }
            }
        }
        return table
    }

    /// The name of a figure.
    func figure(_ answer: Int, _ place: Int, _ time: Int) -> CellID {
        CellID([answers[answer].name, places[place].name, model, times[time].name])
    }

    /// How many leaves an axis has.
    static func leaves(_ nodes: [Node]) -> [Int] {
        let wholes = Set(nodes.compactMap(\.parent))
        return nodes.indices.filter { !wholes.contains($0) }
    }

    /// The quarters of a time.
    func span(_ time: Int) -> ClosedRange<Int> {
        guard quarters.indices.contains(time), quarters[time].count == 2, quarters[time][0] <= quarters[time][1] else {
            return 0...0
        }
        return quarters[time][0]...quarters[time][1]
    }

    private static func dimension(_ name: String, _ nodes: [Node]) -> Dimension {
        var dimension = Dimension(name, whole: nodes.first?.name ?? "")
        for node in nodes.dropFirst() { dimension.add(node.name, to: node.parent ?? 0) }
        return dimension
    }
}
