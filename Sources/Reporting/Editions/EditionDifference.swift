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
    /// Records that count otherwise at the cut of the other, in the days that both have; nil when they share none.
    package let records: Int?
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
        let counts = (
            EditionCheck.counts(first.grids), EditionCheck.counts(again.grids), EditionCheck.counts(second.grids)
        )
        var records: Int?
        if let days = one.period.shared(with: other.period) {
            records = try await EditionChanges.read(
                from: one.dataCut, to: other.dataCut, in: days, of: one.model ?? other.model, sites: ground.numbers,
                in: transaction
            ).count
        }
        let names = Self.names(first.grids).merging(Self.names(second.grids)) { first, _ in first }
        let rules = Self.rules(one.document, other.document) + Self.rules(first.models, second.models)
        return EditionDifference(
            one: one.number, other: other.number, records: records, rules: rules,
            changes: changes(one, other) { place in
                let id = names[place]
                let (then, rerun, now) = (
                    id.flatMap { counts.0[$0] }, id.flatMap { counts.1[$0] }, id.flatMap { counts.2[$0] }
                )
                // By one rule nothing but the data moves a count; a figure that moved without its count is withheld otherwise.
                guard !rules.isEmpty else { return then == now ? .rule : .data }
                let isData = rerun != now
                let isRule = then != rerun || !isData || one.profile != other.profile
                return isData && isRule ? .both : isData ? .data : .rule
            })
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
