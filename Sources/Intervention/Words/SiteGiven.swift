/// A code that a site gives to one of its own things: `[A-Za-z0-9][A-Za-z0-9._-]{0,31}`.
///
/// It has no space on purpose: a value with a space looks like somebody's name, and names have no place in the record.
public struct SiteGiven<Thing>: Hashable, Sendable {
    /// The code as the site writes it; upper and lower case are different.
    public let text: String

    /// A code, or nil when the text does not have the form of one.
    public init?(_ text: some StringProtocol) {
        let bytes = text.utf8
        guard bytes.count <= 32, let first = bytes.first, CodeForm.isAlphanumeric(first),
            bytes.allSatisfy(CodeForm.isInner)
        else { return nil }
        self.text = String(text)
    }
}

extension SiteGiven: Comparable {
    /// Order of the codes.
    public static func < (lhs: SiteGiven, rhs: SiteGiven) -> Bool {
        lhs.text < rhs.text
    }
}

extension SiteGiven: CustomStringConvertible {
    /// The code itself.
    public var description: String { text }
}

/// What the codes of a site stand for. The cases of this namespace only mark types.
public enum Coded {
    /// A licensed site.
    public enum Site: Sendable {}
    /// A team of a site.
    public enum Team: Sendable {}
    /// A member of staff.
    public enum Staff: Sendable {}
    /// An episode, as the site's own register calls it.
    public enum Episode: Sendable {}
    /// A child, as the site's own register calls it.
    public enum Child: Sendable {}
    /// A household, as the site's own register calls it.
    public enum Household: Sendable {}
    /// A briefing of a partner agency.
    public enum Briefing: Sendable {}
}

/// The code of a licensed site.
public typealias SiteCode = SiteGiven<Coded.Site>
/// The code of a team, unique within its site.
public typealias TeamCode = SiteGiven<Coded.Team>
/// The code of a member of staff, unique within the site.
public typealias StaffCode = SiteGiven<Coded.Staff>
/// The site's reference of an episode, unique within the site.
public typealias EpisodeRef = SiteGiven<Coded.Episode>
/// The site's reference of a child, unique within the site.
public typealias ChildRef = SiteGiven<Coded.Child>
/// The site's reference of a household.
public typealias HouseholdRef = SiteGiven<Coded.Household>
/// The site's reference of a briefing, unique for its audience and day.
public typealias BriefingRef = SiteGiven<Coded.Briefing>

/// The characters that a site's code may have.
enum CodeForm {
    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }

    static func isInner(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}
