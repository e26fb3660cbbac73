import Disclosure

/// Lays the figures of an edition out in tables, as they are printed.
struct EditionPrinting {
    private let grids: [EditionGrid]
    private let release: Release
    private let pattern: Pattern
    private let profile: DisclosureProfile
    private let meanings: [String: EditionQuestion]

    init(_ press: EditionPress, by profile: EditionProfile, meaning questions: [String: [EditionQuestion]]) {
        grids = press.grids
        release = press.own
        pattern = press.pattern
        self.profile = profile.rules
        var meanings: [String: EditionQuestion] = [:]
        for (model, all) in questions {
            for question in all { meanings[Self.key(model, question.rows.map(\.name))] = question }
        }
        self.meanings = meanings
    }

    /// The tables, in the order of the grids.
    var tables: [EditionDocument.Table] {
        var names: [String] = []
        for grid in grids where !names.contains(grid.sheet) { names.append(grid.sheet) }
        return names.map { name in table(name, of: grids.filter { $0.sheet == name }) }
    }

    private static func key(_ model: String, _ rows: [String]) -> String {
        ([model] + rows).joined(separator: "\n")
    }

    private func table(_ name: String, of grids: [EditionGrid]) -> EditionDocument.Table {
        var rows: [EditionDocument.Row] = []
        for grid in grids {
            let question = meanings[Self.key(grid.model, grid.answers.map(\.name))]
            for (place, node) in grid.answers.enumerated() where !rows.contains(where: { $0.name == node.name }) {
                rows.append(
                    EditionDocument.Row(
                        name: node.name, depth: Self.depth(of: place, grid.answers),
                        percentageOf: question?.rows[place].of ?? [], meaning: question?.meaning ?? ""))
            }
        }
        let columns = grids.first.map(Self.columns) ?? []
        var cells: [EditionDocument.Figure] = []
        for row in rows {
            guard let grid = grids.first(where: { $0.answers.contains { $0.name == row.name } }) else { continue }
            for column in columns { cells.append(figure(row, column, in: grid)) }
        }
        return EditionDocument.Table(name: name, rows: rows, columns: columns.map(\.name), cells: cells)
    }

    private struct Column {
        let name: String
        let place: Int
        let time: Int
    }

    /// The parts first, and the whole at the end.
    private static func columns(_ grid: EditionGrid) -> [Column] {
        let isByTime = grid.places.count == 1
        let count = isByTime ? grid.times.count : grid.places.count
        return (Array(1..<max(1, count)) + [0]).map { index in
            isByTime
                ? Column(name: grid.times[index].name, place: 0, time: index)
                : Column(name: grid.places[index].name, place: index, time: 0)
        }
    }

    private static func depth(of row: Int, _ rows: [EditionGrid.Node]) -> Int {
        rows[row].parent.map { 1 + depth(of: $0, rows) } ?? 0
    }

    private func cell(_ row: String, _ column: Column, in grid: EditionGrid) -> Int? {
        release.place(
            of: CellID([row, grid.places[column.place].name, grid.model, grid.times[column.time].name]))
    }

    private func figure(
        _ row: EditionDocument.Row, _ column: Column, in grid: EditionGrid
    ) -> EditionDocument.Figure {
        let cell = cell(row.name, column, in: grid)
        let value = cell.flatMap { pattern.printed($0, of: release) }
        let whole = row.percentageOf.map { name in
            self.cell(name, column, in: grid).flatMap { pattern.printed($0, of: release) }
        }
        var sum: Int? = whole.isEmpty ? nil : 0
        for part in whole { sum = part.flatMap { part in sum.map { $0 + part } } }
        return EditionDocument.Figure(
            row: row.name, column: column.name, value: value,
            isRounded: cell.map { pattern[$0] == .rounded } ?? false,
            percentage: ReleasedPercentage(value, of: sum, by: profile)?.description)
    }

    /// Where every printed figure stands among those of a release.
    static func places(_ grids: [EditionGrid], _ release: Release) -> [EditionFigureName: Int] {
        var places: [EditionFigureName: Int] = [:]
        for grid in grids {
            for column in columns(grid) {
                for row in grid.answers.indices {
                    guard let cell = release.place(of: grid.figure(row, column.place, column.time)) else { continue }
                    let name = EditionFigureName(table: grid.sheet, row: grid.answers[row].name, column: column.name)
                    places[name] = cell
                }
            }
        }
        return places
    }
}

/// Where a figure stands in an edition.
package struct EditionFigureName: Hashable, Sendable {
    /// The table's name.
    package let table: String
    /// The row's name.
    package let row: String
    /// The column's name.
    package let column: String

    /// A place.
    package init(table: String, row: String, column: String) {
        self.table = table
        self.row = row
        self.column = column
    }
}
