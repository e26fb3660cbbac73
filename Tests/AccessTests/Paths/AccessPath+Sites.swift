import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Foundation
import Intervention
import Practice
import Reporting
import Sites
import Vault

extension AccessPath {
    private static let from = FixtureWorld.today.adding(days: -90)
    private static let through = FixtureWorld.today

    static let recordReferral: [AccessPath] = [
        .doing("referring to an id") { walker, family in
            let referral = Referral(child: .fresh(), ref: nil, model: family.team.model, team: family.team.id)
            try await walker.practice.record(
                [.init(.refer(referral), on: through)], to: EpisodeID.fresh(), at: family.site.code)
        },
        .doing("referring once") { walker, family in
            let ref = "N-\(EpisodeID.fresh())".prefix(30)
            guard let episode = EpisodeRef(ref), let child = ChildRef(ref) else { return }
            let wish = ReferralWish(
                ref: episode, child: child, model: family.team.model, team: family.team.code, source: nil,
                profile: Profile())
            _ = try await walker.practice.referOnce(
                wish, on: through, as: KeyedWrite(key: "\(ref)", request: "request"), at: family.site.code)
        },
        .doing("recording at the site") { walker, family in
            try await walker.practice.record(at: family.site.code) { _ in [] }
        },
    ]

    static let screenReferral: [AccessPath] = [
        .doing("the models") { try await $0.practice.enabledModels(at: $1.site.code) }
    ]

    static let recordTeam: [AccessPath] = [
        .doing("showing", .team) { try await $0.practice.team($1.team.code, at: $1.site.code) },
        AccessPath("among the staff", .team) { walker, family in
            try await walker.practice.staffSheet(at: family.site.code).teams.contains { $0.code == family.team.code }
        },
        .doing("its events", .team) { walker, family in
            try await walker.practice.events(of: family.team.code, at: family.site.code)
        },
        .doing("recording once", .team) { walker, family in
            try await walker.practice.recordOnce(
                .command(.reachStage(.enquiry)), on: FixtureWorld.today, of: family.team.code, seen: .beforeFirst,
                as: KeyedWrite(key: "team", request: "request"), at: family.site.code)
        },
        .doing("correcting once", .team) { walker, family in
            try await walker.practice.correctOnce(
                CorrectionWish<TeamWrite>(
                    cause: .entryError, note: nil, replacements: [], withdrawals: [StreamSeq(99)]),
                of: family.team.code, seen: .beforeFirst, as: KeyedWrite(key: "correct", request: "request"),
                at: family.site.code)
        },
        .doing("recording", .team) { walker, family in
            try await walker.practice.record(
                for: .recordTeam, at: family.site.code, about: .team(family.team.code)
            ) { _ in [] }
        },
        .doing("correcting", .team) { walker, family in
            let correction = Correction<TeamCommand>(cause: .entryError, withdrawals: [StreamSeq(99)])
            try await walker.practice.correct(correction, of: family.team.code, at: family.site.code)
        },
    ]

    static let showMeasures: [AccessPath] = [
        .doing("the sheet", .team) { try await $0.practice.measures(of: $1.team.code, at: $1.site.code) }
    ]

    static let report: [AccessPath] = [
        .doing("indicators", .team) { walker, family in
            try await walker.practice.indicators(of: scope(family), from: from, through: through)
        },
        .doing("indicators as known", .team) { walker, family in
            try await walker.practice.indicators(
                of: scope(family), from: from, through: through,
                knownAt: Instant(microseconds: Int64(from.dayNumber) * 86_400_000_000))
        },
        .doing("days in care", .team) { walker, family in
            try await walker.practice.careDays(of: scope(family), from: from, through: through)
        },
        .doing("referrals", .team) { walker, family in
            try await walker.practice.referrals(of: scope(family), from: from, through: through)
        },
    ]

    private static func scope(_ family: AccessWorld.Family) throws -> ReportScope {
        try ReportScope(sites: .one(family.site.code), team: family.team.code)
    }

    static let showSite: [AccessPath] = [
        .doing("the site") { try await $0.practice.show($1.site.code) },
        .doing("its history") { try await $0.practice.siteHistory(of: $1.site.code) },
        .doing("its rota") { try await $0.practice.rota(at: $1.site.code) },
        .doing("its file") { try await $0.practice.configuration(of: $1.site.code) },
        .doing("a version of its file") {
            try await $0.practice.configuration(of: $1.site.code, version: SettingsVersion(1))
        },
    ]

    static let configureSite: [AccessPath] = [
        .doing("what would change") { try await $0.practice.apply($1.known.file, dryRun: true) },
        .doing("applying") { try await $0.practice.apply($1.known.file) },
    ]

    static let showInstruments: [AccessPath] = [
        .doing("the list") { try await $0.practice.instruments(at: $1.site.code) }
    ]

    static let verify: [AccessPath] = [
        .doing("the chains") { try await $0.practice.verify($1.site.code) },
        .doing("rows of another form") { try await $0.practice.hasStaleRows(at: $1.site.code) },
    ]

