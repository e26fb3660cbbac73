extension Rules {
    /// Something that may stand only in some files.
    struct Place: Sendable {
        /// The text, as it stands in code.
        let mark: String
        /// What to say where it stands elsewhere.
        let reason: String
        /// Whether a file may have it.
        let allows: @Sendable (SourceFile) -> Bool

        init(_ mark: String, _ reason: String, allows: @escaping @Sendable (SourceFile) -> Bool = { _ in false }) {
            self.mark = mark
            self.reason = reason
            self.allows = allows
        }
    }

    static let places: [Place] = [
        Place("logger.", "what may be logged is a closed list: add a case to the module's Observation") {
            $0.name.contains("Observation") || $0.module == "Bootstrap"
        },
        Place("import Clibpq", "libpq is called on lanes, in Postgres only") { $0.module == "Postgres" },
        Place("@unchecked Sendable", "only Postgres may vouch for a value itself") { $0.module == "Postgres" },
        Place("nonisolated(unsafe)", "only Postgres may vouch for a value itself") { $0.module == "Postgres" },
        Place("@_spi(Splice)", "statements bind; only Schema splices") {
            ["Schema", "PrivateCluster", "Postgres"].contains($0.module)
        },
        Place("application.", "nothing is asked of the database but for an action: go through the gate", allows: opens),
        Place("reporting.", "nothing is asked of the database but for an action: go through the gate", allows: opens),
        Place("Task.detached", "long work is a Service"),
        Place("try!", "throw or return"),
        Place("as!", "cast with as? and say what to do otherwise"),
        Place("fatalError", "throw a fault"),
    ]

    /// The files of the gate, which open transactions for a named action; signing in, which asks the door before there is a
    /// site; and the web server, whose application is another thing.
    private static let opens: @Sendable (SourceFile) -> Bool = { file in
        ["Accounts", "Web"].contains(file.module)
            || ["Practice+Site.swift", "Practice+Network.swift", "Practice+Places.swift", "Practice+Narrowed.swift"]
                .contains(file.name)
    }

    /// Marks in files of the product that may not have them.
    static func placement(_ files: [SourceFile], _ places: [Place] = Rules.places) -> [String] {
        files.filter { $0.tree == "Sources" }.flatMap { file in
            places.filter { !$0.allows(file) }.flatMap { place in
                file.linesOfCode(with: place.mark).map { "\(file.place($0)): \(place.mark): \(place.reason)" }
            }
        }
    }

    /// A value unwrapped by force: a `!` directly after a name or a closing bracket.
    static func forcedUnwraps(_ files: [SourceFile]) -> [String] {
        files.filter { $0.tree == "Sources" }.flatMap { file in
            file.code.indices.filter { forces(file.code[$0]) }.map { "\(file.place($0 + 1)): unwrapped by force" }
        }
    }

    private static func forces(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        return bytes.indices.contains { index in
            guard bytes[index] == UInt8(ascii: "!"), index > 0 else { return false }
            let before = Character(UnicodeScalar(bytes[index - 1]))
            let after = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
            return (before.isLetter || before.isNumber || "_)]".contains(before)) && after != UInt8(ascii: "=")
        }
    }

    /// Promises to the compiler that do not say what keeps them.
    static func unexplainedPromises(_ files: [SourceFile]) -> [String] {
        files.filter { $0.tree == "Sources" }.flatMap { file in
            ["@unchecked Sendable", "nonisolated(unsafe)"].flatMap { mark in
                file.linesOfCode(with: mark).filter { !isExplained(file, $0) }.map {
                    "\(file.place($0)): \(mark) without a comment that names what protects the value"
                }
            }
        }
    }

    private static func isExplained(_ file: SourceFile, _ line: Int) -> Bool {
        if file.lines[line - 1].contains("//") { return true }
        var above = line - 2
        while above >= 0, file.lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
        return above >= 0 && file.lines[above].drop { $0 == " " }.hasPrefix("//")
    }

    /// The modules in which statements stand beside the functions that run them.
    static let modulesWithSQL: Set<String> = [
        "Postgres", "Schema", "Vault", "EpisodeStore", "Accounts", "Reporting", "Sites", "Exchange",
        "Practice", "NightlyJobs",
    ]

    /// SQL in the literals of other modules.
    static func sqlPlacement(_ files: [SourceFile]) -> [String] {
        files.filter { $0.tree == "Sources" && !modulesWithSQL.contains($0.module) }.flatMap { file in
            file.literals.filter { isSQL($0.text) }.map { "\(file.place($0.line)): SQL in \(file.module)" }
        }
    }

    private static func isSQL(_ text: String) -> Bool {
        let words = text.split { $0.isWhitespace || $0 == "(" || $0 == ";" }.map(String.init)
        let objects: Set<String> = [
            "TABLE", "ROLE", "DATABASE", "SCHEMA", "INDEX", "VIEW", "POLICY", "FUNCTION", "TRIGGER", "EXTENSION",
            "TYPE",
        ]
        return words.indices.contains { index in
            let next = index + 1 < words.count ? words[index + 1] : ""
            return switch words[index] {
            case "SELECT", "TRUNCATE", "RETURNING": !next.isEmpty
            case "INSERT": next == "INTO"
            case "DELETE": next == "FROM"
            case "UPDATE": words.dropFirst(index).contains("SET")
            case "CREATE", "ALTER", "DROP": objects.contains(next)
            case "GRANT", "REVOKE": words.contains("ON") || words.contains("TO")
            default: false
            }
        }
    }
}
