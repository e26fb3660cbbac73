import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres
import Statistics

/// The report of whom the service reaches.
package struct ReachReport: FactReport {
    /// The report; it is asked nothing besides.
    package init() {}

    package func read(_ ground: ReportGround, in transaction: Transaction) async throws -> ReachTable {
        let (request, scope) = (ground.request, ground.request.scope)
        let statement = Statement(
            embedded: String(decoding: PackageResources.reach_sql, as: UTF8.self),
            binding: [
                ground.numbers, scope.team?.text, ground.model?.text, request.period.from, request.period.halfOpenEnd,
                request.knownAt, IndicatorReport.factShape, scope.authority?.text,
            ])
        var counts: [ReachCount] = []
        for row in try await transaction.query(statement) {
            let stale = try row.decode("stale", as: Int.self)
            guard stale == 0 else { throw ReportFault.staleFacts(stale) }
            counts.append(try ReachCount(row: row))
        }
        return try ReachTable(answering: request.addingUp, counts)
    }
}

/// One row of `sql/reports/reach.sql`.
struct ReachCount: Hashable, Sendable {
    /// What families are told apart by; nil for all families.
    let dimension: ReachTable.Dimension?
    /// The code; nil for those of whom it is not known.
    let word: String?
    let referred: Int
    let started: Int
}

extension ReachCount {
    init(row: Row) throws(PostgresFault) {
        self.init(
            dimension: ReachTable.Dimension(rawValue: try row.decode("dimension", as: String.self)),
            word: try row.decode("word"), referred: try row.decode("referred"), started: try row.decode("started"))
    }
}

/// Who was referred, and whose treatment began, by what is known of the child.
package struct ReachTable: ReportAnswer {
    /// What families are told apart by, in the order in which it is shown.
    package enum Dimension: String, CaseIterable, Hashable, Sendable {
        case age
        case sex
        case ethnicity
        case authority
        case deprivation
        case source

        /// The heading.
        package var title: String {
            switch self {
            case .age: "Age at referral"
            case .sex: "Sex"
            case .ethnicity: "Ethnicity, by the codes of the jurisdiction"
            case .authority: "Responsible authority"
            case .deprivation: "Deprivation: index and decile, 1 the most deprived"
            case .source: "Referred by"
            }
        }
    }

    /// Families alike in one thing.
    package struct Row: Hashable, Sendable {
        /// What they are told apart by.
        package let dimension: Dimension
        /// The code; nil for those of whom it is not known.
        package let word: String?
        /// Of the referred.
        package let referred: Proportion
        /// Of those whose treatment began.
        package let started: Proportion
    }

    let request: ReportRequest
    /// Families referred in the period.
    package let referred: Int
    /// Families whose treatment began in it.
    package let started: Int
    /// The rows, dimension by dimension; not known comes last.
    package let rows: [Row]

    /// - Throws: ``ReportFault/impossibleReferrals`` for more of some than of all.
    init(answering request: ReportRequest, _ counts: [ReachCount]) throws(ReportFault) {
        self.request = request
        let whole = counts.first { $0.dimension == nil }
        referred = whole?.referred ?? 0
        started = whole?.started ?? 0
        var rows: [Row] = []
        for dimension in Dimension.allCases {
            for count in counts where count.dimension == dimension {
                guard let ofReferred = Proportion(numerator: count.referred, denominator: referred),
                    let ofStarted = Proportion(numerator: count.started, denominator: started)
                else { throw .impossibleReferrals }
                rows.append(Row(dimension: dimension, word: count.word, referred: ofReferred, started: ofStarted))
            }
        }
        self.rows = rows
    }
}

extension ReachTable {
    package var document: ReportDocument {
        ReportDocument(
            "reach", title: "Reach", answering: request, findings: findings,
            fields: [
                .init("referred", .whole(referred)), .init("started", .whole(started)), .init("rows", records.value),
            ],
            tables: Dimension.allCases.map(table), records: records, notes: notes)
    }

    private var records: ReportRecords {
        ReportRecords(
            columns: [
                "dimension", "key", "referred", "referred_of", "referred_value", "started", "started_of",
                "started_value",
            ],
            rows: rows.map { row in
                [
                    .text(row.dimension.rawValue), .text(row.word ?? "not_known"), .whole(row.referred.numerator),
                    .whole(row.referred.denominator), ReportValue(decimal: row.referred.value),
                    .whole(row.started.numerator), .whole(row.started.denominator),
                    ReportValue(decimal: row.started.value),
                ]
            })
    }

    private var findings: [String] {
        let lines = ["\(referred) families were referred in the period, and the treatment of \(started) began in it."]
        if referred + started > 0 { return lines }
        return lines + ["n/a: nobody was referred and no treatment began in the period."]
    }

    private func table(of dimension: Dimension) -> ReportTable {
        ReportTable(
            dimension.title + ".",
            columns: [
                .words(""), .figure("Referred"), .figure("n/N"), .figure("Treatment began"), .figure("n/N"),
            ],
            rows: rows.filter { $0.dimension == dimension }.map { row in
                [
                    row.word ?? "not known", row.referred.percentText, row.referred.countsText,
                    row.started.percentText, row.started.countsText,
                ]
            })
    }

    private var notes: [String] {
        [
            "A family counts once for each of its episodes: by the day of referral, and by the first session.",
            "Each part adds up to all families, those of whom it is not known included.",
            "Deciles of different indexes are not comparable: ranks of one nation say nothing of another's.",
            "Whether a child was exploited is on record only as far as who referred says so (exploitation-hub).",
        ]
    }
}
