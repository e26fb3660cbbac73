/// Lines of cells, laid out so that each column is as wide as its widest cell.
struct TextColumns: Sendable {
    /// On which side of its column a cell stands.
    enum Side: Sendable {
        case left
        case right
    }

    private let sides: [Side]
    private let widths: [Int]

    /// A layout that fits all the lines.
    init(_ sides: [Side], fitting lines: [[String]]) {
        self.sides = sides
        widths = sides.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    }

    /// One line, indented by two spaces, without spaces at its end.
    func line(_ cells: [String]) -> String {
        var line = "  "
        for (column, cell) in cells.enumerated() {
            let gap = String(repeating: " ", count: widths[column] - cell.count)
            if column > 0 { line += "  " }
            line += sides[column] == .left ? cell + gap : gap + cell
        }
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }
}
