import Crypto
import Intervention

/// Seals and opens what may not lie about in clear, and makes the indexes by which it is found again: the only reader
/// and writer of the schemas `identity` and `narrative`.
///
/// Every person has a key, and so has every purpose of a site for what is of no one person. The keys are random, lie in a
/// store outside the database and are wrapped by the home's master key. Sealing is AES-256-GCM with a fresh nonce, bound
/// to site, purpose, row and key. Indexes come from a root key of their own with HKDF-SHA256, so that they stay when
/// master keys change.
package struct Vault: Sendable {
    let keys: HomeKeys

    /// A vault over the keys of a home.
    package init(_ keys: HomeKeys) {
        self.keys = keys
    }

    /// Seals bytes for one row that is of no one person.
    /// - Parameters:
    ///   - row: What tells the row apart within its purpose: the bytes of its id or key.
    package func seal(
        _ bytes: some Collection<UInt8>, site: SiteID, purpose: VaultPurpose, row: [UInt8]
    ) throws(VaultFault) -> Sealed {
        try seal(bytes, under: .site(site, purpose), site: site, purpose: purpose, row: row)
    }

    /// Seals bytes for one row of a person, with the person's own key; it is made when there is none.
    package func seal(
        _ bytes: some Collection<UInt8>, of person: PersonID, site: SiteID, purpose: VaultPurpose, row: [UInt8]
    ) throws(VaultFault) -> Sealed {
        try seal(bytes, under: .person(person, site), site: site, purpose: purpose, row: row)
    }

    /// Opens what was sealed for the row.
    /// - Parameter person: whose the row is; nil when it is of no one person.
    package func open(
        _ sealed: Sealed, of person: PersonID? = nil, site: SiteID, purpose: VaultPurpose, row: [UInt8]
    ) throws(VaultFault) -> [UInt8] {
        let place = SealedPlace(site: site, purpose: purpose, row: row, key: sealed.key)
        let key = try key(sealed.key, of: person, site: site, purpose: purpose)
        return try key.open(sealed.bytes, at: place)
    }

    /// A key to look a text up by without keeping the text: the same text of a site and purpose gives the same 32 bytes,
    /// which say nothing to anyone without the home's key.
    package func blindIndex(site: SiteID, purpose: VaultPurpose, _ text: String) -> Digest256 {
        blindIndex(text, with: indexKey(site: site, purpose: purpose))
    }

    /// The keys under which reports know a site's episodes, children and spells in care.
    package func factKeys(site: SiteID) -> FactKeys {
        FactKeys(
            episode: indexKey(site: site, purpose: .episodeFact), child: indexKey(site: site, purpose: .childFact),
            spell: indexKey(site: site, purpose: .careSpellFact))
    }

    func indexKey(site: SiteID, purpose: VaultPurpose) -> SymmetricKey {
        keys.ring.root.derived(for: site.number, purpose, .index)
    }

    func blindIndex(_ text: String, with key: SymmetricKey) -> Digest256 {
        Digest256(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
    }

    private func seal(
        _ bytes: some Collection<UInt8>, under name: KeyName, site: SiteID, purpose: VaultPurpose, row: [UInt8]
    ) throws(VaultFault) -> Sealed {
        let key = try keys.store.keyInForce(of: name)
        return try key.seal(bytes, for: SealedPlace(site: site, purpose: purpose, row: row, key: key.id))
    }

    /// The key that sealed something: the person's, the purpose's, or one derived from a master key as was done before
    /// there was a store.
    private func key(
        _ id: KeyID, of person: PersonID?, site: SiteID, purpose: VaultPurpose
    ) throws(VaultFault) -> DataKey {
        if let person, let key = try keys.store.key(id, of: .person(person, site)) { return key }
        if let key = try keys.store.key(id, of: .site(site, purpose)) { return key }
        if let master = try keys.ring.keys().key(id) {
            return DataKey(id: id, key: master.derived(for: site.number, purpose, .seal))
        }
        throw VaultFault(.unknownKey(id))
    }
}

extension Vault: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a vault (keys withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
