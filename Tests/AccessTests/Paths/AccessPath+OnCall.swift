import CivilDate
import EpisodeFixtures
import Intervention
import Practice
import Sites

extension AccessPath {
    static let showOnCall: [AccessPath] = [
        AccessPath("among the families of tonight", .family) { walker, family in
            try await walker.practice.onCallTonight(at: family.site.code).families.contains { $0.id == family.id }
        },
        .doing("the hand-over") { walker, family in
            try await walker.practice.handover(at: family.site.code, of: family.team.code)
        },
    ]

    static let recordOnCall: [AccessPath] = [
        .doing("a call about a family", .family) { walker, family in
            try await walker.practice.recordCall(call(about: family.ref), at: family.site.code)
        },
        .doing("a call about nobody of the record") { walker, family in
            try await walker.practice.recordCall(call(about: nil), at: family.site.code)
        },
        .doing("taking a night over") { walker, family in
            try await walker.practice.takeOver(at: family.site.code, of: family.team.code)
        },
    ]

    private static func call(about ref: EpisodeRef?) -> CallWish {
        CallWish(
            id: .fresh(), episode: ref, caller: .carer, done: .advice, cameAt: Instant(microseconds: 0),
            words: "They could not sleep")
    }

    /// Whoever is let in is told that the referral waits for nobody any more.
    static let giveReferral: [AccessPath] = [
        .doing("giving it", .family) { walker, family in
            _ = try await walker.practice.giveReferralOnce(
                family.ref, to: family.therapist, as: KeyedWrite(key: "give", request: "request"), at: family.site.code)
        }
    ]

    static let showReferrals: [AccessPath] = [
        .doing("the inbox") { walker, family in try await walker.practice.referralInbox(at: family.site.code) },
        .doing("a letter about a referral", .family) { walker, family in
            try await walker.practice.referralLetter(about: family.ref, at: family.site.code)
        },
        .doing("one referral", .family) { walker, family in
            try await walker.practice.referral(family.ref, at: family.site.code)
        },
    ]

    static let showInterviewsDue: [AccessPath] = [
        AccessPath("in the list", .family) { walker, family in
            try await walker.practice.interviewsDue(at: family.site.code).due.contains { $0.id == family.id }
        }
    ]

    static let recordInterview: [AccessPath] = [
        // Whoever is let in is told that the site has loaded no questions.
        .doing("a carer's link", .family) { walker, family in
            _ = try await walker.practice.makeCarerLink(of: family.ref, for: .carer, at: family.site.code)
        },
        .doing("an attempt", .family) { walker, family in
            try await walker.practice.recordAttempt(
                AttemptWish(id: .fresh(), slot: 1, outcome: .engaged), in: family.ref, at: family.site.code)
        },
        .doing("once", .family) { walker, family in
            let interview = Interview(
                id: .fresh(), instrument: "tam-r", result: .refused, collector: .callCentre, respondent: nil,
                response: nil)
            _ = try await walker.practice.recordOnce(
                .command(.recordInterview(interview)), on: FixtureWorld.today, in: family.ref, seen: .beforeFirst,
                as: KeyedWrite(key: "key", request: "request"), at: family.site.code)
        },
    ]
}
