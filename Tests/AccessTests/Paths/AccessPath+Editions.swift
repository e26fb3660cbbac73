import CivilDate
import EpisodeFixtures
import Practice
import Reporting
import Sites

/// The ways to freeze and read editions. There is none, so who may is told that, or gets an empty list.
extension AccessPath {
    private static let number = EditionNumber(99)

    static let freezeEdition: [AccessPath] = [
        .doing("freezing") { walker, _ in
            guard let from = CivilDate(iso: "2026-01-01"), let through = CivilDate(iso: "2026-03-31") else { return }
            let request = try EditionRequest(.network, from: from, through: through)
            _ = try await walker.practice.freeze(request, madeBy: "a walk", dryRun: true)
        },
        .doing("comparing") { walker, _ in
            guard let number else { return }
            _ = try await walker.practice.difference(number, number, by: "a walk")
        },
    ]

    static let showEdition: [AccessPath] = [
        .doing("the list") { walker, _ in _ = try await walker.practice.editions() },
        .doing("one") { walker, _ in
            guard let number else { return }
            _ = try await walker.practice.edition(number)
        },
    ]

    static let readEdition: [AccessPath] = [
        .doing("the list of a site") { _ = try await $0.practice.editions(at: $1.site.code) },
        .doing("the episodes that changed") { walker, family in
            guard let number else { return }
            _ = try await walker.practice.changedEpisodes(between: number, and: number, at: family.site.code)
        },
    ]
}
