extension Rules {
    /// Numbers over 1 in the modules of models, outside files named `*+Parameters.swift`: there each has its unit, its
    /// bounds and its source beside it.
    static func numbers(_ files: [SourceFile]) -> [String] {
        files.filter {
            $0.tree == "Sources" && FloorTable.models.contains($0.module) && !$0.name.hasSuffix("+Parameters.swift")
        }.flatMap { file in
            file.code.enumerated().flatMap { index, line in
                NumberLiteral.all(in: line).filter { !$0.isTrivial }.map {
                    "\(file.place(index + 1)): \($0.text) outside a file of parameters"
                }
            }
        }
    }

    /// Models told apart by name, outside their own modules: an id compared, matched or looked for.
    static func modelTests(_ files: [SourceFile]) -> [String] {
        files.filter { $0.tree == "Sources" && !FloorTable.models.contains($0.module) }.flatMap { file in
            file.literals.filter { modelIDs.contains($0.text) }.map {
                "\(file.place($0.line)): \"\($0.text)\" outside its model's module; ask the model instead"
            }
                + file.code.enumerated().flatMap { index, line in
                    modelTypes.filter { line.containsWord("is \($0)") || line.containsWord("as? \($0)") }.map {
                        "\(file.place(index + 1)): \($0) is told apart; ask the model instead"
                    }
                }
        }
    }

    /// The models of the product, those in text files among them.
    static let modelIDs: Set<String> = ["mst", "mst-can", "mst-fit", "mst-e", "mst-psb"]

    /// The types of models.
    private static let modelTypes = FloorTable.models.sorted() + ["DeclaredModel"]
}

/// A number as it is written in code.
struct NumberLiteral {
    /// As it is written.
    let text: String

    /// Whether it is 0 or 1, which count and compare and decide nothing.
    var isTrivial: Bool { text == "0" || text == "1" }

    /// The numbers in a line of code, from which texts and comments were taken out. A digit in a name (`month6`, `$0`),
    /// after a single point (`pair.0`) or at the end of one is none.
    static func all(in line: String) -> [NumberLiteral] {
        let characters = Array(line)
        var numbers: [NumberLiteral] = []
        var place = 0
        while place < characters.count {
            guard characters[place].isNumber, !continues(characters, before: place) else {
                place += 1
                continue
            }
            let start = place
            while place < characters.count, belongs(characters, at: place) { place += 1 }
            numbers.append(NumberLiteral(text: String(characters[start..<place])))
        }
        return numbers
    }

    private static func continues(_ characters: [Character], before place: Int) -> Bool {
        guard place > 0 else { return false }
        let before = characters[place - 1]
        if before.isLetter || before.isNumber || before == "_" || before == "$" { return true }
        guard before == "." else { return false }
        return place < 2 || characters[place - 2] != "."
    }

    /// Digits, letters of other bases, and a point with a digit behind it.
    private static func belongs(_ characters: [Character], at place: Int) -> Bool {
        let character = characters[place]
        guard character == "." else { return character.isLetter || character.isNumber || character == "_" }
        return place + 1 < characters.count && characters[place + 1].isNumber
    }
}

extension String {
    /// Whether words stand here that no letter or digit goes on from.
    fileprivate func containsWord(_ words: String) -> Bool {
        ranges(of: words).contains { range in
            let after = range.upperBound < endIndex ? self[range.upperBound] : " "
            let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
            return ![after, before].contains { $0.isLetter || $0.isNumber || $0 == "_" }
        }
    }
}
