import Glibc
import Intervention
import Testing
import Vault

@Suite struct RotationTests {
    private let site = SiteID(3)
    private let row: [UInt8] = [1, 2, 3]
    private let text = Array("what is known of one child".utf8)
    private let people = (1...40).map { PersonID(high: UInt64($0) << 56, low: UInt64($0)) }

    @Test func `after a rotation all is wrapped by the new key, and nothing has to be sealed anew`() throws {
        try KeyFolder.with { folder in
            let keys = try HomeKeys.createdIfMissing(folder: folder.path)
            let vault = Vault(keys)
            let first = try keys.id
            let index = vault.blindIndex(site: site, purpose: .searchTerm, "a name")
            let fact = vault.factKeys(site: site).key(of: EpisodeID(high: 1, low: 2))
            let sealed = try people.map { try vault.seal(text, of: $0, site: site, purpose: .identity, row: row) }
            let common = try vault.seal(text, site: site, purpose: .importedRow, row: row)
            #expect(try keys.rotate())
            let standing = try keys.standing()
            #expect(standing.current != first)
            #expect(standing.former == [first])
            #expect(standing.wrapped == [standing.current: people.count + 1])
            #expect(standing.left == 0)
            #expect(try keys.destroyFormer(exceptFor: [first]) == [])
            #expect(try keys.destroyFormer(exceptFor: []) == [first])
            #expect(!folder.names.contains { $0.hasPrefix("former") })
            for later in [vault, Vault(try HomeKeys(folder: folder.path))] {
                for (person, sealed) in zip(people, sealed) {
                    #expect(try later.open(sealed, of: person, site: site, purpose: .identity, row: row) == text)
                }
                #expect(try later.open(common, site: site, purpose: .importedRow, row: row) == text)
                #expect(later.blindIndex(site: site, purpose: .searchTerm, "a name") == index)
                #expect(later.factKeys(site: site).key(of: EpisodeID(high: 1, low: 2)) == fact)
            }
        }
    }

    @Test func `a rotation that was interrupted is finished with the key that it had begun with`() throws {
        struct Stop: Error {}
        try KeyFolder.with { folder in
            let keys = try HomeKeys.createdIfMissing(folder: folder.path)
            let vault = Vault(keys)
            let sealed = try people.map { try vault.seal(text, of: $0, site: site, purpose: .identity, row: row) }
            // What a kill leaves behind: the key was replaced, and some files were not come to.
            let late = try KeyFolder.bytes(of: folder.path + "/people/p-20")
            try keys.rotate()
            let second = try keys.id
            try KeyFolder.overwrite(folder.path + "/people/p-20", late)
            #expect(try keys.standing().left == 1)
            #expect(try keys.destroyFormer(exceptFor: []) == [])
            for (person, sealed) in zip(people, sealed) {
                #expect(try vault.open(sealed, of: person, site: site, purpose: .identity, row: row) == text)
            }
            #expect(try !keys.rotate())
            #expect(try keys.id == second)
            #expect(try keys.standing().left == 0)
        }
    }

    @Test func `a key that was half destroyed is in nobody's way, and goes with the next`() throws {
        try KeyFolder.with { folder in
            let keys = try HomeKeys.createdIfMissing(folder: folder.path)
            try keys.rotate()
            let name = try #require(folder.names.first { $0.hasPrefix("former") })
            let (former, going) = ("\(folder.path)/\(name)", "\(folder.path)/\(name).going")
            #expect(rename(former, going) == 0 && chmod(going, 0o600) == 0)
            #expect(try HomeKeys(folder: folder.path).standing().former.isEmpty)
            #expect(try keys.destroyFormer(exceptFor: []) == [])
            #expect(!folder.names.contains { $0.hasPrefix("former") })
        }
    }

    @Test func `a service that runs sees the new key at once and seals with nothing else`() throws {
        try KeyFolder.with { folder in
            let service = Vault(try HomeKeys.createdIfMissing(folder: folder.path))
            let person = people[0]
            let before = try service.seal(text, of: person, site: site, purpose: .identity, row: row)
            let operations = try HomeKeys(folder: folder.path)
            try operations.rotate()
            _ = try service.seal(text, of: people[1], site: site, purpose: .identity, row: row)
            let standing = try operations.standing()
            #expect(standing.wrapped == [standing.current: 2])
            _ = try operations.destroyFormer(exceptFor: [])
            #expect(try service.open(before, of: person, site: site, purpose: .identity, row: row) == text)
        }
    }

    @Test func `a home from before there was a store keeps what it knows things by`() throws {
        try KeyFolder.with { folder in
            try folder.put([UInt8](1...32), mode: 0o400)
            let old = Vault(try HomeKeys(folder: folder.path))
            let index = old.blindIndex(site: site, purpose: .importedRow, "E-1")
            #expect(index.description == KeyFolder.indexFromBefore)
            let keys = try HomeKeys(folder: folder.path)
            try keys.rotate()
            #expect(Vault(keys).blindIndex(site: site, purpose: .importedRow, "E-1") == index)
        }
    }
}
