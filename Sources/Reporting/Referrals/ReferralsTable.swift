import CivilDate
import Intervention
import Statistics

/// What became of the referrals of a period, and why.
package struct ReferralsTable: Hashable, Sendable {
    /// The referrals to one model, or to all models pooled.
    package struct Section: Hashable, Sendable {
        /// The model's id, or `all`.
        package let model: String
        /// The name that people use.
        package let title: String
        /// Referrals received in the period.
        package let received: Int
        /// The lines, block by block.
        package let rows: [ReferralRow]
    }

    /// What the table is about.
    package let scope: ReportScope
    /// The days that count.
    package let period: CivilPeriod
    /// What was known at this time; nil for what is known now.
    package let knownAt: Instant?
    /// The models, in the order of the programme.
    package let sections: [Section]
    let request: ReportRequest
}

extension ReferralsTable {
    /// Turns counts into lines.
    /// - Parameter running: the models that the scope runs; each has a section, whether or not anybody was referred.
    init(
        answering request: ReportRequest, counts: [ReferralCount], spans: [ReferralSpan] = [], models: ModelRegistry,
        running: Set<ModelID>
    ) throws(ReportFault) {
        self.request = request
        scope = request.scope
        period = request.period
        knownAt = request.knownAt
        let shown: [(model: String, title: String)]
        switch request.scope.models {
        case .pooled: shown = [("all", "All models pooled")]
        case .one(let id): shown = [(id.text, models.newest(id)?.title ?? id.text)]
        case .each:
            let ids = running.union(counts.compactMap { ModelID($0.model) })
            let known = models.ids.filter(ids.contains)
            shown = (known + ids.subtracting(known).sorted()).map { ($0.text, models.newest($0)?.title ?? $0.text) }
        }
        var sections: [Section] = []
        for (model, title) in shown {
            sections.append(
                try Section(
                    model, title, counts: counts.filter { $0.model == model },
                    spans: spans.filter { $0.model == model }))
        }
        self.sections = sections
    }
}

extension ReferralsTable.Section {
    /// - Parameter counts: those of the model.
    fileprivate init(
        _ model: String, _ title: String, counts: [ReferralCount], spans: [ReferralSpan]
    ) throws(ReportFault) {
        let received = counts.filter(\.isReceived)
        let lines = ReferralLines(received: received, decided: counts.filter(\.isDecided))
        self.model = model
        self.title = title
        self.received = received.total()
        var rows: [ReferralRow] = []
        for line in lines.all + SpanLines(spans: spans).all {
            guard let share = Proportion(numerator: line.counted, denominator: line.total) else {
                throw .impossibleReferrals
            }
            rows.append(
                ReferralRow(block: line.block, key: line.key, title: line.title, share: share, spread: line.spread))
        }
        self.rows = rows
    }
}
