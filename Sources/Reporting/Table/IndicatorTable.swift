import CivilDate
import Intervention

/// The programme's indicator table: all indicators for each model of a scope, or for all of them pooled.
package struct IndicatorTable: Hashable, Sendable {
    /// All indicators of one model, or of all models pooled.
    package struct Section: Hashable, Sendable {
        /// The model's id, or `all`.
        package let model: String
        /// The name that people use.
        package let title: String
        /// All closures of the period, for any reason.
        package let closures: Int
        /// Those of them with the opportunity for a full course of treatment.
        package let opportunity: Int
        /// One row for each indicator, in the order of the published layout.
        package let rows: [IndicatorRow]
    }

    /// What the table is about.
    package let scope: ReportScope
    /// The days that count.
    package let period: CivilPeriod
    /// What was known at this time; nil for what is known now.
    package let knownAt: Instant?
    /// The models, in the order of the programme.
    package let sections: [Section]
}

extension IndicatorTable {
    /// Turns sums into rows.
    /// - Parameters:
    ///   - sums: by the model's id, or `all`; a model that is missing had nothing in the period.
    ///   - running: the models that the scope runs, whether or not anything happened.
    ///   - settings: the values by which targets are read; a model that is missing has its standard ones.
    init(
        answering request: IndicatorRequest, sums: [String: IndicatorSums], models: ModelRegistry,
        running: Set<ModelID>, settings: [ModelID: ModelSettings] = [:]
    ) throws(ReportFault) {
        scope = request.scope
        period = request.period
        knownAt = request.knownAt
        switch request.scope.models {
        case .pooled:
            let pooled = models.ids.filter(running.contains).compactMap { models.newest($0) }
            let isComplete = pooled.count == running.count
            sections = [
                try Section(
                    "all", title: "All models pooled", sums: sums["all"], guided: isComplete ? pooled : [],
                    with: settings
                )
            ]
        case .one(let id): sections = [try Section(id, sums: sums[id.text], models: models, with: settings)]
        case .each:
            let happened = sums.keys.compactMap { ModelID($0) }
            let shown = running.union(happened)
            let known = models.ids.filter(shown.contains)
            let others = shown.subtracting(known).sorted()
            var sections: [Section] = []
            for id in known + others {
                sections.append(try Section(id, sums: sums[id.text], models: models, with: settings))
            }
            self.sections = sections
        }
    }
}

extension IndicatorTable.Section {
    fileprivate init(
        _ id: ModelID, sums: IndicatorSums?, models: ModelRegistry, with settings: [ModelID: ModelSettings]
    ) throws(ReportFault) {
        let newest = models.newest(id)
        try self.init(
            id.text, title: newest?.title ?? id.text, sums: sums, guided: newest.map { [$0] } ?? [], with: settings)
    }

    /// - Parameter guides: the models whose targets and comparators apply, as far as all of them state the same.
    fileprivate init(
        _ model: String, title: String, sums: IndicatorSums?, guided guides: [any InterventionModel],
        with settings: [ModelID: ModelSettings]
    ) throws(ReportFault) {
        let sums = sums ?? IndicatorSums()
        self.model = model
        self.title = title
        closures = sums.closures
        opportunity = sums.opportunity
        var rows: [IndicatorRow] = []
        for indicator in Indicator.allCases {
            let aims = Set(guides.map { Aim(of: indicator, in: $0, with: settings[$0.id]) })
            let comparators = Set(guides.map { guide in guide.comparators.first { $0.indicator == indicator } })
            rows.append(
                try IndicatorRow(
                    indicator, of: sums,
                    aim: aims.count == 1 ? aims.first ?? nil : nil,
                    comparator: comparators.count == 1 ? comparators.first ?? nil : nil
                )
            )
        }
        self.rows = rows
    }
}
