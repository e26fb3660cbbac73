import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres
import Statistics

/// The report of missing and late data.
package struct QualityReport: FactReport {
    /// The report; it is asked nothing besides.
    package init() {}

    /// From how many days after a closing on its entry is late: what is due is due within a week [I].
    package static let lateAfter: Int32 = 7
    /// From how many days on a referral without a decision is late [I].
    package static let pendingAfter: Int32 = 28

    package func read(_ ground: ReportGround, in transaction: Transaction) async throws -> QualityTable {
        let (request, scope) = (ground.request, ground.request.scope)
        let statement = Statement(
            embedded: String(decoding: PackageResources.quality_sql, as: UTF8.self),
            binding: [
                ground.numbers, scope.team?.text, ground.model?.text, request.period.from, request.period.halfOpenEnd,
                request.knownAt, ground.today, IndicatorReport.factShape, scope.authority?.text,
                QualityReport.lateAfter, QualityReport.pendingAfter,
            ])
        var rows: [QualityTable.Row] = []
        for row in try await transaction.query(statement) {
            let stale = try row.decode("stale", as: Int.self)
            guard stale == 0 else { throw ReportFault.staleFacts(stale) }
            rows.append(try QualityTable.Row(row: row))
        }
        return QualityTable(request: request.addingUp, rows: rows)
    }
}

/// What is missing and what is late, rule by rule.
package struct QualityTable: ReportAnswer {
    /// The rules; the raw value is the rule's code.
    package enum Rule: String, CaseIterable, Hashable, Sendable {
        case age = "M01"
        case sex = "M02"
        case ethnicity = "M03"
        case authority = "M04"
        case deprivation = "M05"
        case source = "M06"
        case onward = "M07"
        case atHome = "M08"
        case school = "M09"
        case arrests = "M10"
        case interview = "M11"
        case followUp = "M12"
        case spells = "M13"
        case start = "M14"
        case pending = "L01"
        case lateClosing = "L02"
        case estimatedDecision = "E01"

        /// What is looked for, and of whom.
        package var title: String {
            switch self {
            case .age: "Referrals without a month of birth"
            case .sex: "Referrals without the child's sex"
            case .ethnicity: "Referrals without ethnicity"
            case .authority: "Referrals without a responsible authority"
            case .deprivation: "Referrals without a deprivation decile"
            case .source: "Referrals without who referred"
            case .onward: "Declined referrals without where the family was sent on to"
            case .atHome: "Closures with the opportunity whose answer on living at home is not known"
            case .school: "Closures with the opportunity whose answer on school or work is not known"
            case .arrests: "Closures with the opportunity whose answer on arrests is not known"
            case .interview: "Closures whose stay called for an adherence interview and that have none"
            case .followUp: "Closures with the opportunity whose follow-up at 6 months is due and not collected"
            case .spells: "Closures of children without any spell on record"
            case .start: "Closures without a first session"
            case .pending: "Referrals without a decision that have waited more than \(QualityReport.pendingAfter) days"
            case .lateClosing: "Closures that were written down more than \(QualityReport.lateAfter) days after"
            case .estimatedDecision: "Decisions whose day is an estimate"
            }
        }
    }

    /// One rule.
    package struct Row: Hashable, Sendable {
        /// The rule.
        package let rule: Rule
        /// How many break it, of how many.
        package let found: Proportion
    }

    let request: ReportRequest
    /// The rules by code.
    package let rows: [Row]
}

extension QualityTable.Row {
    fileprivate init(row: Row) throws {
        guard let rule = QualityTable.Rule(rawValue: try row.decode("rule", as: String.self)),
            let found = Proportion(
                numerator: try row.decode("found", as: Int.self), denominator: try row.decode("looked_at", as: Int.self)
            )
        else { throw ReportFault.impossibleReferrals }
        self.init(rule: rule, found: found)
    }
}

extension QualityTable {
    package var document: ReportDocument {
        ReportDocument(
            "quality", title: "Quality of data", answering: request, findings: findings, tables: [table],
            records: records, notes: notes)
    }

    private var ordered: [Row] {
        Rule.allCases.compactMap { rule in rows.first { $0.rule == rule } }
    }

    private var records: ReportRecords {
        ReportRecords(
            columns: ["rule", "title", "numerator", "denominator", "value"],
            rows: ordered.map { row in
                [
                    .text(row.rule.rawValue), .text(row.rule.title), .whole(row.found.numerator),
                    .whole(row.found.denominator), ReportValue(decimal: row.found.value),
                ]
            })
    }

    private var findings: [String] {
        guard rows.contains(where: { $0.found.denominator > 0 }) else {
            return ["n/a: nobody was referred, decided or closed in the period."]
        }
        return ["Rules that something breaks: \(rows.count { $0.found.numerator > 0 }) of \(rows.count)."]
    }

    private var table: ReportTable {
        ReportTable(
            "Each rule with how many break it, of those of whom it could have been recorded.",
            columns: [.words("Rule"), .words(""), .figure("Share"), .figure("n/N")],
            rows: ordered.map { [$0.rule.rawValue, $0.rule.title, $0.found.percentText, $0.found.countsText] })
    }

    private var notes: [String] {
        [
            "Referrals count by the day of referral, decisions by the day of decision, closings by the day of closing.",
            "M rules tell what is missing, L rules what is late, E rules what is estimated.",
            "An import writes down what is long past: its closings are late by the day on which they became known here.",
        ]
    }
}
