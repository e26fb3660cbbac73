import Intervention
import Statistics

/// One indicator of one model, or of all models pooled.
package struct IndicatorRow: Hashable, Sendable {
    /// The indicator.
    package let indicator: Indicator
    /// How many of the base cannot be counted for or against it.
    package let unknown: Int
    /// Wilson's interval of 95 %; nil for averages, and when nothing was counted.
    package let interval: Interval?
    /// A published figure to read the value beside; nil when there is none, or when pooled models have different ones.
    package let comparator: Comparator?
    /// Whom it is counted over when that is not its block's base; nil when it is.
    package let otherBase: String?
    let figure: IndicatorFigure
    let aim: Aim?

    /// - Parameter own: the same counted over a base of the model's own; nil for the table's base.
    /// - Throws: ``ReportFault/inexact(_:)``.
    init(
        _ indicator: Indicator, of sums: IndicatorSums, own: MeasureRow? = nil, aim: Aim?, comparator: Comparator?
    ) throws(ReportFault) {
        guard let figure = own.map({ .share($0.share) }) ?? sums.figure(of: indicator) else {
            throw .inexact(indicator)
        }
        self.indicator = indicator
        self.figure = figure
        self.aim = aim
        self.comparator = comparator
        otherBase = own.map { $0.baseText + ($0.measure.unknowns == .kept ? "; unknown stays in N" : "") }
        unknown = own?.unknown ?? sums.unknown(for: indicator)
        interval = if case .share(let proportion) = figure { proportion.wilson() } else { nil }
    }

    /// What the value is divided by.
    package var denominator: Int { figure.denominator }

    /// The value, unrounded: a share from 0 to 1, a score from 0 to 1, or days. Nil when nothing was counted.
    package var value: Double? { figure.fraction?.value }

    /// Whether the exact value meets the target; nil without a target and when nothing was counted.
    package var isMet: Bool? {
        guard let aim, let value = figure.fraction else { return nil }
        return aim.isMet(by: value)
    }
}

extension [IndicatorRow] {
    /// What rows of a block are counted over that have a base of the model's own, a line each.
    package func otherBases(in block: Indicator.Block) -> [String] {
        filter { $0.indicator.block == block }.compactMap { row in
            row.otherBase.map { "\(row.indicator.title): N is of \($0)." }
        }
    }
}
