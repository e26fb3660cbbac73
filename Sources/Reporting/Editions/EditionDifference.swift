import CivilDate
import Disclosure
import Intervention
import Postgres

/// What differs between two editions, and whether the data changed or the rule.
package struct EditionDifference: Hashable, Sendable {
    /// Why a figure differs.
    package enum Cause: String, Hashable, Sendable {
        /// Other records, or the same ones corrected.
        case data
        /// The same records under another rule: a profile, a version of a model or of the program, or what is withheld.
        case rule
        /// Both.
        case both = "data and rule"
        /// Its count is another, and the rule as well, and the first edition's records cannot be counted by the rule of the
        /// second any more: the program is another since, or some records were disposed of.
        case unknown = "unknown (cannot be counted anew)"
    }

    /// A figure that is printed otherwise.
    package struct Change: Hashable, Sendable {
        /// Where.
        package let place: EditionFigureName
        /// What the one prints; nil for its symbol, or where it has no such figure.
        package let one: String?
        /// What the other prints.
        package let other: String?
        /// Why.
        package let cause: Cause
    }

    /// A rule that is another.
    package struct RuleChange: Hashable, Sendable {
        /// What it is called.
        package let name: String
        /// What it was.
        package let one: String
        /// What it is.
        package let other: String
    }

    /// The editions.
    package let one: EditionNumber, other: EditionNumber
    /// Records that changed in the days that both have, as the other edition says it; nil when they share none.
    package let records: Int?
    /// Records of the one that were disposed of since.
    package let disposed: Int
    /// The rules that are others.
    package let rules: [RuleChange]
    /// The figures that are printed otherwise.
    package let changes: [Change]

    /// Compares two editions.
    /// - Parameters:
    ///   - ground: the network at the cut of the first.
    ///   - transaction: one of the role that reads the facts of all sites.
    package static func read(
        _ one: Edition, _ other: Edition, on ground: EditionMaterial.Ground, in transaction: Transaction
    ) async throws -> EditionDifference {
        let secrets = try await EditionBook.secrets(of: [one.number, other.number], in: transaction)
        guard let first = secrets[one.number], let second = secrets[other.number] else {
            throw EditionFault.unreadable(one.number)
        }
        // The first edition's records under the rules of today: what differs from them is the rule's doing.
        let again = try await EditionTally.read(EditionRequest(of: one), on: ground, in: transaction)
        let disposed = max(0, first.records - again.records.values.reduce(0, +))
        let recount = Recount(
            then: EditionCheck.counts(first.grids), now: EditionCheck.counts(second.grids),
            // Only where the second counts as today, and nothing is gone, is that a count by its rule.
            again: disposed == 0 && other.isCounted(by: ground, second) ? EditionCheck.counts(again.grids) : nil,
            isOneRule: one.document.codeVersion == other.document.codeVersion && first.models == second.models,
            isOneProfile: one.profile == other.profile && one.rules == other.rules)
        let names = Self.names(first.grids).merging(Self.names(second.grids)) { first, _ in first }
        return EditionDifference(
            one: one.number, other: other.number,
            records: try await records(one, first, other, second, on: ground, in: transaction), disposed: disposed,
            rules: rules(one.document, other.document) + rules(first.models, second.models),
            changes: changes(one, other) { recount.cause(of: names[$0]) })
    }

    /// How many records changed between two editions, as the later one says; counted where it does not.
    private static func records(
        _ one: Edition, _ first: EditionSecrets, _ other: Edition, _ second: EditionSecrets,
        on ground: EditionMaterial.Ground, in transaction: Transaction
    ) async throws -> Int? {
        guard let days = one.period.shared(with: other.period) else { return nil }
        let said =
            (second.changed ?? other.document.changed).first { $0.edition == one.number.number }
            ?? (first.changed ?? one.document.changed).first { $0.edition == other.number.number }
        if let said { return said.records }
        return try await EditionChanges.read(
            from: one.dataCut, to: other.dataCut, in: days, of: one.model ?? other.model, sites: ground.numbers,
            in: transaction
        ).count
    }

    private static func names(_ grids: [EditionGrid]) -> [EditionFigureName: CellID] {
        guard let release = try? Release(grids, by: EditionRules(.network)) else { return [:] }
        return EditionPrinting.places(grids, release).mapValues { release.cells[$0].id }
    }

    private static func changes(
        _ one: Edition, _ other: Edition, cause: (EditionFigureName) -> Cause
    ) -> [Change] {
        let (first, second) = (printed(one.document), printed(other.document))
        var changes: [Change] = []
        for place in Set(first.keys).union(second.keys) where first[place] != second[place] {
            changes.append(Change(place: place, one: first[place], other: second[place], cause: cause(place)))
        }
        return changes.sorted {
            ($0.place.table, $0.place.row, $0.place.column) < ($1.place.table, $1.place.row, $1.place.column)
        }
    }

    private static func printed(_ document: EditionDocument) -> [EditionFigureName: String] {
        var printed: [EditionFigureName: String] = [:]
        for table in document.tables {
            for cell in table.cells {
                printed[EditionFigureName(table: table.name, row: cell.row, column: cell.column)] =
                    cell.value.map { "\($0)" } ?? document.symbol
            }
        }
        return printed
    }

    private static func rules(_ one: EditionDocument, _ other: EditionDocument) -> [RuleChange] {
        let (first, second) = (stated(one), stated(other))
        return Set(first.keys).union(second.keys).sorted().compactMap { name in
            let (before, after) = (first[name] ?? "none", second[name] ?? "none")
            return before == after ? nil : RuleChange(name: name, one: before, other: after)
        }
    }

    /// The versions of models that were counted by, where both editions kept them.
    private static func rules(_ one: [String]?, _ other: [String]?) -> [RuleChange] {
        guard let one, let other, one != other else { return [] }
        return [
            RuleChange(
                name: "models counted by", one: one.joined(separator: ", "), other: other.joined(separator: ", "))
        ]
    }

    private static func stated(_ document: EditionDocument) -> [String: String] {
        var stated = ["profile": document.profile, "program": document.codeVersion]
        for parameter in document.parameters { stated["profile's \(parameter.name)"] = "\(parameter.value)" }
        for model in document.modelVersions {
            stated["model \(model.of)"] = "version " + model.versions.map(String.init).joined(separator: ", ")
        }
        for site in document.settingsVersions {
            stated["settings of \(site.of)"] = "version " + site.versions.map(String.init).joined(separator: ", ")
        }
        return stated
    }
}
