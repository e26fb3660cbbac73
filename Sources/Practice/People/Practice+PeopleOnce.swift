import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// Records particulars of a person, once however often it is sent under its key. What was made is the person, and what is
    /// told the version of what is kept of them now.
    /// - Parameter version: what was seen of the person: nothing is recorded upon another. Nil for somebody new, whom nobody
    ///   can have seen; 0 when nothing was kept.
    /// - Throws: ``KeyedWriteFault``, ``PeopleFault``, ``ParticularProblem``, ``PracticeFault``.
    package func recordPersonOnce(
        _ target: PersonTarget, _ wish: PersonWish, seen version: StreamSeq?, at site: SiteCode, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        let written = try await once(keyed, for: .recordPerson, at: .site, of: site) { session in
            try await session.check(wish, of: target, seen: version)
            do {
                let (person, isRecorded) = try await record(target, wish.change, in: session)
                guard isRecorded else { return WrittenOnce(made: person.bound, told: Practice.numberTaken) }
                let now = try await session.store.vault.version(
                    of: person, site: session.site.id, in: session.transaction)
                return WrittenOnce(made: person.bound, told: "\(now)")
            } catch let fault as ParticularFault {
                throw ParticularProblem(sentence: "\(fault)")
            }
        }
        // The look at it is kept, whatever came of it, and whoever asks again is told the same.
        guard written.told != Practice.numberTaken else { throw PeopleFault.numberTaken }
        return written
    }

    private static let numberTaken = "number-taken"
}

extension SiteSession {
    /// Refuses to write upon another version than the one that was seen, and a list of addresses without those that a
    /// program is not shown: it would take them away unseen.
    fileprivate func check(_ wish: PersonWish, of target: PersonTarget, seen: StreamSeq?) async throws {
        if case .family = target { return }
        let person = try await person(target)
        try await store.vault.takeTurn(site.id, in: transaction)
        let version = StreamSeq(try await store.vault.version(of: person, site: site.id, in: transaction))
        guard seen == nil || seen == version else { throw KeyedWriteFault.changed(version) }
        guard let addresses = wish.change.addresses else { return }
        let kept = try await store.vault.addresses(of: person, site: site.id, in: transaction)
        guard addresses.count(where: \.isSensitive) >= kept.count(where: \.isSensitive) else {
            throw PeopleFault.withheldWouldBeLost
        }
    }
}

/// Why particulars of a person cannot be kept, for whoever does not know the vault.
package struct ParticularProblem: Error, Hashable, Sendable {
    /// What would be right, without what was sent.
    package let sentence: String
}

extension PersonTarget {
    /// Somebody of the family of a child who is not recorded yet; nil when nobody is such a relative.
    package init?(familyOf child: ChildNaming, kinship: String) {
        guard let kinship = Kinship(rawValue: kinship) else { return nil }
        self = .family(of: child, kinship)
    }

    /// What somebody can be to a child, in the words that are kept.
    package static var kinships: [String] { Kinship.allCases.map(\.rawValue) }
}

/// Particulars of a person by the names that programs know.
package struct PersonWish: Hashable, Sendable {
    /// An address that is new.
    package struct Address: Hashable, Sendable {
        /// The address on one line.
        package let text: String
        /// Whether it must not be told.
        package let isSensitive: Bool
        /// The first day there.
        package let from: CivilDate?
        /// The first day no longer there.
        package let until: CivilDate?

        /// An address.
        package init(_ text: String, isSensitive: Bool, from: CivilDate?, until: CivilDate?) {
            self.text = text
            self.isSensitive = isSensitive
            self.from = from
            self.until = until
        }
    }

    private static let kinds: [String: IdentityKind] = [
        "name": .name, "otherName": .otherName, "birthDate": .birthDate, "telephone": .telephone, "email": .email,
        "nhsNumber": .nhsNumber, "upn": .upn,
    ]

    fileprivate var change = PersonChange()

    /// Particulars.
    /// - Parameters:
    ///   - named: what is right; nil takes a particular away, and what is not named stays.
    ///   - addresses: all addresses, in the place of those before; nil to leave them as they are.
    package init(named: [(name: String, text: String?)], addresses: [Address]?) {
        for (name, text) in named {
            guard let kind = PersonWish.kinds[name] else { continue }
            if let text { change.values[kind] = text } else { change.removed.insert(kind) }
        }
        change.addresses = addresses?.map {
            PersonChange.NewAddress(text: $0.text, isSensitive: $0.isSensitive, from: $0.from, until: $0.until)
        }
    }
}
