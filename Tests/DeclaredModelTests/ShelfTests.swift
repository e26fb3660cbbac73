import Intervention
import StandardMST
import Testing

@testable import DeclaredModel

@Suite struct ShelfTests {
    private func own(_ file: Specimen, _ name: String = "config/models/own.yaml") -> DeclaredFile {
        DeclaredFile(name: name, bytes: file.bytes)
    }

    @Test func `the same bytes beside the embedded ones add nothing`() throws {
        let shelf = try DeclaredShelf(DeclaredFile.embedded + [own(Specimen())])
        #expect(shelf.models.map(\.id.text) == ["mst-e", "mst-psb"])
    }

    @Test func `other bytes under the same id and version are refused with where the first are from`() throws {
        let altered = try Specimen().replacing("standard: 28", with: "standard: 35")
        let error = #expect(throws: DeclaredShelfFaults.self) {
            _ = try DeclaredShelf(DeclaredFile.embedded + [own(altered)])
        }
        let lines = error?.description.split(separator: "\n").map(String.init) ?? []
        #expect(
            lines.first
                == "config/models/own.yaml: mst-e version 1 is mst-e.yaml already, with other content; a version never "
                + "changes, so give this one the next version")
        let first = try #require(DeclaredFile.embedded.first)
        #expect(lines.last == "  mst-e.yaml: SHA-256 \(first.checksumText)")
        #expect(lines.dropFirst().first == "  config/models/own.yaml: SHA-256 \(own(altered).checksumText)")
    }

    @Test func `a checksum is the SHA-256 of the bytes`() {
        #expect(
            DeclaredFile(name: "abc", bytes: Array("abc".utf8)).checksumText
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `the next version stands beside the first`() throws {
        let next = try Specimen().replacing("version: 1", with: "version: 2")
        let shelf = try DeclaredShelf(DeclaredFile.embedded + [own(next)])
        #expect(shelf.models.map { "\($0.id) \($0.version.number)" } == ["mst-e 1", "mst-psb 1", "mst-e 2"])
        #expect(try ModelRegistry(shelf.models).newest("mst-e")?.version == ModelVersion(2))
    }

    @Test func `a file cannot take the id and version of a model of the program`() throws {
        let usurper = DeclaredText.of(StandardMST())
        let error = #expect(throws: DeclaredShelfFaults.self) {
            _ = try DeclaredShelf([own(usurper)], beside: [StandardMST()])
        }
        #expect(error?.description.contains("mst version 1 is the program itself already") == true)
    }

    @Test func `the mistakes of all files are said together, each with its file`() throws {
        let first = try own(Specimen().replacing("version: 1", with: "version: one"), "a.yaml")
        let second = try own(Specimen().replacing("targets: []", with: "targets: none"), "b.yaml")
        let error = #expect(throws: DeclaredShelfFaults.self) { _ = try DeclaredShelf([first, second]) }
        let lines = error?.description.split(separator: "\n").map(String.init) ?? []
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("a.yaml: line ") == true)
        #expect(lines.last?.hasPrefix("b.yaml: line ") == true)
    }

    @Test func `every file of the folder is built in, byte for byte`() throws {
        #expect(DeclaredFile.embedded.map(\.name) == (try ModelFolder.names()))
        for file in DeclaredFile.embedded { #expect(file.bytes == (try ModelFolder.bytes(of: file.name))) }
    }
}
