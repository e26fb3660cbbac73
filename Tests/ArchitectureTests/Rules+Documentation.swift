extension Rules {
    /// Public and package declarations without a comment above. What fulfils a requirement is documented where it is
    /// required: in the standard library's protocols, or in one of ours.
    static func undocumented(_ files: [SourceFile]) -> [String] {
        let documented = requirements(in: files)
        return files.filter { $0.tree == "Sources" || supports.contains($0.module) }.flatMap { file in
            file.code.indices.compactMap { index -> String? in
                guard let declared = Declaration(file.code[index]), !standardNames.contains(declared.name),
                    !documented.contains(declared.name), !declared.isOperator, !isDocumented(file, index)
                else { return nil }
                return
                    "\(file.place(index + 1)): no doc comment above `\(file.lines[index].trimmingPrefix { $0 == " " })`"
            }
        }
    }

    private static let supports: Set<String> = ["ScratchPostgres", "EpisodeFixtures", "InventedModel", "RealProvider"]

    /// Members whose meaning is that of the standard library's protocol which asks for them.
    private static let standardNames: Set<String> = [
        "hash(into", "encode(to", "init(from", "callAsFunction(", "init(stringLiteral", "init(stringInterpolation",
        "init(integerLiteral", "init(arrayLiteral", "init(dictionaryLiteral", "init(nilLiteral", "init(literalCapacity",
        "init(rawValue", "appendLiteral(_", "makeIterator()", "makeAsyncIterator()", "next()", "description",
        "debugDescription", "customMirror", "rawValue", "startIndex", "endIndex", "index(after", "errorDescription",
        "subscript(position:",
    ]

    /// The names that documented requirements of our own protocols ask for.
    static func requirements(in files: [SourceFile]) -> Set<String> {
        var names: Set<String> = []
        for file in files where file.tree == "Sources" {
            var ending: String?
            for index in file.code.indices {
                let line = file.code[index]
                if let close = ending {
                    if line.hasPrefix(close) { ending = nil }
                    if let name = Declaration.name(in: line), isDocumented(file, index) { names.insert(name) }
                } else if line.split(separator: " ").contains("protocol"), line.hasSuffix("{") {
                    ending = String(line.prefix { $0 == " " }) + "}"
                }
            }
        }
        return names
    }

    /// Whether the nearest line above, attributes left aside, is a doc comment.
    private static func isDocumented(_ file: SourceFile, _ index: Int) -> Bool {
        var above = index - 1
        while above >= 0 {
            let text = file.lines[above].drop { $0 == " " }
            if text.hasPrefix("///") { return true }
            guard text.hasPrefix("@") || text.hasPrefix("// ") || text == ")" else { return false }
            above -= 1
        }
        return false
    }
}
