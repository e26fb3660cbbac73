import CivilDate
import Intervention
import MSTCAN
import StandardMST
import Testing

/// Consent, contacts and tests, as somebody should look at them.
@Suite struct FamilyAlertTests {
    private func consents(_ course: Course, on number: Int) -> [Alert] {
        course.alerts(on: number).filter { $0.code == .consentMissing }
    }

    @Test func `treatment without a carer's consent is told from the first session on`() throws {
        var course = try Course()
        #expect(consents(course, on: 3).isEmpty)
        let given = try #require(course.facts.facts.first?.fact.id)
        course.withdraw(given, on: 2)
        #expect(consents(course, on: 1).isEmpty)
        #expect(consents(course, on: 2).map(\.since) == [Course.firstSession])
        course.record(.consent, on: 3, [.of: .choice(.carerConsent), .answer: .answer(.no)])
        #expect(consents(course, on: 3).count == 1, "a no is no consent")
    }

    @Test func `a site that asks the young person too misses that answer by its name`() throws {
        var course = try Course(setting: [.consentRule: .choice("carers-and-child")])
        #expect(
            consents(course, on: 0).map(\.sentence) == [
                "treatment began on 2026-03-02 and youth-assent is not on record"
            ]
        )
        course.record(.consent, on: 1, [.of: .choice(.youthAssent), .answer: .answer(.yes)], about: .index)
        #expect(consents(course, on: 1).isEmpty)
    }

    @Test func `fewer contacts in seven days than the model asks are worth knowing`() throws {
        var course = try Course()
        for day in [0, 2, 5] { course.contact(on: day) }
        func few(_ day: Int) -> [Alert] { course.alerts(on: day).filter { $0.code == .fewContacts } }
        // Two in seven days: the second from the end, of day 2, drops out on day 9.
        #expect(few(8).isEmpty)
        #expect(few(9).map(\.since) == [Course.day(9)])
        #expect(few(9).map(\.sentence) == ["contacts in the last 7 days: 1; at least 2 are usual"])
        #expect(few(13).isEmpty, "not met at all is more pressing")
        #expect(course.alerts(on: 13).map(\.code).contains(.noContact))
        course.contact(on: 9, .attemptedOnly)
        #expect(few(9).count == 1)
        course.contact(on: 9, .telephone)
        #expect(few(9).isEmpty)
    }

    @Test func `MST-CAN asks for three contacts a week`() throws {
        var course = try Course(of: MSTCAN())
        for day in [0, 3, 6] { course.contact(on: day) }
        #expect(course.alerts(on: 7).map(\.code).contains(.fewContacts), "the one of day 0 has dropped out")
        course.contact(on: 7)
        #expect(!course.alerts(on: 7).map(\.code).contains(.fewContacts))
    }

    @Test func `a test that counts as positive is urgent until a lapse or another test is on record`() throws {
        var course = try Course(of: MSTCAN())
        let mother = course.join(.carer)
        func test(_ result: ChoiceCode, on day: Int) {
            course.record(
                "drug-test", on: day, ["substance": .choice("cocaine"), .result: .choice(result)], about: mother)
        }
        func codes(_ day: Int) -> Bool { course.codes(on: day).contains("test-without-lapse") }
        test("refused", on: 10)
        #expect(codes(10))
        test("negative", on: 11)
        #expect(!codes(11))
        test("positive", on: 12)
        #expect(codes(12))
        course.record("lapse", on: 13, about: mother)
        #expect(codes(12))
        #expect(!codes(13))
        var other = try Course(of: MSTCAN(), setting: ["refused-test-counts": .choice("not-counted")])
        let father = other.join(.carer)
        other.record("drug-test", on: 10, [.result: .choice("refused")], about: father)
        #expect(!other.codes(on: 10).contains("test-without-lapse"))
    }

    @Test func `an MST-CAN team without crisis caseworker or psychiatrist is told`() throws {
        var team = try TeamAtWork(of: MSTCAN())
        team.situation.staff = [StaffPost(try TeamAtWork.code("t-1"), as: .therapist, from: TeamAtWork.day(0))]
        func missing() -> [String] {
            team.model.alerts(for: team.situation, with: team.settings, on: TeamAtWork.day(30)).map(\.code.text)
                .filter { $0.hasSuffix("-missing") }
        }
        #expect(missing() == ["crisis-caseworker-missing", "psychiatrist-missing"])
        team.situation.staff.append(
            StaffPost(try TeamAtWork.code("p-1"), as: .psychiatrist, from: TeamAtWork.day(0)))
        #expect(missing() == ["crisis-caseworker-missing"])
    }
}
