import Markup
import Statistics
import Testing

@testable import Pictures

@Suite struct FindingTests {
    @Test func `a funnel names who lies outside, on which side and how far`() throws {
        let shares = [("calm", 85, 100), ("low", 60, 100), ("odd", 76, 100), ("calm-too", 180, 200)]
        let limits = try #require(FunnelLimits(around: 0.86))
        let units = try shares.map { name, x, n in
            let share = try Samples.share(x, n)
            return FunnelPicture.Unit(name: name, share: share, signal: limits.signal(of: share))
        }
        let picture = FunnelPicture(
            id: PictureID("x"), title: "x", noun: Noun("site", "sites"), units: units, limits: .exact(limits)
        ).picture
        #expect(
            picture.finding
                == "Of 4 sites, 2 lie outside the limits of chance around the share of all together, 86.0%: "
                + "low far below, odd below.")
    }

    @Test func `a run says which months stand out, counting those without cases`() {
        let values: [Double?] = [0.8, 0.82, nil, 0.81, 0.8, 0.82, 0.81, 0.8, 0.82, 0.81, 0.8, 0.82, 0.2]
        #expect(
            Samples.run(values).finding
                == "Around the mean of 75.9%: 2025-01 lies below the limits; 11 in a row lie above the mean from 2024-01 "
                + "to 2024-12.")
    }

    @Test func `a curve gives the published median, and is faint where fewer than five are watched`() {
        let picture = Samples.survival(Samples.remission)
        #expect(picture.finding == "Half of 21 children were placed within 23 days (95% limits 13 to not reached).")
        #expect(picture.svg.html.contains("stroke-opacity=\"0.55\""))
        let solid = "stroke-width=\"2\""
        #expect(picture.svg.html.contains(solid))
        // Of four children nothing is drawn firmly but its key.
        let few = Samples.survival(Array(Samples.remission.prefix(4))).svg.html
        #expect(few.split(separator: solid).count == 2)
    }

    @Test func `a flow says how far they came`() {
        #expect(
            Samples.flow(Samples.referrals).finding
                == "Of 120 referrals, 74 came as far as “Completed treatment” (61.7%).")
    }
}
