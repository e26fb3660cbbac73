/// A table for people: columns as wide as their widest cell, two spaces between them.
struct TextTable {
    /// On which side the cells of a column stand.
    enum Side {
        case left
        case right
    }

    private let heads: [String]
    private let sides: [Side]
    private var rows: [[String]] = []

    /// A table with these heads; text stands left, numbers right.
    init(_ heads: [String], _ sides: [Side]? = nil) {
        self.heads = heads
        self.sides = sides ?? heads.map { _ in .left }
    }

    /// Adds a row with a cell for each head.
    mutating func add(_ cells: [String]) {
        rows.append(cells)
    }

    /// Whether it has no row.
    var isEmpty: Bool { rows.isEmpty }

    /// The lines, heads first.
    var lines: [String] {
        let all = [heads] + rows
        let widths = heads.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { cells in
            var line = ""
            for (column, cell) in cells.enumerated() {
                let space = String(repeating: " ", count: widths[column] - cell.count)
                line += column == 0 ? "" : "  "
                line += sides[column] == .left ? cell + space : space + cell
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
