import PrivateCluster

/// Folders and files that are searched for marks, byte for byte, by a program that is none of ours.
enum Haystack {
    /// The marks that occur anywhere below some places, in any case of their letters or as hexadecimal digits.
    /// - Parameter folder: where the list of marks may lie; it is none of the places.
    static func found(_ marks: [String], below places: [String], listedIn folder: Folder) async throws -> [String] {
        var meant: [String: String] = [:]
        for mark in marks {
            meant[mark.lowercased()] = mark
            meant[mark.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()] = mark
        }
        let list = try folder.write(meant.keys.sorted().joined(separator: "\n") + "\n", to: "marks.txt")
        let run = try await ProgramRun.of(
            ["env", "LC_ALL=C", "grep", "-r", "-s", "-a", "-o", "-h", "-i", "-F", "-f", list] + places, in: "/usr/bin")
        guard run.complaint.isEmpty else { throw TestTrouble(run.complaint) }
        let hits = Set(run.output.split(separator: "\n").map { $0.lowercased() })
        return Set(hits.compactMap { meant[$0] }).sorted()
    }
}
