import Intervention
import Testing
import YAMLFile

@testable import DeclaredModel

@Suite struct MistakeTests {
    @Test(arguments: BrokenFile.all)
    func `a mistake is found where it stands and says what would be right`(_ broken: BrokenFile) throws {
        let file = try Specimen().replacing(broken.change.old, with: broken.change.new)
        let line = try file.line(of: broken.mark)
        #expect(
            file.problems.contains { problem in
                problem.code == broken.code && problem.line == line && problem.column == broken.column
                    && problem.sentence.contains(broken.says)
            }, "wanted \(broken.code.rawValue) at \(line):\(broken.column): \(file.problems)")
    }

    @Test func `there are at least twenty broken files`() {
        #expect(BrokenFile.all.count >= 20)
    }

    @Test func `all mistakes are said at once, in the order of the file`() throws {
        let file = try Specimen()
            .replacing("version: 1", with: "version: one")
            .replacing("    standard: 0.61", with: "    standard: 61")
            .replacing("- criteria: [exploitation-disclosed]", with: "- criteria: [exploitation-disclose]")
            .replacing("targets: []", with: "tragets: []")
        let problems = file.problems
        #expect(
            problems.map(\.code.rawValue) == [
                "missing-key", "bad-number", "bad-number", "unknown-name", "unknown-key",
            ])
        #expect(problems.map(\.line) == problems.map(\.line).sorted())
        #expect(problems.allSatisfy { "\($0)".hasPrefix("line \($0.line), column \($0.column): ") })
    }

    @Test func `what hangs on a wrong thing is not called a mistake of its own`() throws {
        let file = try Specimen().replacing("    standard: 28\n", with: "    standard: monthly\n")
        #expect(file.problems.map(\.code) == [.badNumber], "the parameter is there, though its value is wrong")
    }

    @Test func `a file that is no text, no YAML or nothing is refused and nothing else is said of it`() throws {
        #expect(Specimen(text: "").problems.map(\.code) == [.missingKey])
        #expect(Specimen(text: "- 1\n- 2\n").problems.map(\.code) == [.wrongKind])
        #expect(Specimen(text: "id: a\nid: b\n").problems.map(\.code) == [.notYAML])
        #expect(Specimen(text: String(repeating: "#", count: 300_000)).problems.map(\.code) == [.tooLong])
        let twoModels = try Specimen()
        #expect(Specimen(text: twoModels.text + "---\n" + twoModels.text).problems.map(\.code) == [.notYAML])
        let error = #expect(throws: DeclaredProblems.self) {
            _ = try DeclaredModel.read([0x69, 0x64, 0x0A, 0xFF, 0x0A])
        }
        #expect(error?.problems.map(\.line) == [2])
    }

    @Test func `a sentence holds no line break and no long value from the file`() throws {
        let hostile = "a\\n\\u0007" + String(repeating: "x", count: 500)
        let file = try Specimen().replacing("client: young-person", with: "client: \"\(hostile)\"")
        let sentence = try #require(file.problems.first?.sentence)
        #expect(!sentence.unicodeScalars.contains { $0.properties.generalCategory == .control })
        #expect(sentence.count < 200)
    }

    @Test func `the words on when a number is in force stand behind its source`() throws {
        let model = try Specimen().read()
        let indicators = try #require(model.parameters.first { $0.key.text == "indicators-least" })
        #expect(indicators.source.hasSuffix("; in force since the trial opened, 2021-08-06"))
    }
}
