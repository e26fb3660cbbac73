import Crypto
import Intervention

/// Seals and opens what may not lie about in clear, and makes the indexes by which it is found again: the only reader
/// and writer of the schemas `identity` and `narrative`.
///
/// Every site has keys of its own for every purpose, derived from the home's master key with HKDF-SHA256. Sealing is
/// AES-256-GCM with a fresh nonce, bound to site, purpose, row and key.
package struct Vault: Sendable {
    let master: MasterKey

    /// A vault over the keys of a home.
    package init(_ keys: HomeKeys) {
        master = keys.master
    }

    /// Seals bytes for one row.
    /// - Parameters:
    ///   - row: What tells the row apart within its purpose: the bytes of its id or key.
    package func seal(
        _ bytes: some Collection<UInt8>, site: SiteID, purpose: VaultPurpose, row: [UInt8]
    ) throws(VaultFault) -> Sealed {
        let place = SealedPlace(site: site, purpose: purpose, row: row, key: master.id)
        let key = master.derived(for: site.number, purpose, .seal)
        do {
            let box = try AES.GCM.seal(Array(bytes), using: key, authenticating: place.authenticatedBytes)
            return Sealed(key: master.id, bytes: Array(box.nonce) + Array(box.ciphertext) + Array(box.tag))
        } catch {
            throw VaultFault(.notAuthentic)
        }
    }

    /// Opens what was sealed for the row.
    package func open(
        _ sealed: Sealed, site: SiteID, purpose: VaultPurpose, row: [UInt8]
    ) throws(VaultFault) -> [UInt8] {
        guard sealed.key == master.id else { throw VaultFault(.unknownKey(sealed.key)) }
        let place = SealedPlace(site: site, purpose: purpose, row: row, key: sealed.key)
        let key = master.derived(for: site.number, purpose, .seal)
        do {
            let box = try AES.GCM.SealedBox(combined: sealed.bytes)
            return Array(try AES.GCM.open(box, using: key, authenticating: place.authenticatedBytes))
        } catch {
            throw VaultFault(.notAuthentic)
        }
    }

    /// A key to look a text up by without keeping the text: the same text of a site and purpose gives the same 32 bytes,
    /// which say nothing to anyone without the home's key.
    package func blindIndex(site: SiteID, purpose: VaultPurpose, _ text: String) -> Digest256 {
        let key = master.derived(for: site.number, purpose, .index)
        return Digest256(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
    }

    /// The keys under which reports know a site's episodes, children and spells in care.
    package func factKeys(site: SiteID) -> FactKeys {
        FactKeys(
            episode: master.derived(for: site.number, .episodeFact, .index),
            child: master.derived(for: site.number, .childFact, .index),
            spell: master.derived(for: site.number, .careSpellFact, .index)
        )
    }
}

extension Vault: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a vault (keys withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
