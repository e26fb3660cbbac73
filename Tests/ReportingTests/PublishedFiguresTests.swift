import CivilDate
import Intervention
import StandardMST
import Statistics
import Testing

@testable import Reporting

/// `published.md` P1 and P8: what the published figures force.
@Suite struct PublishedFiguresTests {
    @Test(arguments: [
        (Indicator.completed, "81.6%", false), (.lackOfEngagement, "3.8%", true), (.placed, "14.6%", false),
        (.atHome, "84.7%", false), (.inSchoolOrWork, "81.8%", false), (.noNewArrests, "83.4%", false),
        (.lengthOfStay, "123.1", true),
    ])
    func `the published year prints the published figures and verdicts`(
        _ indicator: Indicator, _ text: String, _ isMet: Bool
    ) throws {
        let row = try PublishedYear.row(indicator, of: PublishedYear.sums())
        #expect(row.valueText == text)
        #expect(row.isMet == isMet)
        #expect(row.denominator == 445)
    }

    @Test func `moved, administrative and prior-event closures change no closure rate, but the total`() throws {
        let without = try PublishedYear.table(["mst": PublishedYear.sums()]).sections[0]
        let with = try PublishedYear.table(["mst": PublishedYear.sums(others: 40)]).sections[0]
        for indicator in [Indicator.completed, .lackOfEngagement, .placed, .atHome, .lengthOfStay] {
            let rows = [without, with].map { $0.rows.first { $0.indicator == indicator } }
            #expect(rows[0] == rows[1])
        }
        #expect(with.closures == without.closures + 40)
        #expect(with.opportunity == without.opportunity)
    }

    @Test func `completed, lack of engagement and placed add up to all of their base`() throws {
        let section = try PublishedYear.table(["mst": PublishedYear.sums()]).sections[0]
        let values = [Indicator.completed, .lackOfEngagement, .placed].compactMap { indicator in
            section.rows.first { $0.indicator == indicator }?.figure.fraction
        }
        let sum = values.reduce(Fraction.zero) { $0.adding($1) ?? .zero }
        #expect(sum == Fraction(1, over: 1))
    }

    @Test(arguments: Indicator.allCases)
    func `nothing of nothing has no value, no interval and no verdict`(_ indicator: Indicator) throws {
        let row = try PublishedYear.row(indicator, of: IndicatorSums())
        #expect(row.value == nil)
        #expect(row.interval == nil)
        #expect(row.isMet == nil)
        #expect(row.valueText == "n/a")
    }

    @Test func `none of two is 0 per cent and not nothing`() throws {
        var sums = IndicatorSums()
        sums.atHome = IndicatorSums.Answers(yes: 0, no: 2)
        sums.opportunity = 2
        let row = try PublishedYear.row(.atHome, of: sums)
        #expect(row.value == 0)
        #expect(row.valueText == "0.0%")
        #expect(row.isMet == false)
    }

    @Test(arguments: [1, 3, 17, 117, 4_443])
    func `exactly 5 per cent lack of engagement and 10 per cent placed fail, whatever the count`(_ times: Int) throws {
        var sums = IndicatorSums()
        sums.opportunity = 20 * times
        sums.lackOfEngagement = times
        sums.placed = 2 * times
        #expect(try PublishedYear.row(.lackOfEngagement, of: sums).isMet == false)
        #expect(try PublishedYear.row(.placed, of: sums).isMet == false)
        sums.opportunity += 1
        #expect(try PublishedYear.row(.lackOfEngagement, of: sums).isMet == true)
        #expect(try PublishedYear.row(.placed, of: sums).isMet == true)
    }

    @Test(arguments: [1, 7, 333])
    func `exactly 90 per cent at home meets 90 per cent, one less does not`(_ times: Int) throws {
        var sums = IndicatorSums()
        sums.opportunity = 10 * times
        sums.atHome = IndicatorSums.Answers(yes: 9 * times, no: times)
        #expect(try PublishedYear.row(.atHome, of: sums).isMet == true)
        sums.atHome = IndicatorSums.Answers(yes: 9 * times - 1, no: times + 1)
        #expect(try PublishedYear.row(.atHome, of: sums).isMet == false)
    }

    @Test(arguments: [(1000, true), (1400, true), (999, false), (1401, false), (1001, true), (1399, true)])
    func `a stay of 100 and of 140 days meets the target, 99.9 and 140.1 do not`(_ days: Int, _ isMet: Bool) throws {
        var sums = IndicatorSums()
        sums.opportunity = 10
        sums.stays = 10
        sums.stayDays = days
        #expect(try PublishedYear.row(.lengthOfStay, of: sums).isMet == isMet)
    }

    @Test func `an unknown answer is neither yes nor no, and is counted`() throws {
        var sums = PublishedYear.sums()
        sums.atHome = IndicatorSums.Answers(yes: 300, no: 100)
        let row = try PublishedYear.row(.atHome, of: sums)
        #expect(row.value == 0.75)
        #expect(row.denominator == 400)
        #expect(row.unknown == 45)
    }

    @Test func `a mean over its threshold can stand beside too few families over it`() throws {
        var sums = IndicatorSums()
        sums.closures = 5
        sums.adherent = 3
        // Family means 1, 1, 0.8, 0.5 and 0.5, the last two over two interviews each.
        sums.scores = [
            FamilyScores(interviews: 1, families: 3, scoreSum: 2_800_000_000),
            FamilyScores(interviews: 2, families: 2, scoreSum: 2_000_000_000),
        ]
        let mean = try PublishedYear.row(.meanAdherence, of: sums)
        #expect(mean.value == 0.76)
        #expect(mean.isMet == true)
        let share = try PublishedYear.row(.adherentFamilies, of: sums)
        #expect(share.value == 0.6)
        #expect(share.isMet == false)
    }

    @Test func `a mean adherence of exactly the target meets it, whatever the numbers of interviews`() throws {
        var sums = IndicatorSums()
        // Thirds and sevenths that add up to 0.61 a family, which no binary fraction holds.
        sums.scores = [
            FamilyScores(interviews: 3, families: 3, scoreSum: 3 * 3 * 610_000_000 - 1),
            FamilyScores(interviews: 3, families: 1, scoreSum: 3 * 610_000_000 + 1),
            FamilyScores(interviews: 7, families: 1, scoreSum: 7 * 610_000_000),
        ]
        sums.closures = 5
        #expect(try PublishedYear.row(.meanAdherence, of: sums).isMet == true)
        sums.scores[2] = FamilyScores(interviews: 7, families: 1, scoreSum: 7 * 610_000_000 - 1)
        #expect(try PublishedYear.row(.meanAdherence, of: sums).isMet == false)
    }

    @Test func `a share has Wilson's interval and an average none`() throws {
        let section = try PublishedYear.table(["mst": PublishedYear.sums()]).sections[0]
        for row in section.rows where row.denominator > 0 {
            let isShare = row.indicator != .lengthOfStay && row.indicator != .meanAdherence
            #expect((row.interval != nil) == isShare)
        }
        // 363 of 445: by the published formula, worked out by hand.
        let interval = try #require(try PublishedYear.row(.completed, of: PublishedYear.sums()).interval)
        #expect(abs(interval.low - 0.77706) < 0.00001)
        #expect(abs(interval.high - 0.84900) < 0.00001)
    }
}
