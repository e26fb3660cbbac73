import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

/// Who carries the telephones of a site's teams on some days. People stand in it by code.
package struct RotaSheet: Sendable {
    /// Days on which the same people carry a telephone.
    package struct Spell: Hashable, Sendable {
        /// The first day.
        package let from: CivilDate
        /// The last day.
        package let through: CivilDate
        /// Who; empty when nobody does.
        package let holders: [StaffCode]
    }

    /// The site's name.
    package let site: String
    /// The first of the days.
    package let from: CivilDate
    /// The last of the days.
    package let through: CivilDate
    /// Each team's days, in order and without a gap.
    package let teams: [(code: TeamCode, spells: [Spell])]
}

extension Practice {
    /// How many days ahead the rota is shown.
    private static let rotaDays = 56

    /// Who carries the telephones of a site's teams for eight weeks from today.
    /// - Throws: ``PracticeFault``.
    package func rota(at code: SiteCode) async throws -> RotaSheet {
        try await withSite(code, for: .showSite, access: .readOnly) { session in
            let (from, through) = (session.today, session.today.adding(days: Self.rotaDays - 1))
            let telephones = try await session.telephones(from: from, through: through)
            let days = (0..<Self.rotaDays).map { from.adding(days: $0) }
            return RotaSheet(
                site: session.site.name, from: from, through: through,
                teams: telephones.map { ($0.team, RotaSheet.spells(of: $0, on: days)) })
        }
    }
}

extension RotaSheet {
    fileprivate static func spells(of telephone: Telephone, on days: [CivilDate]) -> [Spell] {
        days.reduce(into: []) { spells, day in
            let holders = Set(telephone.holders(on: day)).sorted()
            if let last = spells.last, last.holders == holders {
                spells[spells.count - 1] = Spell(from: last.from, through: day, holders: holders)
            } else {
                spells.append(Spell(from: day, through: day, holders: holders))
            }
        }
    }
}
