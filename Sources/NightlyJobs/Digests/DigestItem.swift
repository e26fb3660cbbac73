import CivilDate
import Intervention

/// One thing that a digest can tell, and whose it is.
struct DigestItem<Thing: Hashable & Sendable>: Hashable, Sendable {
    let subject: DutySubject
    let holder: DutyHolder
    let thing: Thing
    /// Whether the digest before could not tell it.
    let isNew: Bool

    /// How a digest calls the subject: the site's reference or the team's code, never anybody's name.
    var label: String {
        if let ref = holder.ref { return subject.kind == .team ? "team \(ref)" : ref }
        // The first group of the id tells the few that have no reference apart.
        return "id \("\(subject.id)".prefix(8))"
    }
}

/// What a site's digests are made of on a night.
struct DigestMatter: Sendable {
    let day: CivilDate
    /// The date of the digest before; nil when this is the first.
    let before: CivilDate?
    /// Those whose window has opened, in the order in which they are due.
    let obligations: [DigestItem<ObligationRow>]
    /// The most pressing first, and of those alike the oldest.
    let alerts: [DigestItem<AlertRow>]
    /// Records that somebody opened in an emergency since the digest before.
    let glasses: [DigestItem<GlassRow>]

    /// - Parameters:
    ///   - obligations: in any order; it is brought about here, once for all readers.
    ///   - alerts: in any order.
    init(
        day: CivilDate, before: CivilDate?, obligations: [DigestItem<ObligationRow>], alerts: [DigestItem<AlertRow>],
        glasses: [DigestItem<GlassRow>] = []
    ) {
        self.day = day
        self.before = before
        self.glasses = glasses
        self.obligations = obligations.filter { $0.thing.standing != .upcoming }
            .map { (item: $0, due: $0.thing.dueOn, label: $0.label, words: $0.thing.words) }
            .sorted { ($0.due, $0.label, $0.words) < ($1.due, $1.label, $1.words) }.map(\.item)
        self.alerts = alerts.map { (item: $0, label: $0.label) }
            .sorted { one, other in
                let (left, right) = (one.item.thing, other.item.thing)
                return (right.urgency, left.since, one.label, left.place.code, left.place.number)
                    < (left.urgency, right.since, other.label, right.place.code, right.place.number)
            }.map(\.item)
    }
}

/// That somebody opened a record in an emergency.
struct GlassRow: Hashable, Sendable {
    /// The code of the account.
    let actor: String
    /// Since when.
    let openedAt: Instant
    /// Until when.
    let until: Instant
}

/// Whom a digest is for, and what of the site is that person's business.
struct DigestReader: Hashable, Sendable {
    let staff: StaffCode
    /// Everything of the site.
    var seesSite = false
    /// These teams and their families.
    var teams: Set<TeamCode> = []

    /// Whether a subject is the reader's business.
    func sees(_ holder: DutyHolder) -> Bool {
        if seesSite { return true }
        if let team = holder.team, teams.contains(team) { return true }
        return holder.therapist == staff
    }

    /// Everybody who gets a digest on a day, by code: who holds cases sees the own families, who supervises the team,
    /// and an administrator, who keeps the site's books, the whole site.
    static func all(_ posts: [(team: TeamCode, post: StaffPost)], on day: CivilDate) -> [DigestReader] {
        var readers: [StaffCode: DigestReader] = [:]
        for (team, post) in posts where post.covers(day) && (post.role.holdsCases || post.role == .administrator) {
            var reader = readers[post.staff] ?? DigestReader(staff: post.staff)
            if post.role == .administrator { reader.seesSite = true }
            if post.role.supervises { reader.teams.insert(team) }
            readers[post.staff] = reader
        }
        return readers.values.sorted { $0.staff < $1.staff }
    }
}
