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
        /// What the model measures beside them; none when models are pooled: their measures are not the same things.
        package let blocks: [MeasureBlock]
        /// What the service did beside the outcomes of its families.
        package let service: [ServiceRow]
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
    ///   - tallies: of ``questions(_:sums:models:running:)``; a question that is missing has nobody to be asked of.
    ///   - service: by the model's id, or `all`; of a model that is missing nobody was in treatment.
    ///   - posts: those of therapists.
    init(
        answering request: ReportRequest, sums: [String: IndicatorSums], models: ModelRegistry,
        running: Set<ModelID>, settings: [ModelID: ModelSettings] = [:],
        tallies: [MeasureQuestion: MeasureTally] = [:], service: [String: ServiceSums] = [:],
        posts: TherapistPosts = .unknown(.notStated([]))
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
                    with: settings,
                    service: try .init(
                        of: sums["all"] ?? IndicatorSums(), service["all"] ?? ServiceSums(), posts: posts.days(of: nil))
                )
            ]
        case .each, .one:
            var sections: [Section] = []
            for id in IndicatorTable.shown(request.scope.models, sums: sums, models: models, running: running) {
                sections.append(
                    try Section(
                        id, sums: sums[id.text], models: models, with: settings, tallies: tallies,
                        service: try .init(
                            of: sums[id.text] ?? IndicatorSums(), service[id.text] ?? ServiceSums(),
                            posts: posts.days(of: id))))
            }
            self.sections = sections
        }
    }

    /// The models that have a section of their own, in their order.
    private static func shown(
        _ wanted: ReportScope.Models, sums: [String: IndicatorSums], models: ModelRegistry, running: Set<ModelID>
    ) -> [ModelID] {
        switch wanted {
        case .pooled: return []
        case .one(let id): return [id]
        case .each:
            let shown = running.union(sums.keys.compactMap { ModelID($0) })
            let known = models.ids.filter(shown.contains)
            return known + shown.subtracting(known).sorted()
        }
    }

    /// What has to be counted for the sections beside the sums.
    static func questions(
        _ request: ReportRequest, sums: [String: IndicatorSums], models: ModelRegistry, running: Set<ModelID>
    ) -> [MeasureQuestion] {
        shown(request.scope.models, sums: sums, models: models, running: running).flatMap { id in
            guard let model = models.newest(id) else { return [MeasureQuestion]() }
            let measures = model.otherBases.map(\.measure) + model.measureBlocks.flatMap(\.measures)
            return measures.map { MeasureQuestion(model: id, measure: $0) }
        }
    }
}

extension IndicatorTable.Section {
    fileprivate init(
        _ id: ModelID, sums: IndicatorSums?, models: ModelRegistry, with settings: [ModelID: ModelSettings],
        tallies: [MeasureQuestion: MeasureTally], service: [ServiceRow]
    ) throws(ReportFault) {
        let newest = models.newest(id)
        func row(_ measure: Measure) throws(ReportFault) -> MeasureRow {
            try MeasureRow(measure, of: tallies[MeasureQuestion(model: id, measure: measure)] ?? MeasureTally())
        }
        var own: [Indicator: MeasureRow] = [:]
        for other in newest?.otherBases ?? [] { own[other.indicator] = try row(other.measure) }
        var blocks: [MeasureBlock] = []
        for block in newest?.measureBlocks ?? [] {
            var rows: [MeasureRow] = []
            for measure in block.measures { rows.append(try row(measure)) }
            blocks.append(MeasureBlock(title: block.title, rows: rows))
        }
        try self.init(
            id.text, title: newest?.title ?? id.text, sums: sums, guided: newest.map { [$0] } ?? [], with: settings,
            own: own, blocks: blocks, service: service
        )
    }

    /// - Parameters:
    ///   - guides: the models whose targets and comparators apply, as far as all of them state the same.
    ///   - own: the indicators that the model counts over a base of its own.
    fileprivate init(
        _ model: String, title: String, sums: IndicatorSums?, guided guides: [any InterventionModel],
        with settings: [ModelID: ModelSettings], own: [Indicator: MeasureRow] = [:], blocks: [MeasureBlock] = [],
        service: [ServiceRow]
    ) throws(ReportFault) {
        let sums = sums ?? IndicatorSums()
        self.model = model
        self.title = title
        self.blocks = blocks
        self.service = service
        closures = sums.closures
        opportunity = sums.opportunity
        var rows: [IndicatorRow] = []
        for indicator in Indicator.allCases {
            let aims = Set(guides.map { Aim(of: indicator, in: $0, with: settings[$0.id]) })
            let comparators = Set(guides.map { guide in guide.comparators.first { $0.indicator == indicator } })
            rows.append(
                try IndicatorRow(
                    indicator, of: sums, own: own[indicator],
                    aim: aims.count == 1 ? aims.first ?? nil : nil,
                    comparator: comparators.count == 1 ? comparators.first ?? nil : nil
                )
            )
        }
        self.rows = rows
    }
}
