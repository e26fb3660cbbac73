import Disclosure

/// For whom an edition is frozen, by the house rule under which it may be read.
package enum EditionProfile: String, CaseIterable, Hashable, Sendable, Codable {
    /// For everybody, as figures of children in need are published.
    case dfe
    /// For everybody, as hospital episodes are published.
    case nhs
    /// For the services of the network among each other, under their agreement.
    case network

    /// The rule.
    package var rules: DisclosureProfile {
        switch self {
        case .dfe: .dfe
        case .nhs: .nhs
        case .network: .network
        }
    }

    /// Whether everybody may read it; editions are attacked together with those that the same people read.
    package var isPublic: Bool { rules.audience == .everybody }
}
