import Intervention
import Statistics

/// One measure of one model. It never stands without its counts: base rates are low.
package struct MeasureRow: Hashable, Sendable {
    /// The measure.
    package let measure: Measure
    /// How many of the base are neither a yes nor a no; whether they are in the denominator is the measure's to say.
    package let unknown: Int
    /// How many follow-ups are not due yet; they are not in the denominator.
    package let notDue: Int
    /// Of how many a follow-up was only collected outside its window, which answers nothing; they are among the unknown
    /// and those not due.
    package let outsideWindow: Int
    /// Wilson's interval of 95 %; nil when nothing was counted.
    package let interval: Interval?
    let share: Proportion

    /// - Throws: ``ReportFault/impossibleMeasure(_:)``.
    init(_ measure: Measure, of tally: MeasureTally) throws(ReportFault) {
        let kept = measure.unknowns == .kept ? tally.unknown : 0
        guard let share = Proportion(numerator: tally.yes, denominator: tally.yes + tally.no + kept),
            tally.unknown >= 0, tally.notDue >= 0, (0...tally.unknown + tally.notDue).contains(tally.outsideWindow)
        else { throw .impossibleMeasure(measure.key) }
        self.measure = measure
        self.share = share
        unknown = tally.unknown
        notDue = tally.notDue
        outsideWindow = tally.outsideWindow
        interval = share.wilson()
    }

    /// How many count.
    package var numerator: Int { share.numerator }

    /// Of how many.
    package var denominator: Int { share.denominator }

    /// The share, unrounded; nil when nothing was counted.
    package var value: Double? { share.value }
}
