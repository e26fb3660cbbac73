import Intervention

/// Whose, or what for, a key of the store is.
enum KeyName: Hashable, Sendable {
    /// What is kept of one person: a child, or somebody of the family.
    case person(PersonID, SiteID)
    /// What a site keeps for one purpose, and is of no one person.
    case site(SiteID, VaultPurpose)

    /// The name as bytes, the same for the same name and never the same for two.
    var bytes: [UInt8] {
        var encoder = SealedPlace.Encoder()
        switch self {
        case .person(let person, let site):
            encoder.append(text: "person")
            encoder.append(number: site.number)
            encoder.append(person.bytes)
        case .site(let site, let purpose):
            encoder.append(text: "site")
            encoder.append(number: site.number)
            encoder.append(text: purpose.rawValue)
        }
        return encoder.bytes
    }

    /// The file that its keys stand in: by the first byte of a person's id; those of sites stand together.
    var shard: ShardID {
        switch self {
        case .person(let person, _): .people(person.bytes[0])
        case .site: .sites
        }
    }
}

/// One file of the key store.
enum ShardID: Hashable, Sendable, CaseIterable {
    /// Persons whose id begins with this byte.
    case people(UInt8)
    /// The purposes of all sites.
    case sites

    static let allCases: [ShardID] = [.sites] + (0...UInt8.max).map { .people($0) }

    /// The name of the file.
    var fileName: String {
        switch self {
        case .people(let byte): "p-" + Hexadecimal.text([byte])
        case .sites: "sites"
        }
    }
}
