package import CivilDate

/// What is to be recorded of a person. It does not print.
package struct PersonChange: Hashable, Sendable {
    /// An address that is new.
    package struct NewAddress: Hashable, Sendable {
        /// The address on one line.
        package let text: String
        /// Whether it must not be told.
        package let isSensitive: Bool
        /// The first day there.
        package let from: CivilDate?
        /// The first day no longer there.
        package let until: CivilDate?

        /// A new address.
        package init(text: String, isSensitive: Bool, from: CivilDate?, until: CivilDate?) {
            self.text = text
            self.isSensitive = isSensitive
            self.from = from
            self.until = until
        }
    }

    /// The particulars that are given; the others stay as they are.
    package var values: [IdentityKind: String]
    /// The particulars that are taken away.
    package var removed: Set<IdentityKind>
    /// All addresses, in the place of those before; nil to leave them as they are.
    package var addresses: [NewAddress]?

    /// A change.
    package init(
        values: [IdentityKind: String] = [:], removed: Set<IdentityKind> = [], addresses: [NewAddress]? = nil
    ) {
        self.values = values
        self.removed = removed
        self.addresses = addresses
    }

    /// The particulars as they are after it, in the form in which they are kept.
    /// - Parameter today: no birth is after it.
    func applied(to before: [IdentityKind: String], today: CivilDate) throws(ParticularFault) -> Particulars {
        var after = before
        for kind in removed { after[kind] = nil }
        for (kind, text) in values {
            guard (1...Particulars.longest).contains(text.count), PersonChange.isText(text) else {
                throw .text(kind.field)
            }
            after[kind] = text
        }
        if let born = values[.birthDate] {
            guard let day = CivilDate(iso: born), day <= today else { throw .birthDate }
        }
        for address in addresses ?? [] {
            guard (1...Particulars.longest).contains(address.text.count), PersonChange.isText(address.text) else {
                throw .text("address")
            }
        }
        guard after[.name] != nil else { throw .noName }
        return try Particulars(after)
    }

    private static func isText(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}

extension PersonChange: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a change of particulars (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension IdentityKind {
    /// The name by which people give it.
    package var field: String { self == .birthDate ? "born" : rawValue }

    /// The kind of a name.
    package init?(field: some StringProtocol) {
        guard let kind = IdentityKind.allCases.first(where: { $0.field == field }) else { return nil }
        self = kind
    }
}
