/// Each rule takes files and answers with what breaks it: one sentence each, beginning with the place.
enum Rules {
    /// Imports that the floor table does not allow.
    static func floors(_ files: [SourceFile], _ table: [String: FloorRow] = FloorTable.rows) -> [String] {
        files.filter { $0.tree == "Sources" }.flatMap { file -> [String] in
            guard let row = table[file.module] else {
                return ["\(file.path): \(file.module) has no row in the floor table"]
            }
            return file.imports.compactMap { found in
                let allowed =
                    FloorTable.toolchain.contains(found.module) || row.ours.contains(found.module)
                    || row.outside.contains(found.module)
                return allowed ? nil : "\(file.place(found.line)): \(file.module) may not import \(found.module)"
            }
        }
    }

    /// Rows that allow what no row may: a module of the same floor or a higher one.
    static func upwardRows(_ table: [String: FloorRow]) -> [String] {
        table.flatMap { module, row in
            row.ours.compactMap { other in
                guard let below = table[other] else { return "\(module) names \(other), which has no row" }
                return below.floor < row.floor
                    ? nil : "\(module) (\(row.floor)) may not stand on \(other) (\(below.floor))"
            }
        }.sorted()
    }

    /// Clocks, files, processes and chance in modules that must give the same answer to the same question.
    static func purity(_ files: [SourceFile]) -> [String] {
        let marks = [
            "Date()", "Date.now", "Clock.now", "ContinuousClock", "SuspendingClock", "FileManager", "ProcessInfo",
            "getenv", ".random(", "RandomNumberGenerator", "UUID()", "Task.sleep",
        ]
        let modules: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]
        return files.filter { $0.tree == "Sources" && FloorTable.pure.contains($0.module) }.flatMap { file in
            file.imports.filter { modules.contains($0.module) }.map {
                "\(file.place($0.line)): \(file.module) decides and may not import \($0.module)"
            }
                + marks.flatMap { mark in
                    file.linesOfCode(with: mark).map { "\(file.place($0)): \(mark) in \(file.module), which decides" }
                }
        }
    }
}
