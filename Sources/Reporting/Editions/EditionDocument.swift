import Disclosure

/// All that an edition prints, in one text whose bytes are hashed: nothing in it tells why a figure is withheld.
package struct EditionDocument: Hashable, Sendable, Codable {
    /// A number of the profile that it was made by.
    package struct Parameter: Hashable, Sendable, Codable {
        /// Its name.
        package let name: String
        /// The number.
        package let value: Int
        /// What it counts.
        package let unit: String
        /// Where it comes from.
        package let source: String
    }

    /// The versions of something that what was counted is pinned to.
    package struct Versions: Hashable, Sendable, Codable {
        /// A model's id, or a site's code.
        package let of: String
        /// The versions, ascending.
        package let versions: [Int]
    }

    /// How many records changed since an edition before.
    package struct Changed: Hashable, Sendable, Codable {
        /// The other edition.
        package let edition: Int
        /// Records that came, went or were corrected in the days that both have.
        package let records: Int
    }

    /// A row of a table.
    package struct Row: Hashable, Sendable, Codable {
        /// Its name.
        package let name: String
        /// How far it is set in: what it is a part of stands above it.
        package let depth: Int
        /// The rows that its percentage is of, added up; empty when it has none.
        package let percentageOf: [String]
        /// Who counts, of whom.
        package let meaning: String
    }

    /// A figure.
    package struct Figure: Hashable, Sendable, Codable {
        /// The row's name.
        package let row: String
        /// The column's name.
        package let column: String
        /// What is printed; nil when it is withheld.
        package let value: Int?
        /// Whether it was rounded.
        package let isRounded: Bool
        /// Its percentage, of printed figures; nil where there is none.
        package let percentage: String?
    }

    /// A table.
    package struct Table: Hashable, Sendable, Codable {
        /// Its name: what of the network, and which model.
        package let name: String
        /// Its rows.
        package let rows: [Row]
        /// Its columns.
        package let columns: [String]
        /// Its figures, row by row.
        package let cells: [Figure]
    }

    /// Its number.
    package let number: Int
    /// The profile's name.
    package let profile: String
    /// For whom it is.
    package let audience: String
    /// What stands for a figure that is withheld.
    package let symbol: String
    /// The first day.
    package let from: String
    /// The last day.
    package let through: String
    /// The one model that it is of; nil for all.
    package let model: String?
    /// The edition that it restates; nil when it restates none.
    package let restates: Int?
    /// What was known at this time was counted.
    package let dataCut: String
    /// The program that made it.
    package let codeVersion: String
    /// What was said of it; nil when nothing was.
    package let note: String?
    /// The numbers of the profile.
    package let parameters: [Parameter]
    /// The versions of models that what was counted is pinned to.
    package let modelVersions: [Versions]
    /// The versions of sites' settings that what was counted is pinned to.
    package let settingsVersions: [Versions]
    /// How many records changed since the editions that share days with it.
    package let changed: [Changed]
    /// How many figures are withheld.
    package let withheld: Int
    /// How many figures there are.
    package let figures: Int
    /// The tables.
    package let tables: [Table]
    /// What has to be known to read it rightly, a sentence each.
    package let notes: [String]
}

extension EditionDocument {
    /// The share of figures that are withheld, with what it is of: `12.5% (10 of 80)`.
    package var withheldText: String {
        let tenths = figures == 0 ? 0 : (2_000 * withheld + figures) / (2 * figures)
        return "\(tenths / 10).\(tenths % 10)% (\(withheld) of \(figures))"
    }

    /// The figure at a place.
    package func figure(_ row: String, _ column: String, of table: String) -> Figure? {
        tables.first { $0.name == table }?.cells.first { $0.row == row && $0.column == column }
    }
}
