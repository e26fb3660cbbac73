import Intervention

extension Vault {
    /// Makes keys for those of these persons who have none: many at once, each file of the store written once.
    package func makeKeys(of people: [PersonID], site: SiteID) throws(VaultFault) {
        try keys.store.make(people.map { .person($0, site) })
    }

    /// Whether a person has a key: whoever has none has nothing sealed, or it opens no more.
    package func hasKey(of person: PersonID, site: SiteID) throws(VaultFault) -> Bool {
        try keys.store.has(.person(person, site))
    }

    /// The names of all keys that these persons have: what is to be destroyed, so that no backup brings it back.
    package func keyNames(of people: [PersonID], site: SiteID) throws(VaultFault) -> [KeyID] {
        try keys.store.keys(of: people.map { .person($0, site) })
    }

    /// Destroys the keys of persons: nothing that was sealed with them opens again, in the database, in its logs or in its
    /// backups. Backups of the key store have them for 35 days at most, and none is taken back from there.
    ///
    /// What is destroyed is destroyed at once, whatever becomes of a transaction: commit first what says that it is gone.
    /// Done twice it does nothing.
    /// - Returns: how many of them had a key.
    @discardableResult
    package func destroyKeys(of people: [PersonID], site: SiteID) throws(VaultFault) -> Int {
        try keys.store.destroy(people.map { .person($0, site) })
    }
}
