import CivilDate

/// Days on which a member of staff can be called around the clock.
public struct OnCallSpell: Hashable, Sendable {
    /// Who.
    public var staff: StaffCode
    /// The first day.
    public var from: CivilDate
    /// The last day, not before the first.
    public var through: CivilDate

    /// A spell on call, or nil when it would end before it begins.
    public init?(_ staff: StaffCode, from: CivilDate, through: CivilDate) {
        guard from <= through else { return nil }
        self.staff = staff
        self.from = from
        self.through = through
    }

    /// Whether a day belongs to it.
    public func covers(_ day: CivilDate) -> Bool {
        (from...through).contains(day)
    }
}

/// Who is on call and when. A rota replaces from its first day on what was set before; what lies earlier stays.
public struct Rota: Hashable, Sendable {
    /// At least one spell, by first day, then by person.
    public let spells: [OnCallSpell]

    /// The first day that the rota speaks of.
    public let from: CivilDate

    /// A rota of spells in any order, each once; nil when there is none.
    public init?(_ spells: [OnCallSpell]) {
        guard let from = spells.map(\.from).min() else { return nil }
        self.from = from
        self.spells = Set(spells).sorted {
            ($0.from, $0.through, $0.staff) < ($1.from, $1.through, $1.staff)
        }
    }

    /// What rotas make together: each replaces from its first day on what was set before.
    static func spells(of rotas: [Rota]) -> [OnCallSpell] {
        rotas.reduce(into: []) { spells, rota in
            let last = rota.from.adding(days: -1)
            let earlier = spells.compactMap { spell in
                OnCallSpell(spell.staff, from: spell.from, through: min(spell.through, last))
            }
            spells = (Rota(earlier)?.spells ?? []) + rota.spells
        }
    }
}
