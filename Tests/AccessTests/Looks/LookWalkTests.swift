import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Reporting
import Sites
import Testing
import Vault

@testable import Practice

/// The walk over every action: whoever does it is written down.
@Suite struct LookWalkTests {
    /// Actions that are not written down, and why.
    private static let unwritten: [Action: String] = [
        .screenReferral: "it works out an answer from what is typed in and keeps nothing",
        .returnMeasure: "a return is nobody's: who gave it must not be found",
        .showOutliers: "sums of a site and what is said of them", .answerOutlier: "a text about a sum",
        .listSites: "codes and names of sites", .managePipeline: "sites to come, without families",
        .simulate: "invented families", .showSite: "settings, posts by code",
        .showInstruments: "definitions, no answers", .showJobs: "counts of nights", .verify: "a verdict and places",
    ]

    @Test func `every action leaves one look, but for those that give nothing identifiable`() async throws {
        try await AccessWorld.with { world in
            for action in Action.allCases {
                let before = try await world.looks().count
                if Policy.traits(of: action).isOfNetwork {
                    try await world.practice.withNetwork(for: action) { _ in }
                } else {
                    try await world.practice.withSite(world.north.code, for: action, access: .readOnly) { _ in }
                }
                let after = try await world.looks()
                let wanted = Self.unwritten[action] == nil ? 1 : 0
                #expect(after.count - before == wanted, "\(action.rawValue)")
                if wanted == 1 { #expect(after.last?.hasPrefix("\(action.rawValue) ") == true, "\(action.rawValue)") }
            }
        }
    }

    @Test func `what the programme does by itself is no look`() async throws {
        try await AccessWorld.with { world in
            let programme = world.practice.asking(.programme)
            let before = try await world.looks()
            for action in Action.allCases where !Policy.traits(of: action).isOfNetwork {
                try await programme.withSite(world.north.code, for: action, access: .readOnly) { _ in }
            }
            #expect(try await world.looks() == before)
        }
    }

    /// What shows something of a site, as it is called, and as what it is written down.
    private static let showings: [(Action, @Sendable (Practice, AccessWorld.Family) async throws -> Void)] = {
        let (from, through) = (FixtureWorld.today.adding(days: -30), FixtureWorld.today)
        @Sendable func scope(_ family: AccessWorld.Family) throws -> ReportScope {
            try ReportScope(sites: .one(family.site.code))
        }
        return [
            (.showEpisode, { _ = try await $0.episode($1.ref, at: $1.site.code) }),
            (.showEpisode, { _ = try await $0.caseload(CaseloadQuestion(atMost: 5), at: $1.site.code) }),
            (.showEpisode, { _ = try await $0.closingSheet(of: $1.ref, at: $1.site.code) }),
            (.showEpisode, { _ = try await $0.followUpsDue(at: $1.site.code) }),
            (.showEpisode, { _ = try await $0.followUpOutcomes(of: $1.ref, at: $1.site.code) }),
            (
                .showEpisode,
                { practice, family in
                    guard let week = TreatmentWeek(1) else { return }
                    _ = try await practice.summaryTalk(of: week, in: family.ref, at: family.site.code)
                }
            ),
            (
                .reallocate,
                {
                    let wish = ReallocationWish(of: $1.therapist, in: $1.team.code)
                    _ = try await $0.reallocation(wish, at: $1.site.code)
                }
            ),
            (.showDuties, { _ = try await $0.duties(at: $1.site.code) }),
            (.showOnCall, { _ = try await $0.onCallTonight(at: $1.site.code) }),
            (.showOnCall, { _ = try await $0.handover(at: $1.site.code) }),
            (.showInterviewsDue, { _ = try await $0.interviewsDue(at: $1.site.code) }),
            (.showReferrals, { _ = try await $0.referralInbox(at: $1.site.code) }),
            (.showReferrals, { _ = try await $0.referral($1.ref, at: $1.site.code) }),
            (.recordTeam, { _ = try await $0.staffSheet(at: $1.site.code) }),
            (.showReferrals, { _ = try await $0.referralLetter(about: $1.ref, at: $1.site.code) }),
            (.showEpisode, { _ = try await $0.familyLetter(about: $1.ref, at: $1.site.code) }),
            (.search, { _ = try await $0.findFamilies("E-1", at: $1.site.code) }),
            (.search, { _ = try await $0.search("ada", at: $1.site.code) }),
            (.showPerson, { _ = try await $0.person(.person(PersonID(child: $1.child)), at: $1.site.code) }),
            (.showMeasures, { _ = try await $0.measures(of: $1.team.code, at: $1.site.code) }),
            (.report, { _ = try await $0.indicators(of: scope($1), from: from, through: through) }),
            (.report, { _ = try await $0.referrals(of: scope($1), from: from, through: through) }),
            (.report, { _ = try await $0.careDays(of: scope($1), from: from, through: through) }),
            (.report, { _ = try await $0.adherence(at: $1.site.code, from: from, through: through, by: .model) }),
            (.subjectAccess, { _ = try await $0.subjectAccess(of: .id($1.child), at: $1.site.code) }),
            (.showRetention, { _ = try await $0.retention(at: $1.site.code) }),
            (.showAccessLog, { _ = try await $0.accessLog(AccessLogQuestion(), at: $1.site.code) }),
            (.showAccessLog, { _ = try await $0.accessAlerts(at: $1.site.code) }),
            (.exportAccessLog, { try await $0.exportAccessLog(AccessLogQuestion(), at: $1.site.code) { _ in } }),
            (.reviewGlass, { _ = try await $0.openedRecords(at: $1.site.code) }),
        ]
    }()

    @Test func `every use case that shows something leaves its look with the operator's name`() async throws {
        try await AccessWorld.with { world in
            let family = try world.family("E-1", of: world.north)
            try await world.practice.recordPerson(
                .person(PersonID(child: family.child)), ParticularsText.read("name: Ada Invented"),
                at: world.north.code)
            for (action, show) in Self.showings {
                let before = try await world.looks(by: "operator").count
                try await show(world.practice, family)
                let looks = try await world.looks(by: "operator")
                #expect(looks.count == before + 1, "\(action.rawValue)")
                #expect(looks.last?.hasPrefix("\(action.rawValue) programme ") == true, "\(looks.last ?? "")")
            }
        }
    }
}
