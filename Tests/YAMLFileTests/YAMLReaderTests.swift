import Testing
import YAMLFile

/// A file of shelves, for these tests.
private struct ShelfReader: YAMLReader {
    enum Code: String, YAMLProblemCode {
        case tooLong, notUTF8, notYAML, wrongKind, unknownKey, missingKey, missingValue, badLine, badNumber, unknownWord
    }
    enum Key: String, YAMLKey {
        case title, shelves, wood
        static var optional: Set<Key> { [.wood] }
    }
    enum Wood: String, CaseIterable {
        case oak, ash
    }

    var problems: [YAMLProblem<Code>] = []

    /// What was found wrong, as `line:column code`.
    static func problems(_ bytes: [UInt8]) -> [String] {
        var reader = ShelfReader()
        let form = YAMLDocumentForm(file: "a shelf file", subject: "shelf", firstKey: "title", mostBytes: 200)
        if let document = reader.document(bytes, as: form),
            let values = reader.mapping(document.root, keys: Key.self, of: "a shelf file")
        {
            if let node = values[.wood] { _ = reader.word(node, of: "wood", among: Wood.allCases) }
            if let node = values[.shelves] {
                _ = reader.list(node, of: "shelves") { reader, entry in reader.whole(entry, of: "shelves") }
            }
            if let node = values[.title] { _ = reader.line(node, of: "title", atMost: 10) }
        }
        return YAMLProblems(reader.problems).problems.map { "\($0.line):\($0.column) \($0.code.rawValue)" }
    }

    static func problems(_ text: String) -> [String] { problems(Array(text.utf8)) }
}

struct YAMLReaderTests {
    @Test func `a file of the right form has no mistakes, and what may be left out may`() {
        #expect(ShelfReader.problems("title: low\nshelves: [1, 20]\n") == [])
        #expect(ShelfReader.problems("title: low\nshelves: []\nwood: ash\n") == [])
    }

    @Test func `all mistakes are found at once and said in the order of the file`() {
        #expect(
            ShelfReader.problems("title: ~\nshelves:\n  - 1\n  - two\n  - [3]\nwoood: oak\nwood: elm\n")
                == ["1:8 missingValue", "4:5 badNumber", "5:5 wrongKind", "6:1 unknownKey", "7:7 unknownWord"])
        #expect(ShelfReader.problems("wood: oak\n") == ["1:1 missingKey", "1:1 missingKey"])
        #expect(
            ShelfReader.problems("title: much too long a title\nshelves: 3\n") == ["1:8 badLine", "2:10 wrongKind"])
    }

    @Test func `what is no text, no YAML, too long or two documents is refused as a whole`() {
        #expect(ShelfReader.problems([0x61, 0x0A, 0xE9]) == ["2:1 notUTF8"])
        #expect(ShelfReader.problems("title: a\n\nwood: o\u{0}k\u{1B}\n") == ["3:8 notYAML", "3:10 notYAML"])
        #expect(ShelfReader.problems("title: [}") == ["1:9 notYAML"])
        #expect(ShelfReader.problems(String(repeating: "#", count: 201)) == ["1:1 tooLong"])
        #expect(ShelfReader.problems("# nothing") == ["1:1 missingKey"])
        #expect(ShelfReader.problems("title: a\nshelves: []\n---\ntitle: b\n").first?.hasSuffix("notYAML") == true)
    }

    @Test func `the nearest word is found with letters swapped, and only when it is near if that is asked`() {
        #expect(NearestWord.to("aks", among: ["ash", "oak"]) == "ash")
        #expect(NearestWord.near("hosue", among: ["house", "horse"]) == "house")
        #expect(NearestWord.near("window", among: ["house", "horse"]) == nil)
    }
}
