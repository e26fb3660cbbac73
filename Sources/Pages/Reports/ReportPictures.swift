import CivilDate
import Pictures
import Reporting
import Statistics

extension ComparisonTable {
    /// The funnel of the units that were compared.
    package var picture: Picture {
        let noun = grouping == .site ? Noun("site", "sites") : Noun("team", "teams")
        return FunnelPicture(
            id: PictureID("comparison"), title: "\(title) by \(grouping.rawValue)", noun: noun,
            units: comparison.units.map { .init(name: $0.counted.code, share: $0.counted.share, signal: $0.signal) },
            limits: comparison.centre?.value.flatMap { FunnelLimits(around: $0) }.map { .exact($0) }
        ).picture
    }
}

extension TrendTable {
    /// The run of the indicator.
    package var picture: Picture {
        RunPicture(
            id: PictureID("trend"), title: document.title, figure: .share,
            points: points.map { point in
                RunPicture.Point(
                    name: "\(point.from.civilMonth)", counts: "\(point.share.numerator)/\(point.share.denominator)",
                    value: point.share.value)
            }, chart: chart
        ).picture
    }
}

extension PlacementTimes {
    /// The curve of families without a placement; whoever leaves for another cause is only watched no longer.
    package var picture: Picture {
        SurvivalPicture(
            id: PictureID("time-to-placement"), title: "Time to placement, from the first session",
            noun: Noun("family", "families"), event: "placed", unit: "days",
            cases: cases.compactMap { Watched($0.time, $0.cause == .placed ? Cause.placed : nil) }
        ).picture
    }
}
