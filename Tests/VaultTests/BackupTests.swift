import CivilDate
import Glibc
import Intervention
import Testing
import Vault

@Suite struct BackupTests {
    private let site = SiteID(3)
    private let row: [UInt8] = [1, 2, 3]
    private let text = Array("what is known of one child".utf8)
    private let person = PersonID(high: 1 << 56, low: 1)

    private static func day(_ number: Int64) -> Instant { Instant(microseconds: (20_000 + number) * 86_400_000_000) }

    @Test func `a store that was lost comes back from its backup, which is of no use without the master key`() throws {
        try KeyFolder.with { folder in
            let keys = try HomeKeys.createdIfMissing(folder: folder.path)
            let sealed = try Vault(keys).seal(text, of: person, site: site, purpose: .identity, row: row)
            let place = folder.path + "/backups"
            let backup = try keys.backUp(to: place, at: Self.day(0))
            #expect(backup.keys == 1)
            #expect(KeyFolder(path: backup.folder).names == ["p-01"])
            unlink(folder.path + "/people/p-01")
            let later = try HomeKeys(folder: folder.path)
            #expect(throws: VaultFault.self) {
                try Vault(later).open(sealed, of: person, site: site, purpose: .identity, row: row)
            }
            #expect(try later.restore(from: backup.folder, destroyed: []).keys == 1)
            #expect(try later.restore(from: backup.folder, destroyed: []).keys == 0)
            #expect(try Vault(later).open(sealed, of: person, site: site, purpose: .identity, row: row) == text)
            try KeyFolder.with { other in
                let thief = try HomeKeys.createdIfMissing(folder: other.path)
                let fault = #expect(throws: VaultFault.self) { try thief.restore(from: backup.folder, destroyed: []) }
                #expect(fault?.code == .unknownKey(try keys.id))
            }
        }
    }

    /// What still tells that a key was destroyed.
    enum Witness: CaseIterable {
        case list, laterBackup, database
    }

    @Test(arguments: Witness.allCases)
    func `a destroyed key comes back from no backup, whichever list of such keys is left`(witness: Witness) throws {
        try KeyFolder.with { folder in
            let keys = try HomeKeys.createdIfMissing(folder: folder.path)
            let vault = Vault(keys)
            let stays = PersonID(high: 1 << 56, low: 2)
            let lost = try vault.seal(text, of: person, site: site, purpose: .identity, row: row)
            let kept = try vault.seal(text, of: stays, site: site, purpose: .identity, row: row)
            let place = folder.path + "/backups"
            let backup = try keys.backUp(to: place, at: Self.day(0)).folder
            let names = try vault.keyNames(of: [person], site: site)
            #expect(names == [lost.key])
            try vault.destroyKeys(of: [person], site: site)
            unlink(folder.path + "/people/p-01")
            if witness != .list {
                #expect(unlink(folder.path + "/destroyed") == 0)
            }
            if witness == .laterBackup {
                try KeyFolder.overwrite(backup + "/destroyed", Array("\(lost.key)\n".utf8))
            }
            let later = try HomeKeys(folder: folder.path)
            let known: Set<KeyID> = witness == .database ? Set(names) : []
            let restoration = try later.restore(from: backup, destroyed: known)
            #expect(restoration.keys == 1 && restoration.destroyed == 1)
            #expect(throws: VaultFault.self) {
                try Vault(later).open(lost, of: person, site: site, purpose: .identity, row: row)
            }
            #expect(try Vault(later).open(kept, of: stays, site: site, purpose: .identity, row: row) == text)
            // A backup that is made now says what was destroyed before it.
            if witness == .list {
                #expect(KeyFolder(path: try keys.backUp(to: place, at: Self.day(1)).folder).names.contains("destroyed"))
            }
        }
    }

    @Test func `a backup is gone after 35 days, and with it a key that was destroyed meanwhile`() throws {
        try KeyFolder.with { folder in
            let keys = try HomeKeys.createdIfMissing(folder: folder.path)
            _ = try Vault(keys).seal(text, of: person, site: site, purpose: .identity, row: row)
            let place = folder.path + "/backups"
            _ = try keys.backUp(to: place, at: Self.day(0))
            mkdir(place + "/something else", 0o700)
            try Vault(keys).destroyKeys(of: [person], site: site)
            #expect(try keys.backUp(to: place, at: Self.day(35)).removed == [])
            #expect(KeyFolder(path: place).names.count == 3)
            let last = try keys.backUp(to: place, at: Self.day(36))
            #expect(last.removed.count == 1)
            #expect(last.keys == 0)
            #expect(KeyFolder(path: place).names.count == 3)
            #expect(KeyFolder(path: place).names.contains("something else"))
        }
    }
}
