/// A partner agency that a team briefs about its work.
public enum BriefingAudience: String, CaseIterable, Hashable, Sendable {
    case school
    case police
    case socialCare = "social-care"
    case health
    case youthOffending = "youth-offending"
    case other
}

/// A briefing that a team gave to a partner agency.
public struct Briefing: Hashable, Sendable {
    /// Its id.
    public var id: BriefingID
    /// What the site tells briefings of one audience and day apart by; nil when there is one.
    public var ref: BriefingRef?
    /// Whom it was for.
    public var audience: BriefingAudience
    /// How many people came.
    public var attended: Attendance

    /// A briefing.
    public init(
        id: BriefingID, ref: BriefingRef? = nil, for audience: BriefingAudience, attended: Attendance
    ) {
        self.id = id
        self.ref = ref
        self.audience = audience
        self.attended = attended
    }
}

/// A number of people in a room: 1 to 10,000.
public struct Attendance: Hashable, Comparable, Sendable {
    /// 1 to 10,000.
    public let number: Int

    /// A number of people, or nil outside 1 to 10,000.
    public init?(_ number: Int) {
        guard (1...10_000).contains(number) else { return nil }
        self.number = number
    }

    /// Fewer come first.
    public static func < (lhs: Attendance, rhs: Attendance) -> Bool {
        lhs.number < rhs.number
    }
}
