import API
import CivilDate
import Testing

/// An operation that goes away says so, in its answers and in the document.
@Suite struct RetirementTests {
    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    @Test func `the headers say since when, from when on and where`() throws {
        let retirement = Retirement(
            since: try Self.day("2026-03-01"), goesOn: try Self.day("2026-09-01"), instead: .listEpisodes)
        let headers = Dictionary(
            uniqueKeysWithValues: retirement.headers(of: .exportEpisodes).map { ($0.name, $0.value) })
        #expect(headers["Deprecation"] == "@1772323200")
        #expect(headers["Sunset"] == "Tue, 01 Sep 2026 00:00:00 GMT")
        #expect(headers["Link"] == "</api/docs#listEpisodes>; rel=\"deprecation\"")
        let open = Retirement(since: try Self.day("1969-12-31"), goesOn: nil, instead: nil)
        #expect(open.headers(of: .listSites).map(\.name) == ["Deprecation", "Link"])
        #expect(open.headers(of: .listSites).last?.value == "</api/docs#listSites>; rel=\"deprecation\"")
    }

    @Test func `the document names the headers of those that go away, and no others`() {
        for operation in Operation.all {
            let described = OpenAPIDocument.json(version: "test")["paths"]?[operation.path]?[operation.method.rawValue]
            let headers = described?["responses"]?["\(operation.status)"]?["headers"]
            #expect((headers?["Deprecation"] != nil) == (operation.retirement != nil), "\(operation.id)")
            #expect((described?["deprecated"] != nil) == (operation.retirement != nil), "\(operation.id)")
        }
    }
}
