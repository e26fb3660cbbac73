import Intervention
import Testing
import YAMLFile

@testable import InstrumentFile

@Suite struct InstrumentFileTests {
    @Test func `the invented interview is built in, with all its words`() throws {
        let demo = try #require(InstrumentFile.builtIn.first { $0.id == .demonstration })

        #expect(InstrumentFile.embedded.count == 1)
        #expect(demo.items.count == Instrument.demonstration(asking: .carers).scoring.items)
        #expect(demo.isShowable)
        #expect(demo.sections.map(\.key) == ["working-together", "plan", "around-the-family"])
        #expect(demo.items.filter(\.isReversed).map(\.key) == ["d3", "d7", "d12"])
    }

    @Test func `the SDQ is built in without any words, so no form can be shown`() throws {
        let sdq = try #require(InstrumentFile.builtIn.first { $0.id == .sdq })
        #expect(sdq.items.allSatisfy { $0.wording == nil && $0.options.allSatisfy { $0.wording == nil } })
        #expect(!sdq.isShowable)
    }

    @Test func `a file of sums becomes a definition that scores`() throws {
        let file = try InstrumentFile.read(Specimen.sums.bytes)
        let figures = try file.definition.figures(of: ["a", nil, "b", "c"])

        #expect(file.document == Specimen.sums.text)
        #expect(file.definition.items[3].isReversed)
        // Worry: 0 of one answer of two becomes 0; trust: 2 and, reversed, 4 - 4 = 0.
        #expect(figures.points("worry") == Points(0))
        #expect(figures.points("trust") == Points(2))
        #expect(figures.points("both") == Points(2))
    }

    @Test func `all mistakes are told at once, each in its place`() throws {
        let file = Specimen.sums
            .replacing("aggregate: sum", with: "aggregate: mean")
            .replacing("version: 1", with: "version: 0")
            .replacing("counts: 2", with: "counts: two")
            .replacing("key: q4, section: trust", with: "key: q3, section: trust")
            .replacing("key: q1, section: worry", with: "key: q1, section: wory")

        #expect(
            mistakes(in: file) == [
                "line 2, column 10: versions count from 1 [bad-number]",
                "line 6, column 12: 'mean' is no aggregate; there are share, sum; the nearest is 'share' [unknown-word]",
                "line 15, column 29: an answer counts 0 to 99 or nothing, not 'two' [bad-count]",
                "line 18, column 24: there is no section 'wory'; the nearest is 'worry' [unknown-name]",
                "line 21, column 11: the item 'q3' stands above already; each item has a key of its own [doubled-name]",
            ])
    }

    @Test(
        arguments: [
            ("leastAnswered: 2\n", "leastAnswered: 5\n", "'leastAnswered' is 1 to 4, the number of items, not 5"),
            ("title: Worry, leastAnswered: 1", "title: Worry, leastAnswered: 3", "'worry' has 2 items and asks for 3"),
            ("counts: 4", "counts: many", "an answer counts 0 to 99 or nothing, not 'many'"),
            ("set: scale", "set: other", "there is no set of answers 'scale'; the nearest is 'other'"),
            ("aggregate: sum", "aggregate: share", "an answer counts 0, 1 or nothing, not '2'"),
            ("{code: \"b\"", "{code: \"a\"", "the answer 'a' stands above already"),
            ("reversed: true", "reversed: perhaps", "'perhaps' is no reversed; there are true, false"),
        ]
    )
    func `a mistake is named with what would be right`(row: (String, String, String)) {
        let found = mistakes(in: Specimen.sums.replacing(row.0, with: row.1))
        #expect(found.contains { $0.contains(row.2) }, "\(found)")
    }

    private func mistakes(in file: Specimen) -> [String] {
        do {
            _ = try InstrumentFile.read(file.bytes)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }
}

/// A file that tests alter.
struct Specimen {
    var text: String

    var bytes: [UInt8] { Array(text.utf8) }

    func replacing(_ old: String, with new: String) -> Specimen {
        precondition(text.contains(old), "nothing to replace: \(old)")
        return Specimen(text: text.replacing(old, with: new, maxReplacements: 1))
    }

    static let sums = Specimen(
        text: """
            id: own-scale
            version: 1
            title: An own scale
            licence: none needed
            source: invented [I]
            aggregate: sum
            leastAnswered: 2
            sections:
              - {key: worry, title: Worry, leastAnswered: 1}
              - {key: trust, title: Trust, leastAnswered: 1}
            answers:
              - set: scale
                options:
                  - {code: "a", counts: 0}
                  - {code: "b", counts: 2}
                  - {code: "c", counts: 4}
            items:
              - {key: q1, section: worry, answers: scale}
              - {key: q2, section: worry, answers: scale}
              - {key: q3, section: trust, answers: scale}
              - {key: q4, section: trust, answers: scale, reversed: true}
            totals:
              - {key: both, sections: [worry, trust]}

            """
    )
}