    static let rebuild: [AccessPath] = [.doing("rebuilding") { try await $0.practice.rebuild($1.site.code) }]

    static let manageKeys: [AccessPath] = [
        .doing("what needs a key") { walker, _ in try await walker.practice.rowsUnderMasters() },
        .doing("sealing anew") { try await $0.practice.reseal($1.site.code) },
    ]

    static let showJobs: [AccessPath] = [
        .doing("when nights begin") { try await $0.practice.nightTerms(of: $1.known.night) }
    ]

    static let runJobs: [AccessPath] = [
        .doing("waiting for writers") { try await $0.practice.settled($1.known.night) },
        .doing("a night's work") { try await $0.practice.withNight($1.known.night, silenceSeconds: 60) { _ in } },
    ]

    static let proposeDisposal: [AccessPath] = [
        .doing("proposing") { try await $0.practice.proposeDisposal(at: $1.site.code, dryRun: true) },
        .doing("withdrawing") { try await $0.practice.withdrawDisposal(1, at: $1.site.code, dryRun: true) },
    ]

    static let approveDisposal: [AccessPath] = [
        .doing("approving") { try await $0.practice.approveDisposal(1, at: $1.site.code, dryRun: true) },
        .doing("destroying") { walker, family in
            try await walker.practice.dispose(1, at: family.site.code, sealedWith: sealKey(), dryRun: true) { _, _ in }
        },
    ]

    /// A key of seals, whose file is gone as soon as it was read.
    private static func sealKey() throws -> SealKey {
        let folder = FileManager.default.temporaryDirectory.path + "/path-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try SealKey.createdIfMissing(folder: folder)
    }

    static let showAccounts: [AccessPath] = [
        .doing("the list") { try await $0.accounts.list(at: $1.site.code) },
        .doing("one account") { try await $0.accounts.show($1.other, at: $1.site.code) },
        .doing("its sessions") { try await $0.accounts.sessions(of: $1.other, at: $1.site.code) },
        .doing("its tokens") { try await $0.accounts.tokens(of: $1.other, at: $1.site.code) },
    ]

    static let manageAccounts: [AccessPath] = [
        .doing("a link") { try await $0.accounts.link(.signIn, for: $1.other, at: $1.site.code) },
        .doing("closing it") { try await $0.accounts.disable($1.other, at: $1.site.code, dryRun: true) },
        .doing("opening it again") { try await $0.accounts.enable($1.other, at: $1.site.code) },
        .doing("ending its sessions") { try await $0.accounts.endSessions(of: $1.other, at: $1.site.code) },
        .doing("granting") { walker, family in
            try await walker.accounts.grant(GrantWish(.supervisor), to: family.other, at: family.site.code)
        },
        .doing("taking a role back") { walker, family in
            try await walker.accounts.revoke(.interviewer, of: family.other, at: family.site.code)
        },
    ]

    static let manageTokens: [AccessPath] = [
        .doing("making one") { walker, family in
            try await walker.accounts.makeToken(
                family.other, for: family.other, actions: [.showSite], days: 7, at: family.site.code)
        },
        .doing("taking one back") { try await $0.accounts.revokeToken("x", of: $1.other, at: $1.site.code) },
    ]

    static let networkReport: [AccessPath] = [
        .doing("indicators") { walker, _ in
            try await walker.practice.indicators(of: try ReportScope(sites: .all), from: from, through: through)
        },
        .doing("days in care") { walker, _ in
            try await walker.practice.careDays(of: try ReportScope(sites: .all), from: from, through: through)
        },
        .doing("referrals") { walker, _ in
            try await walker.practice.referrals(of: try ReportScope(sites: .all), from: from, through: through)
        },
    ]

    static let freezeReview: [AccessPath] = [
        .doing("a review") { walker, family in
            _ = try await walker.practice.freezeReview(
                of: family.site.code, from: from, through: FixtureWorld.today.adding(days: -1))
        }
    ]

    static let showOutliers: [AccessPath] = [
        .doing("the list of a site") { try await $0.practice.outliers(of: $1.site.code) }
    ]

    static let answerOutlier: [AccessPath] = [
        .doing("an answer") { walker, family in
            guard let number = OutlierNumber(99) else { return }
            _ = try await walker.practice.answer(
                number, at: family.site.code, finding: .dataRight, saying: "Two vacancies")
        }
    ]

    static let reviewOutliers: [AccessPath] = [
        .doing("the list") { walker, _ in try await walker.practice.outliers() },
        .doing("a decision") { walker, _ in
            guard let number = OutlierNumber(99) else { return }
            _ = try await walker.practice.take(.decided(.watch), of: number, saying: "Look again")
        },
    ]

    static let managePipeline: [AccessPath] = [
        .doing("the list") { walker, _ in try await walker.practice.pipeline() },
        .doing("adding to it") { walker, family in
            try await walker.practice.addProspect(family.site.code, name: "Invented")
        },
    ]
}
