import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres
import Statistics

/// A number as somebody stated it in decimals, kept exactly: a baseline, a target, a price.
package struct StatedNumber: Hashable, Sendable {
    /// The exact value, 0 or more.
    let fraction: Fraction
    /// As it was stated.
    package let text: String

    /// A number of at most nine digits before the point and nine after it; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ (1...9).contains($0.utf8.count) }),
            parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let whole = Int128(parts.joined())
        else { return nil }
        let scale = (0..<(parts.count > 1 ? parts[1].utf8.count : 0)).reduce(Int128(1)) { scale, _ in scale * 10 }
        guard let fraction = Fraction(whole, over: scale) else { return nil }
        self.fraction = fraction
        self.text = text
    }

    /// Whether it is a share: 0 to 1.
    package var isShare: Bool { fraction.numerator <= fraction.denominator }
}

/// What a contract on outcomes agrees.
package struct OutcomesContract: Hashable, Sendable {
    /// How many months each child is tracked from its first session.
    package let window: WindowLength
    /// The share of their days that like children were looked after before, 0 to 1.
    package let baseline: StatedNumber
    /// The share that the contract aims at, 0 to 1; a smaller one meets it, and so does the same.
    package let target: StatedNumber
    /// What is paid for a day averted, in the contract's currency; nil where nothing is paid.
    package let price: StatedNumber?
    /// The most that is paid; nil without a cap.
    package let cap: StatedNumber?

    /// Terms, or nil for a baseline or target that is no share, and for a cap without a price.
    package init?(
        window: WindowLength, baseline: StatedNumber, target: StatedNumber, price: StatedNumber? = nil,
        cap: StatedNumber? = nil
    ) {
        guard baseline.isShare, target.isShare, price != nil || cap == nil else { return nil }
        self.window = window
        self.baseline = baseline
        self.target = target
        self.price = price
        self.cap = cap
    }
}

/// The report of a contract on outcomes: the arithmetic of a social impact bond.
package struct OutcomesContractReport: FactReport {
    /// The terms.
    package let contract: OutcomesContract
    /// The last day that is tracked.
    package let day: CivilDate

    /// A report of a contract as it stands on a day, which counts.
    package init(_ contract: OutcomesContract, on day: CivilDate) {
        self.contract = contract
        self.day = day
    }

    package func read(_ ground: ReportGround, in transaction: Transaction) async throws -> OutcomesContractTable {
        let (request, scope) = (ground.request, ground.request.scope)
        guard day <= ground.today else { throw ReportFault.dayToCome(day, today: ground.today) }
        let statement = Statement(
            embedded: String(decoding: PackageResources.outcomes_contract_sql, as: UTF8.self),
            binding: [
                ground.numbers, scope.team?.text, ground.model?.text, request.period.from, request.period.halfOpenEnd,
                request.knownAt, day.adding(days: 1), IndicatorReport.factShape, CareDaysReport.spellShape,
                scope.authority?.text, Int32(contract.window.months),
            ])
        var counts = OutcomesContractTable.Counts()
        var stale = 0
        for row in try await transaction.query(statement) {
            stale += try row.decode("stale", as: Int.self)
            counts = try OutcomesContractTable.Counts(row: row)
        }
        guard stale == 0 else { throw ReportFault.staleFacts(stale) }
        return try OutcomesContractTable(answering: request.addingUp, self, counts)
    }
}
