import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres
import Statistics

/// The report of what is known of families months after treatment.
package struct FollowUpReport: FactReport {
    /// The report; it is asked nothing besides.
    package init() {}

    package func read(_ ground: ReportGround, in transaction: Transaction) async throws -> FollowUpTable {
        let (request, scope) = (ground.request, ground.request.scope)
        let outcomes = FollowUpTable.outcomes(of: ground.model.flatMap { ground.models.newest($0) })
        let statement = Statement(
            embedded: String(decoding: PackageResources.follow_up_sql, as: UTF8.self),
            binding: [
                ground.numbers, scope.team?.text, ground.model?.text, request.period.from, request.period.halfOpenEnd,
                request.knownAt, ground.today, IndicatorReport.factShape, scope.authority?.text,
                FollowUpMonth.allCases.map { Int32($0.rawValue) }, outcomes.map(\.key.text),
            ])
        var rows: [FollowUpTable.Row] = []
        var stale = 0
        for row in try await transaction.query(statement) {
            stale += try row.decode("stale", as: Int.self)
            rows.append(try FollowUpTable.Row(row, of: outcomes))
        }
        guard stale == 0 else { throw ReportFault.staleFacts(stale) }
        return FollowUpTable(answering: request.addingUp, rows: rows, order: outcomes.map(\.key))
    }
}

/// Answers to outcomes six, twelve and eighteen months after closing.
package struct FollowUpTable: ReportAnswer {
    /// One outcome at one month.
    package struct Row: Hashable, Sendable {
        /// Months after closing.
        package let month: FollowUpMonth
        /// The outcome.
        package let outcome: OutcomeDefinition
        /// Yes among the known of all whose follow-up is due.
        package let answers: KnownOfAll
        /// Families whose follow-up is to come; they are not among them.
        package let notDue: Int

        /// Of whom the answer is not known.
        package var unknown: Int { answers.all - answers.known }
    }

    let request: ReportRequest
    /// The rows, by month and outcome.
    package let rows: [Row]

    init(answering request: ReportRequest, rows: [Row], order: [OutcomeKey]) {
        self.request = request
        let places = Dictionary(zip(order, order.indices)) { first, _ in first }
        self.rows = rows.sorted { ($0.month, places[$0.outcome.key] ?? 0) < ($1.month, places[$1.outcome.key] ?? 0) }
    }

    /// What is asked: the ultimate outcomes of a model, or those of the network.
    static func outcomes(of model: (any InterventionModel)?) -> [OutcomeDefinition] {
        model?.outcomes.filter { $0.role == .ultimate } ?? OutcomeDefinition.ofTheNetwork
    }
}

extension FollowUpTable.Row {
    fileprivate init(_ row: Row, of outcomes: [OutcomeDefinition]) throws {
        let key = try row.decode("outcome", as: String.self)
        let (yes, no) = (try row.decode("yes", as: Int.self), try row.decode("no", as: Int.self))
        let unknown = try row.decode("unknown", as: Int.self)
        guard let outcome = outcomes.first(where: { $0.key.text == key }),
            let month = FollowUpMonth(rawValue: try row.decode("month", as: Int.self)),
            let answers = KnownOfAll(yes: yes, known: yes + no, all: yes + no + unknown)
        else { throw ReportFault.impossibleReferrals }
        self.init(month: month, outcome: outcome, answers: answers, notDue: try row.decode("not_due", as: Int.self))
    }
}

extension FollowUpTable {
    package var document: ReportDocument {
        ReportDocument(
            "follow-up", title: "Follow-up", answering: request, findings: findings, tables: [table], records: records,
            notes: notes)
    }

    private var records: ReportRecords {
        ReportRecords(
            columns: [
                "month", "outcome", "title", "yes", "known", "unknown", "not_due", "value", "low", "high", "worst",
                "best",
            ],
            rows: rows.map { row in
                let interval = row.answers.amongKnown?.wilson()
                return [
                    .whole(row.month.rawValue), .text(row.outcome.key.text), .text(row.outcome.title),
                    .whole(row.answers.yes), .whole(row.answers.known), .whole(row.unknown), .whole(row.notDue),
                    ReportValue(decimal: row.answers.amongKnown?.value), ReportValue(decimal: interval?.low),
                    ReportValue(decimal: interval?.high), ReportValue(decimal: row.answers.least?.value),
                    ReportValue(decimal: row.answers.most?.value),
                ]
            })
    }

    private var findings: [String] {
        let lines = [
            "Counted: families with a yes, of closures with the opportunity for a full course of treatment whose follow-up "
                + "is due and whose answer is known."
        ]
        guard rows.contains(where: { $0.answers.all + $0.notDue > 0 }) else {
            return lines + ["n/a: no family was closed in the period."]
        }
        return lines
    }

    private var table: ReportTable {
        ReportTable(
            "Of families closed in the period: yes of known, and what it could be of all whose follow-up is due.",
            columns: [
                .figure("Months"), .words("Outcome"), .figure("Value"), .figure("n/N"), .figure("95% interval"),
                .figure("Unknown"), .figure("Worst case"), .figure("Best case"), .figure("Not due"),
            ],
            rows: rows.map { row in
                let known = row.answers.amongKnown
                return [
                    "\(row.month.rawValue)", row.outcome.title, known?.percentText ?? "n/a", known?.countsText ?? "0/0",
                    Written.percents(known?.wilson()), "\(row.unknown)", row.answers.least?.percentText ?? "n/a",
                    row.answers.most?.percentText ?? "n/a", "\(row.notDue)",
                ]
            })
    }

    private var notes: [String] {
        [
            "Worst case: every unknown answer is a no; best case: every one is a yes. Between them lies what is not known.",
            "A follow-up is due on its day, so many calendar months after closing; one that was collected counts from then "
                + "on. One that was held outside its window answers nothing.",
            "Families closed without the opportunity for a full course of treatment are not counted.",
            "This report tests no difference between sites. " + ComparisonTable.falseOverdispersion,
        ]
    }
}
