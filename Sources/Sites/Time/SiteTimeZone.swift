// FoundationEssentials alone knows no zone but GMT: the rules of the zones come with the whole of it.
import Foundation

/// The name of a time zone that this system knows: `Europe/London`.
package struct SiteTimeZone: Hashable, Sendable {
    /// The name in the time-zone database.
    package let name: String

    /// A zone, or nil when the system does not know it.
    ///
    /// Abbreviations are refused: `BST` is British Summer Time to some and Bangladesh Standard Time to the database.
    package init?(_ name: some StringProtocol) {
        let name = String(name)
        guard name.contains("/") || name == "UTC", let zone = TimeZone(identifier: name) else { return nil }
        // A name in other capitals is another name to PostgreSQL and to files.
        guard zone.identifier == name || name == "UTC" else { return nil }
        self.name = name
    }

    /// The zones that a mistaken name may have meant.
    static var wellKnown: [String] { TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") } + ["UTC"] }
}

extension SiteTimeZone: CustomStringConvertible {
    /// The name.
    package var description: String { name }
}
