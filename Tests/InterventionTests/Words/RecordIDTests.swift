import Intervention
import Testing

@Suite struct RecordIDTests {
    static let text = "01234567-89ab-cdef-fedc-ba9876543210"

    @Test func `an id is written as it is read`() throws {
        let id = try #require(EpisodeID(uuid: RecordIDTests.text))

        #expect(id.high == 0x0123_4567_89ab_cdef)
        #expect(id.low == 0xfedc_ba98_7654_3210)
        #expect(id.description == RecordIDTests.text)
    }

    @Test func `upper case is the same id`() {
        #expect(EpisodeID(uuid: RecordIDTests.text.uppercased()) == EpisodeID(uuid: RecordIDTests.text))
    }

    @Test func `zeros are kept`() {
        #expect(ChildID(high: 0, low: 1).description == "00000000-0000-0000-0000-000000000001")
    }

    @Test(
        arguments: [
            "", "0123456789abcdeffedcba9876543210", "01234567-89ab-cdef-fedc-ba987654321", text + "0", "{" + text + "}",
            "g1234567-89ab-cdef-fedc-ba9876543210", "01234567_89ab_cdef_fedc_ba9876543210", text + "\n",
            "0123456-789ab-cdef-fedc-ba9876543210", "０1234567-89ab-cdef-fedc-ba9876543210",
        ]
    )
    func `another form is refused`(text: String) {
        #expect(EpisodeID(uuid: text) == nil)
    }

    @Test func `the order is that of the bytes`() {
        let ids = [
            TeamID(high: .max, low: 0), TeamID(high: 1, low: 0), TeamID(high: 0, low: .max), TeamID(high: 0, low: 1),
        ]

        #expect(ids.sorted() == ids.reversed())
        #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
    }
}
