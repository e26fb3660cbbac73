extension Rules {
    /// A file may not be longer than this.
    static let longest = 400
    /// A file longer than this asks whether two names would say it better; it needs a line in the list of exceptions.
    static let questioned = 300

    /// Files that are too long, and exceptions that are no longer needed.
    static func sizes(_ files: [SourceFile], exceptions: [String: String]) -> [String] {
        let tooLong = files.compactMap { file -> String? in
            if file.length > longest { return "\(file.path): \(file.length) lines, \(longest) at most" }
            guard file.tree == "Sources", file.length > questioned, exceptions[file.path] == nil else { return nil }
            return "\(file.path): \(file.length) lines; over \(questioned) needs a reason in FileSizeTests"
        }
        let needless = exceptions.keys.sorted().filter { path in
            !files.contains { $0.path == path && $0.length > questioned }
        }
        return tooLong + needless.map { "\($0): the exception is no longer needed" }
    }

    /// The middle length of files; 0 of none.
    static func median(_ files: [SourceFile]) -> Int {
        let lengths = files.map(\.length).sorted()
        return lengths.isEmpty ? 0 : lengths[lengths.count / 2]
    }

    /// Folders and modules whose name says nothing.
    static func names(_ files: [SourceFile]) -> [String] {
        let empty: Set<String> = ["Core", "Common", "Utils", "Utilities", "Helpers", "Shared", "Misc"]
        return files.flatMap { file in
            file.path.split(separator: "/").map { $0.split(separator: ".").first ?? $0 }
                .filter { empty.contains(String($0)) }
                .map { "\(file.path): \($0) says nothing; name the duty" }
        }
    }
}
