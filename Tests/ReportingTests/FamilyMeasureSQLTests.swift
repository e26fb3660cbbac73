import CivilDate
import Intervention
import Testing

@testable import Reporting

/// Measures of families in which several children are recorded.
@Suite struct FamilyMeasureSQLTests {
    private typealias Fact = MadeEpisode.Fact
    private typealias Figure = MeasureSQLTests.Figure

    private static func level(_ words: [ChoiceCode]) -> Measure {
        MeasureSQLTests.measure("reabuse", .started, .happened("concern", [FieldTest("level", in: words)]))
    }

    private static let threeWays = [
        level(["referral", "section-47", "substantiated"]), level(["section-47", "substantiated"]),
        level(["substantiated"]),
    ]

    private static func concern(_ level: String, day: Int, child: Int = 1) -> Fact {
        Fact(kind: "concern", subject: child, day: day, codes: #"{"level": "\#(level)"}"#)
    }

    @Test func `re-abuse counts families three ways, from the first session to the closing, both days among them`()
        async throws
    {
        let families = [
            // Day 10 is the first session, day 200 the closing.
            MadeEpisode(
                number: 1, model: "mst-can",
                facts: [Self.concern("substantiated", day: 9), Self.concern("substantiated", day: 201)]),
            MadeEpisode(number: 2, model: "mst-can", facts: [Self.concern("referral", day: 10)]),
            // Three about two children are one family.
            MadeEpisode(
                number: 3, model: "mst-can",
                facts: [
                    Self.concern("section-47", day: 20), Self.concern("referral", day: 30),
                    Self.concern("referral", day: 40, child: 2),
                ]),
            MadeEpisode(number: 4, model: "mst-can", facts: [Self.concern("substantiated", day: 200)]),
            // Of 5 nothing is on record of that time, as of 1; of 7 its weeks are, without a concern.
            MadeEpisode(number: 5, model: "mst-can"),
            MadeEpisode(number: 7, model: "mst-can", facts: [Fact(kind: "weekly-summary", day: 20)]),
            // Nothing began, so nothing can have happened since.
            MadeEpisode(
                number: 6, model: "mst-can", startedOn: nil, group: "not_counted",
                facts: [Self.concern("substantiated", day: 50)]),
        ]
        let figures = try await MeasureSQLTests.figures(Self.threeWays, of: "mst-can", families)
        #expect(figures == [3, 2, 1].map { Figure($0, of: 4, unknown: 2) })
    }

    @Test func `a plan has ended when no child who was on one at the start still is`() async throws {
        func status(_ word: String, day: Int, child: Int = 1) -> Fact {
            Fact(kind: "protection-status", subject: child, day: day, codes: #"{"status": "\#(word)"}"#)
        }
        let ended = MeasureSQLTests.measure(
            "ended", .started,
            .turned(
                "protection-status", from: [FieldTest("status", in: ["on-plan"])],
                to: [FieldTest("status", in: ["ended", "stepped-to-cin"])]))
        func family(_ number: Int, _ facts: [Fact]) -> MadeEpisode {
            MadeEpisode(number: number, model: "mst-can", facts: facts)
        }
        let families = [
            family(1, [status("on-plan", day: 3), status("ended", day: 150)]),
            family(2, [status("on-plan", day: 3)]),
            // One of two children stays on a plan.
            family(
                3,
                [
                    status("on-plan", day: 3), status("on-plan", day: 4, child: 2), status("ended", day: 150),
                    status("escalated", day: 160, child: 2),
                ]),
            // The second child came on a plan during treatment: it was on none at the start.
            family(
                4,
                [status("on-plan", day: 10), status("on-plan", day: 90, child: 2), status("stepped-to-cin", day: 200)]),
            // On no plan at the start: outside the base.
            family(5, [status("on-plan", day: 1), status("ended", day: 9), status("on-plan", day: 30)]),
            family(6, []),
            // Ended a day after the closing.
            family(7, [status("on-plan", day: 3), status("ended", day: 201)]),
        ]
        #expect(try await MeasureSQLTests.figures([ended], of: "mst-can", families) == [Figure(2, of: 5)])
        // Of one day what was entered last counts, whatever its key sorts as.
        let sameDay = (8...19).map { number in
            let words = number.isMultiple(of: 3) ? ["ended", "on-plan"] : ["on-plan", "ended"]
            return family(number, [status("on-plan", day: 3)] + words.map { status($0, day: 150) })
        }
        #expect(try await MeasureSQLTests.figures([ended], of: "mst-can", sameDay) == [Figure(8, of: 12)])
    }

    @Test func `children at home are counted each once, siblings of the closing day among them`() async throws {
        let measure = MeasureSQLTests.measure("children_at_home", .closed, .children("child-at-end", "at-home"))
        func sibling(_ child: Int, day: Int = 5, until: Int? = nil) -> Fact {
            Fact(sort: "participant", kind: "sibling", role: "sibling", subject: child, day: day, until: until)
        }
        func end(_ child: Int, _ answer: String, day: Int = 200) -> Fact {
            Fact(kind: "child-at-end", subject: child, day: day, codes: #"{"at-home": "\#(answer)"}"#)
        }
        let families = [
            // Index 1 yes; sibling 2 no, corrected by a later fact to yes; sibling 3 left before the closing.
            MadeEpisode(
                number: 1, model: "mst-can", child: 1,
                facts: [
                    sibling(2), sibling(3, until: 150), end(1, "yes"), end(2, "no"), end(2, "yes", day: 205),
                    end(3, "no"),
                ]),
            // The same sibling is the index child of a later episode: counted once, as the later closing says.
            MadeEpisode(number: 2, model: "mst-can", child: 2, closed: 300, facts: [end(2, "no", day: 300)]),
            // Nobody said of child 4; of child 5 it is not known.
            MadeEpisode(number: 3, model: "mst-can", child: 4, facts: [sibling(5), end(5, "unknown")]),
        ]
        let figures = try await MeasureSQLTests.figures([measure], of: "mst-can", families)
        #expect(figures == [Figure(1, of: 2, unknown: 2)])
        let sameDay = (11...22).map { number in
            let answers = number.isMultiple(of: 3) ? ["yes", "no"] : ["no", "yes"]
            return MadeEpisode(
                number: number, model: "mst-can", child: number, facts: answers.map { end(number, $0) })
        }
        #expect(try await MeasureSQLTests.figures([measure], of: "mst-can", sameDay) == [Figure(8, of: 12)])
    }
}
