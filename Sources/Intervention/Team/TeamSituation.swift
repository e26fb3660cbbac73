import CivilDate

/// What a model may look at of a team on a day.
public struct TeamSituation: Hashable, Sendable {
    /// What is on record of the team.
    public var facts: TeamFacts
    /// Everybody who was, is or will be in post, as the site's configuration in force says.
    public var staff: [StaffPost]
    /// How many open families each therapist has on the day.
    public var caseload: [StaffCode: Int]
    /// Open families of the team that nobody is named for on the day.
    public var unallocated: Int
    /// When the team had families, as far as is known on the day; in order, without overlap.
    public var familySpells: [FamilySpell]

    /// A team as it stands.
    public init(
        _ facts: TeamFacts, staff: [StaffPost] = [], caseload: [StaffCode: Int] = [:], unallocated: Int = 0,
        familySpells: [FamilySpell] = []
    ) {
        self.facts = facts
        self.staff = staff
        self.caseload = caseload
        self.unallocated = unallocated
        self.familySpells = familySpells
    }

    /// Open families of the team on the day.
    public var families: Int { caseload.values.reduce(unallocated, +) }

    /// Whether the team had a family on any of some days.
    /// - Parameters:
    ///   - first: the first of the days.
    ///   - last: the last of them; none when it lies before the first.
    func hadFamilies(from first: CivilDate, through last: CivilDate) -> Bool {
        first <= last && familySpells.contains { $0.from <= last && $0.until.map { first < $0 } ?? true }
    }

    /// The posts of a day, by person.
    public func posts(on day: CivilDate) -> [StaffPost] {
        staff.filter { $0.covers(day) }.sorted { ($0.staff, $0.from) < ($1.staff, $1.from) }
    }

    /// By when somebody in a post needs a training, whether or not it was completed; nil while it is not needed. What is
    /// needed before the first family is due on the first day of the post, once there is one.
    public func due(_ requirement: TrainingRequirement, of post: StaffPost, with settings: ModelSettings) -> CivilDate?
    {
        let began = staff.filter { $0.staff == post.staff && $0.role == post.role }.map(\.from).min() ?? post.from
        switch requirement.deadline {
        case .firstCase:
            let own = post.role.holdsCases ? caseload[post.staff] ?? 0 : families
            return own > 0 ? began : nil
        case .months(let key): return settings.whole(key).map { began.adding(months: $0) }
        }
    }
}
