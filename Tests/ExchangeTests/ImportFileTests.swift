import Exchange
import Foundation
import Intervention
import Testing

@Suite struct ImportFileTests {
    private let bad = Register.row(Register.closed, [.episodeRef: "E-9", .childRef: "C-9", .sex: "x"])

    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("homeward-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.path)
    }

    private func write(_ text: String, _ path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    @Test func `the rejected rows stand beside the file, for its owner only, and nothing else is left`() async throws {
        try await withFolder { folder in
            try await ImportWorld.with { world in
                let path = folder + "/r.csv"
                try write(Register.text([Register.closed, bad]), path)
                let report = try await world.importer.run(
                    path: path, at: Register.code("leeds"), ImportOptions(acceptsValid: true)
                )
                #expect(report.counts.added == 1)
                #expect(try text(path + ".rejected.csv").contains("E-9"))
                let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
                #expect(names == ["r.csv", "r.csv.rejected.csv"])
                let mode = try FileManager.default.attributesOfItem(atPath: path + ".rejected.csv")[.posixPermissions]
                #expect(mode as? Int == 0o600)
            }
        }
    }

    @Test func `without rows that were rejected there is no file of them`() async throws {
        try await withFolder { folder in
            try await ImportWorld.with { world in
                let path = folder + "/r.csv"
                try write(Register.text([Register.closed]), path)
                _ = try await world.importer.run(
                    path: path, at: Register.code("leeds"), ImportOptions(acceptsValid: true)
                )
                try write(Register.text([bad]), path)
                _ = try await world.importer.run(path: path, at: Register.code("leeds"))
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["r.csv"])
            }
        }
    }

    @Test func `when the rejected rows cannot be written nothing goes in`() async throws {
        try await withFolder { folder in
            try await ImportWorld.with { world in
                let path = folder + "/r.csv"
                try write(Register.text([Register.closed, bad]), path)
                // A name that is longer than any file's may be: the register can be read, its neighbour not be made.
                let long = folder + "/" + String(repeating: "r", count: 245) + ".csv"
                try FileManager.default.moveItem(atPath: path, toPath: long)
                let before = try await world.tables()
                await #expect(throws: FileFault.self) {
                    try await world.importer.run(
                        path: long, at: Register.code("leeds"), ImportOptions(acceptsValid: true)
                    )
                }
                #expect(try await world.tables() == before)
            }
        }
    }

    @Test func `a file that is not there is named`() async throws {
        try await ImportWorld.with { world in
            let fault = await #expect(throws: FileFault.self) {
                try await world.importer.run(path: "no/such.csv", at: Register.code("leeds"))
            }
            #expect(fault?.description.hasPrefix("no/such.csv: cannot read the file: ") == true)
        }
    }
}
