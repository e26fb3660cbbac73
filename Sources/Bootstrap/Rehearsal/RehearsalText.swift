import CivilDate
import EpisodeStore
import Intervention
import Simulation
import Statistics

/// What a rehearsal found, as lines for people.
enum RehearsalText {
    /// One network.
    static func lines(of findings: RehearsalFindings, in rehearsal: Rehearsal) -> [String] {
        let request = rehearsal.plan.request
        let found = findings.planted.count(where: \.isFound)
        let different = findings.differences.filter(\.question.isOverdispersed)
        let seen = different.count(where: \.isFound)
        let planted = findings.planted.count + different.count
        return [
            "\(request.sites) sites with \(request.families) families, seed \(request.seed); closures of "
                + "\(rehearsal.model) from \(rehearsal.period.from) to \(rehearsal.period.through)",
            "", "Planted sites",
        ] + sites(findings) + ["", "Planted difference between all sites"] + differences(different)
            + ["", "Called out though nothing was planted"] + mistaken(findings) + [
                "",
                "planted \(planted), found \(found + seen), missed \(planted - found - seen), "
                    + "false \(findings.mistaken.count)",
                "False signals: \(findings.mistaken.count) of \(findings.looks) looks; the exact tails make "
                    + "\(decimal(findings.expected)) of them. So many or more: \(percent(findings.chanceOfSoMany)).",
            ]
    }

    private static func sites(_ findings: RehearsalFindings) -> [String] {
        var table = TextTable(
            ["site", "indicator", "planted", "true", "counted", "share", "signal", "", "chance to be found"],
            [.left, .left, .left, .right, .right, .right, .left, .left, .right])
        for site in findings.planted {
            table.add(
                cells(site) + [site.signal.rawValue, site.isFound ? "found" : "missed", percent(site.chance)])
        }
        return table.lines
    }

    private static func mistaken(_ findings: RehearsalFindings) -> [String] {
        guard !findings.mistaken.isEmpty else { return ["None."] }
        var table = TextTable(
            ["site", "indicator", "true", "counted", "share", "signal", "exact tail"],
            [.left, .left, .right, .right, .right, .left, .right])
        for site in findings.mistaken {
            var cells = cells(site)
            cells.remove(at: 2)
            table.add(cells + [site.signal.rawValue, percent(site.chance)])
        }
        return table.lines
    }

    private static func cells(_ site: RehearsalFindings.Site) -> [String] {
        [
            Rehearsal.code(of: site.look.site).text, site.question.title, site.look.effect?.rawValue ?? "",
            percent(site.look.rate), "\(site.share.numerator)/\(site.share.denominator)",
            site.share.percent.map { $0 + "%" } ?? "n/a",
        ]
    }

    private static func differences(_ differences: [RehearsalFindings.Difference]) -> [String] {
        var table = TextTable(
            ["indicator", "phi", "", "chance to be found"], [.left, .right, .left, .right])
        for difference in differences {
            table.add([
                difference.question.title, decimal(difference.phi), difference.isFound ? "found" : "missed",
                "\(difference.found) of \(RehearsalFindings.draws) draws",
            ])
        }
        return table.lines
    }

    /// A series of networks.
    static func lines(of series: RehearsalSeries) -> [String] {
        var table = TextTable(
            ["", "indicator", "site", "looks", "signals", "exact", "99.8% limits", ""],
            [.left, .left, .left, .right, .right, .right, .right, .left])
        for (name, tallies) in [("planted", series.found), ("nothing planted", series.mistaken)] {
            for tally in tallies {
                table.add([
                    name, tally.question.title, tally.site.map { Rehearsal.code(of: $0).text } ?? "all others",
                    "\(tally.looks)", "\(tally.count)", decimal(tally.expected),
                    "\(tally.limits.lowerBound) to \(tally.limits.upperBound)", tally.isWithin ? "within" : "OUTSIDE",
                ])
            }
        }
        return ["\(series.networks) networks of \(Rehearsal.sites) sites, counts only", ""] + table.lines + [
            "", "Networks in which sites are said to differ by more than chance",
        ]
            + RehearsedQuestion.allCases.map { question in
                let said = "\(series.overdispersed[question] ?? 0) of \(series.networks)"
                return "  \(question.title): \(said)\(question.isOverdispersed ? ", planted" : "")"
            }
    }

    private static func percent(_ share: Double) -> String { decimal(share * 100) + "%" }

    private static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}
