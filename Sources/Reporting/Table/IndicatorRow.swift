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
    let figure: IndicatorFigure
    let aim: Aim?

    /// - Throws: ``ReportFault/inexact(_:)``.
    init(_ indicator: Indicator, of sums: IndicatorSums, aim: Aim?, comparator: Comparator?) throws(ReportFault) {
        guard let figure = sums.figure(of: indicator) else { throw .inexact(indicator) }
        self.indicator = indicator
        self.figure = figure
        self.aim = aim
        self.comparator = comparator
        unknown = sums.unknown(for: indicator)
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
