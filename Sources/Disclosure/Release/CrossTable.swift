/// Counts of records, taken apart along some dimensions at once, with all their margins.
package struct CrossTable: Sendable {
    /// The dimensions.
    package let dimensions: [Dimension]
    private let strides: [Int]
    private var counts: [Int]

    /// Without a record.
    package init(_ dimensions: [Dimension]) {
        self.dimensions = dimensions
        var strides: [Int] = []
        var size = 1
        for dimension in dimensions {
            strides.append(size)
            size *= dimension.nodes.count
        }
        self.strides = strides
        counts = Array(repeating: 0, count: size)
    }

    /// Counts records at a place, one coordinate a dimension, and in every margin above it.
    package mutating func count(_ records: Int, at leaf: [Int]) {
        var offsets = [0]
        for (axis, place) in leaf.enumerated() {
            let steps = dimensions[axis].upward(from: place).map { $0 * strides[axis] }
            offsets = offsets.flatMap { offset in steps.map { offset + $0 } }
        }
        for offset in offsets { counts[offset] += records }
    }

    /// The count at a place.
    package func count(at place: [Int]) -> Int { counts[offset(of: place)] }

    /// Every place, in a fixed order.
    package var places: [[Int]] { counts.indices.map(place) }

    /// What a place is called.
    package func id(of place: [Int]) -> CellID {
        CellID(zip(dimensions, place).map { $0.nodes[$1].name })
    }

    func offset(of place: [Int]) -> Int { zip(place, strides).reduce(0) { $0 + $1.0 * $1.1 } }

    private func place(of offset: Int) -> [Int] {
        zip(dimensions, strides).map { offset / $1 % $0.nodes.count }
    }
}

extension Release {
    /// Adds a table: its figures, and that along each dimension parts add up to their whole.
    /// - Parameter rule: How a figure is treated, by its place.
    /// - Throws: ``DisclosureFault/contradiction(_:)`` when a figure that another table has too differs.
    package mutating func add(
        _ table: CrossTable, rule: ([Int]) -> CellRule
    ) throws(DisclosureFault) {
        let places = table.places
        var cells: [Int] = []
        for place in places {
            cells.append(try add(Cell(table.id(of: place), count: table.count(at: place), rule: rule(place))))
        }
        tell(
            partition: places.indices.filter { offset in
                table.dimensions.indices.allSatisfy { table.dimensions[$0].parts(of: places[offset][$0]).isEmpty }
            }.map { cells[$0] })
        for (offset, place) in places.enumerated() {
            for axis in table.dimensions.indices {
                let parts = table.dimensions[axis].parts(of: place[axis])
                guard !parts.isEmpty else { continue }
                let cellsOfParts = parts.map { part in
                    var other = place
                    other[axis] = part
                    return cells[table.offset(of: other)]
                }
                try tellOnce(cellsOfParts, addUpTo: cells[offset])
            }
        }
    }
}
