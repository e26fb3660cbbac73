import Foundation
import Schema
import Testing

/// What must be true of the files themselves.
@Suite struct MigrationFileTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../sql/migrations").standardizedFileURL

    @Test func `the program holds every file of the folder as it is`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
        let files = try names.map { name in
            Migration(
                name: name.replacing(".sql", with: ""),
                bytes: Array(try Data(contentsOf: Self.folder.appending(path: name))))
        }
        #expect(files == Migration.embedded)
    }

    @Test func `files are numbered from one without a gap`() {
        let numbers = Migration.embedded.map { String($0.name.prefix(6)) }
        let wanted = Migration.embedded.indices.map { place in
            "m" + "000\(place + 1)".suffix(4) + "_"
        }
        #expect(numbers == wanted)
    }

    @Test(arguments: Migration.embedded)
    func `a file neither ends its transaction nor changes its role`(file: Migration) throws {
        let words = try Regex("(?im)^ *(begin|commit|rollback|start transaction|set role|reset)\\b.*;")
        let found = file.sql.firstMatch(of: words).map { String(file.sql[$0.range]) }
        #expect(found == nil)
    }

    @Test func `the checksum is SHA-256`() {
        let empty = Migration(name: "m0001_empty", bytes: [])
        #expect(empty.checksum.prefix(4) == [0xe3, 0xb0, 0xc4, 0x42])
        #expect(empty.checksum.count == 32)
    }
}
