/// The number that a database gives to a site; at least 1.
public struct SiteID: Hashable, Comparable, Sendable {
    /// The number itself.
    public let number: Int32

    /// The site of this number.
    public init(_ number: Int32) {
        self.number = number
    }

    /// Order of the numbers.
    public static func < (lhs: SiteID, rhs: SiteID) -> Bool {
        lhs.number < rhs.number
    }
}

/// The version of a model; at least 1. An episode keeps the version that it began under.
public struct ModelVersion: Hashable, Comparable, Sendable {
    /// The number itself.
    public let number: Int32

    /// The version of this number.
    public init(_ number: Int32) {
        self.number = number
    }

    /// Older versions come first.
    public static func < (lhs: ModelVersion, rhs: ModelVersion) -> Bool {
        lhs.number < rhs.number
    }
}

/// The version of a site's applied settings; at least 1. An episode keeps the version that it began under.
public struct SettingsVersion: Hashable, Comparable, Sendable {
    /// The number itself.
    public let number: Int32

    /// The version of this number.
    public init(_ number: Int32) {
        self.number = number
    }

    /// Older versions come first.
    public static func < (lhs: SettingsVersion, rhs: SettingsVersion) -> Bool {
        lhs.number < rhs.number
    }
}

/// The place of an event in its stream, counted from 1 without gaps.
public struct StreamSeq: Hashable, Comparable, Sendable {
    /// The number itself; 0 only for the head of an empty stream.
    public let number: Int64

    /// The place of this number.
    public init(_ number: Int64) {
        self.number = number
    }

    /// The place of the event that follows.
    public var next: StreamSeq { StreamSeq(number + 1) }

    /// The head of a stream that has no event yet.
    public static let beforeFirst = StreamSeq(0)

    /// Earlier places come first.
    public static func < (lhs: StreamSeq, rhs: StreamSeq) -> Bool {
        lhs.number < rhs.number
    }
}
