extension Rules {
    /// Places of one machine in a text. The system's folder for short-lived files may be named where a socket or a
    /// scratch folder is made.
    static func machinePaths(_ path: String, _ text: String) -> [String] {
        // Put together here, so that this file does not name them.
        var marks = ["work", "root", "farm", "opt"].map { "/" + $0 + "/" }
        if !shortLived.contains(path) { marks.append("/" + "tmp") }
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            marks.filter { standsAlone($0, in: String(line)) }.map {
                "\(path):\(index + 1): \($0) is a place of one machine"
            }
        }
    }

    private static let shortLived: Set<String> = [
        "Sources/PrivateCluster/SocketFolder.swift", "Tests/ScratchPostgres/ScratchFolder.swift",
        "Tests/ScratchPostgres/ScratchWatcher.swift", "Tests/EpisodeFixtures/FixtureVault.swift",
        "Tests/VaultTests/KeyFolder.swift",
    ]

    /// Whether a path begins here: not in the middle of an address or a longer path.
    private static func standsAlone(_ mark: String, in line: String) -> Bool {
        var rest = Substring(line)
        while let range = rest.firstRange(of: mark) {
            let before = range.lowerBound == rest.startIndex ? " " : rest[rest.index(before: range.lowerBound)]
            if !before.isLetter, !before.isNumber, !"_-.*}$)".contains(before) { return true }
            rest = rest[range.upperBound...]
        }
        return false
    }

    /// Modules without a row in the README's code map, and rows without a module.
    static func codeMap(_ readme: String, modules: [String], known: Set<String>) -> [String] {
        let rows = readme.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap { line -> String? in
            line.dropFirst(3).split(separator: "`").first.map(String.init)
        }
        let missing = modules.filter { !rows.contains($0) }.map { "README.md: the code map has no row for \($0)" }
        let stale = known.subtracting(modules).filter { rows.contains($0) }.sorted()
        return missing + stale.map { "README.md: the code map names \($0), which does not exist" }
    }
}
