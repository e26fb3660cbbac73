import CivilDate
import Exchange
import Intervention
import Testing

@Suite struct RegisterRowTests {
    private func read(_ cells: [RegisterColumn: String]) -> RegisterRow? {
        Register.read([cells]).lines.first?.row
    }

    @Test func `a row is read into types`() throws {
        let row = try #require(read(Register.closed))
        #expect(row.episodeRef.text == "E-1")
        #expect(row.profile.birthMonth == CivilMonth(year: 2011, month: 5))
        #expect(row.profile.deprivationDecile == DeprivationDecile(2))
        #expect(row.decision == .accepted)
        #expect(row.closedOn == Register.day("2025-06-01"))
        #expect(row.closureReason == "completed")
        #expect([row.atHome, row.inSchoolOrWork, row.noNewArrests] == [.yes, .no, .unknown])
    }

    @Test func `only five columns are needed`() {
        let contents = Register.read("decision,referred_on,model,team,episode_ref\npending,2025-01-01,mst,north,E-1\n")
        #expect(contents.problems.isEmpty)
        #expect(contents.columns == Set(RegisterColumn.allCases.filter(\.isRequired)))
        #expect(contents.lines.first?.row.childRef == nil)
    }

    @Test func `the order of the columns is free`() {
        let straight = Register.read(Register.text([Register.closed]))
        let turned = Register.read(Register.text([Register.closed], columns: RegisterColumn.allCases.reversed()))
        #expect(turned.lines.map(\.row) == straight.lines.map(\.row))
        #expect(straight.lines.count == 1)
    }

    @Test(arguments: [Register.closed, Register.declined])
    func `a row gives back the cells that it was read from`(cells: [RegisterColumn: String]) throws {
        let row = try #require(read(cells))
        for column in RegisterColumn.allCases { #expect(row.cells[column] == cells[column]) }
    }

    @Test func `unknown outcomes of an episode that goes on are no answers`() throws {
        let cells = Register.row(
            Register.closed,
            [.closedOn: nil, .closureReason: nil, .atHome: "unknown", .inSchoolOrWork: nil, .noNewArrests: "unknown"]
        )
        let row = try #require(read(cells))
        #expect([row.atHome, row.inSchoolOrWork, row.noNewArrests] == [nil, nil, nil])
    }

    @Test func `an accepted family may be closed without a first session`() throws {
        let row = try #require(read(Register.row(Register.closed, [.firstSessionOn: nil])))
        #expect(row.firstSessionOn == nil)
        #expect(row.closedOn != nil)
    }

    @Test func `the same day may be every day`() {
        let cells = Register.row(
            Register.closed,
            [
                .birthMonth: "2026-03", .referredOn: "2026-03-31", .decidedOn: "2026-03-31",
                .firstSessionOn: "2026-03-31", .closedOn: "2026-03-31",
            ]
        )
        #expect(read(cells) != nil)
    }

    @Test(arguments: [
        (RegisterColumn.decidedOn, "", ImportAdvisoryCode.decisionDayEstimated),
        (.responsibleAuthority, "W06000001", .authorityOfAnotherNation),
        (.responsibleAuthority, "IE-D", .authorityOfAnotherNation),
        (.deprivationIndex, "WIMD2019", .indexOfAnotherNation),
        (.referredOn, "2019-12-31", .beforeTeamStarted),
    ])
    func `what is only worth a look is no problem`(column: RegisterColumn, value: String, code: ImportAdvisoryCode) {
        let contents = Register.read([Register.row(Register.closed, [column: value])])
        #expect(contents.problems.isEmpty)
        #expect(contents.advisories.map(\.code) == [code])
        #expect(contents.advisories.map(\.column) == [column.rawValue])
        #expect(contents.lines.count == 1)
    }

    @Test func `rows of one child that differ are pointed out`() {
        let again = Register.row(Register.closed, [.episodeRef: "E-3", .birthMonth: "2011-06"])
        let unknown = Register.row(Register.closed, [.episodeRef: "E-4", .birthMonth: nil])
        let contents = Register.read([Register.closed, again, unknown])
        #expect(contents.advisories.map(\.code) == [.childDiffers])
        #expect(contents.advisories.map(\.place.line.number) == [3])
    }

    @Test func `the reasons do not make a file grow each time`() {
        let text = Register.text([Register.row(Register.closed, [.sex: "x"]), Register.declined])
        let file = RegisterFile(name: "r.csv", bytes: Array(text.utf8))
        let once = RejectedRows.bytes(of: file, problems: file.read(for: Register.site).problems)
        let back = RegisterFile(name: "r.csv", bytes: once)
        let contents = back.read(for: Register.site)
        #expect(contents.rowCount == 1)
        #expect(contents.problems.map(\.code) == [.unknownCode])
        #expect(RejectedRows.bytes(of: back, problems: contents.problems) == once)
    }

    @Test func `a ragged row is given back ragged`() {
        let header = "episode_ref,team,model,referred_on,decision"
        let file = RegisterFile(
            name: "r.csv", bytes: Array("\(header)\nE-1,north\nE-2,north,mst,2025-01-01,pending,x\n".utf8))
        let rejected = RejectedRows.bytes(of: file, problems: file.read(for: Register.site).problems)
        let back = RegisterFile(name: "r.csv", bytes: rejected).read(for: Register.site)
        #expect(back.problems.map(\.code) == [.raggedRow, .raggedRow])
    }

    @Test func `bytes that are not UTF-8 are given back as they were`() {
        let header = Array("episode_ref,team,model,referred_on,decision\nE-1,".utf8)
        let file = RegisterFile(name: "r.csv", bytes: header + [0xE9] + Array(",mst,2025-01-01,pending\n".utf8))
        let rejected = RejectedRows.bytes(of: file, problems: file.read(for: Register.site).problems)
        #expect(rejected.contains(0xE9))
    }

    @Test func `every code list has a name, a source and no code twice`() {
        #expect(Set(CodeLists.all.map(\.name)).count == CodeLists.all.count)
        for list in CodeLists.all {
            #expect(Set(list.codes.map(\.code)).count == list.codes.count)
            #expect(!list.codes.isEmpty && !list.source.isEmpty && !list.title.isEmpty)
        }
    }

    @Test func `the English ethnicity list is the Department's eighteen and two`() {
        let codes = CodeLists.ethnicity(of: .england).codes.map(\.code)
        #expect(
            codes == [
                "WBRI", "WIRI", "WIRT", "WROM", "WOTH", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH",
                "CHNE", "BCRB", "BAFR", "BOTH", "OOTH", "REFU", "NOBT",
            ]
        )
    }
}
