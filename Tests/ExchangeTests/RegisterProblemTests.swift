import CivilDate
import Exchange
import Intervention
import Testing

@Suite struct RegisterProblemTests {
    @Test(arguments: ProblemCase.all)
    func `every problem is told with its line and column`(example: ProblemCase) {
        let found = Register.read(example.text).problems
        #expect(
            found.contains {
                $0.code == example.code && $0.place.line.number == example.line && $0.column == example.column
            })
    }

    @Test func `bytes that are not UTF-8 are told with the line of the byte and the column`() {
        let start = Array("episode_ref,team,model,referred_on,decision\nE-1,\"north\n".utf8)
        let file = RegisterFile(name: "r.csv", bytes: start + [0xFF] + Array("\",mst,2025-01-01,pending\n".utf8))
        let found = file.read(for: Register.site).problems
        #expect(found.map(\.code) == [.notUTF8])
        #expect(found.first?.description.hasPrefix("r.csv:3: team: ") == true)
    }

    @Test func `every problem that a file alone can have has a case`() {
        let onlyWithTheRecord: Set<ImportProblemCode> = [.episodesOverlap, .modelChanged, .conflict, .refused]
        let onlyInLists: Set<ImportProblemCode> = [
            .invalidScore, .invalidItems, .invalidAnswers, .noDefinition, .respondentMissing, .scoreOrItems,
            .answerWithoutCompleted, .childOrEpisode, .invalidOutcomes, .answerWithoutCollected, .notForKind,
            .invalidNumber, .duplicateRow, .unknownEpisode, .unknownChild, .outsideWindow, .spellsOverlap,
        ]
        let covered = Set(ProblemCase.all.map(\.code)).union([.notUTF8]).union(onlyWithTheRecord).union(onlyInLists)
        #expect(Set(ImportProblemCode.allCases).subtracting(covered).isEmpty)
    }

    @Test func `a row that is right has no problem and no advisory`() {
        let contents = Register.read([Register.closed, Register.declined])
        #expect(contents.problems.isEmpty)
        #expect(contents.advisories.isEmpty)
        #expect(contents.lines.map(\.line.number) == [2, 3])
    }

    @Test func `all problems of all rows are told at once, in the order of the file`() {
        let bad = Register.row(
            Register.closed, [.episodeRef: "E-8", .sex: "x", .decidedOn: "2025-01-09", .therapist: "A B"])
        let worse = Register.row(Register.declined, [.episodeRef: "E-9", .declineReason: nil, .team: "east"])
        let found = Register.read([bad, Register.closed, worse]).problems
        #expect(found.map(\.place.line.number) == [2, 2, 2, 4, 4])
        #expect(found.map(\.column) == ["therapist", "sex", "decided_on", "team", "decline_reason"])
    }

    @Test func `rows are checked also under a header that has a problem`() {
        let text = "episode_ref,team,model,decision,team,wife\nE-1,north,mst,x,north,y\nE-2,east,mst,pending,north,y\n"
        let found = Register.read(text).problems
        #expect(found.map(\.place.line.number) == [1, 1, 1, 2, 3])
        #expect(Set(found.map(\.code)) == [.unknownColumn, .doubledColumn, .missingColumn, .unknownCode, .unknownTeam])
    }

    @Test(arguments: [";", "\t"])
    func `another separator is told as what it is`(separator: String) {
        let found = Register.read(["episode_ref", "team", "model"].joined(separator: separator)).problems
        #expect(found.contains { $0.code == .unknownColumn && $0.sentence.contains("separated by commas") })
    }

    @Test func `a file without a header is told so once a column, and no row of it is read`() {
        let contents = Register.read("Zyxwv,1,2\nZyxwv,3,4\n")
        #expect(!contents.problems.contains { $0.place.line != .first })
        #expect(contents.rowCount == 0)
        #expect(contents.isUnreadable)
    }

    @Test func `both rows of a doubled reference are refused, and the others are kept`() {
        let contents = Register.read([Register.closed, Register.declined, Register.closed])
        #expect(contents.problems.map(\.place.line.number) == [2, 4])
        #expect(contents.lines.map(\.row.episodeRef.text) == ["E-2"])
        #expect(contents.rowCount == 3)
    }

    @Test func `no sentence gives a value back`() {
        let secret = "Zyxwv"
        for column in RegisterColumn.allCases {
            for value in [secret, "\(secret) Q", " \(secret)", "\(secret)é", "2025-01-10 \(secret)"] {
                let found = Register.read([Register.row(Register.closed, [column: value])])
                #expect(!found.problems.contains { $0.description.contains(secret) })
            }
        }
        #expect(!Register.read("\(secret) Q,\(secret),team\n").problems.contains { $0.description.contains(secret) })
    }

    @Test func `a day written the other way round is told how days are written`() {
        let found = Register.read([Register.row(Register.closed, [.referredOn: "10/01/2025"])]).problems
        #expect(found.first?.sentence == "a day is written YYYY-MM-DD: the year comes first")
    }

    @Test func `a file of rejected rows may come back with its reasons`() {
        let columns = RegisterColumn.allCases
        let text = Register.text([Register.closed]).split(separator: "\r\n")
        let contents = Register.read("\(text[0]),problems\r\n\(text[1]),\"sex: no, [x]\"\r\n")
        #expect(contents.problems.isEmpty)
        #expect(
            contents.lines.first?.row
                == Register.read(Register.text([Register.closed], columns: columns)).lines.first?.row)
    }

    @Test(arguments: Jurisdiction.allCases)
    func `ethnicity goes by the list of the site's nation`(jurisdiction: Jurisdiction) {
        let site = RegisterSite(
            code: Register.code("s"), jurisdiction: jurisdiction, today: Register.today,
            teams: Array(Register.site.teams.values), closureReasons: ["mst": ["completed"], "mst-can": ["completed"]]
        )
        let codes = Set(Jurisdiction.allCases.flatMap { CodeLists.ethnicity(of: $0).codes.map(\.code) })
        for code in codes {
            let problems = Register.read([Register.row(Register.closed, [.ethnicity: code])], for: site).problems
            #expect(problems.isEmpty == CodeLists.ethnicity(of: jurisdiction).contains(code))
        }
    }
}
