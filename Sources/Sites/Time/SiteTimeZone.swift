// FoundationEssentials alone knows no zone but GMT: the rules of the zones come with the whole of it.
import Foundation
import YAMLFile

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

    /// The zone that a mistaken name probably meant: by its place, which is what people know; nil when none is near.
    static func near(_ name: String) -> String? {
        let zones = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }
        if let whole = NearestWord.near(name, among: zones, atMost: 1) { return whole }
        func place(_ name: String) -> String { String(name.split(separator: "/").last ?? "") }
        let wanted = place(name)
        // Of a short word every other short one is near.
        let limit = wanted.count / 4
        return NearestWord.near(wanted, among: zones.map(place), atMost: limit).flatMap { near in
            zones.first { place($0) == near }
        }
    }
}

extension SiteTimeZone: CustomStringConvertible {
    /// The name.
    package var description: String { name }
}
