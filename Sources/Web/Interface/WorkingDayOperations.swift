import API
import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Practice
import Reporting
import Sites

/// What waits to be done, and the team's telephone at night.
struct WorkingDayOperations: Sendable {
    func referrals(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(try await call.practice.referralInbox(at: try call.site()).json)
    }

    func referral(_ call: APICall) async throws -> APIAnswer {
        let sheet = try await call.practice.referral(try call.episode(), at: try call.site())
        return APIAnswer(sheet.json).tagged(sheet.version.number)
    }

    func interviewsDue(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(try await call.practice.interviewsDue(at: try call.site()).json)
    }

    func closing(_ call: APICall) async throws -> APIAnswer {
        let sheet = try await call.practice.closingSheet(of: try call.episode(), at: try call.site())
        return APIAnswer(sheet.json).tagged(sheet.version.number)
    }

    func followUpsDue(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(try await call.practice.followUpsDue(at: try call.site()).json)
    }

    func onCall(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(try await call.practice.onCallTonight(at: try call.site()).json)
    }

    func handover(_ call: APICall) async throws -> APIAnswer {
        let sheet = try await call.practice.handover(at: try call.site(), of: call.team, on: try call.day("on"))
        return APIAnswer(sheet.json)
    }
}

/// What is done about it, each once.
extension WorkingDayOperations {
    func recordCall(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        let ref = body.text("episode").flatMap { EpisodeRef($0) }
        if ref != nil, body.text("team") != nil {
            throw body.wrong("team", "Leave it out: the family says whose telephone rang.")
        }
        guard let came = body.text("cameAt").flatMap({ Instant(rfc3339: $0) }) else {
            throw body.wrong("cameAt", "Give an instant in UTC, as 2026-03-01T03:15:00Z.")
        }
        let wish = CallWish(
            id: call.practice.newID(), episode: ref, team: body.text("team").flatMap { TeamCode($0) },
            caller: try body.word("caller"), done: try body.word("done"), cameAt: came,
            words: body.text("words") ?? "")
        return try written(
            try await call.practice.recordCallOnce(wish, as: try keyed(call), at: try call.site()), call)
    }

    func takeOver(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        return try written(
            try await call.practice.takeOverOnce(
                at: try call.site(), of: try body.code("team"), on: try body.day("on"),
                reading: body.number("calls") ?? 0, as: try keyed(call)), call)
    }

    func recordAttempt(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        let outcome: AttemptOutcome = try body.word("outcome")
        let (again, part): (CivilDate?, DayPart?) = (
            body.text("again").flatMap { CivilDate(iso: $0) }, body.optional("part")
        )
        if outcome == .refused, again != nil || part != nil {
            throw body.wrong(again == nil ? "part" : "again", "Who does not want the interview is not rung again.")
        }
        let wish = AttemptWish(
            id: call.practice.newID(), slot: body.number("slot") ?? 0, outcome: outcome, again: again, part: part)
        return try written(
            try await call.practice.recordAttemptOnce(
                wish, in: try call.episode(), as: try keyed(call), at: try call.site()), call)
    }

    func giveReferral(_ call: APICall) async throws -> APIAnswer {
        let owner = WriteReading(call: call).text("owner").flatMap { StaffCode($0) }
        return try written(
            try await call.practice.giveReferralOnce(
                try call.episode(), to: owner, as: try keyed(call), at: try call.site()), call)
    }

    func freezeReview(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        return try written(
            try await call.practice.freezeReviewOnce(
                of: try call.site(), from: try body.day("from"), through: try body.day("to"),
                stating: try body.goals(), as: try keyed(call)), call)
    }

    func tie(_ call: APICall, by tie: FamilyTie, end: Bool) async throws -> APIAnswer {
        let account: AccountCode = try WriteReading(call: call).code("account")
        return try written(
            try await call.practice.accounts.tieOnce(
                account, by: tie, to: try call.episode(), at: try call.site(), end: end, as: try keyed(call)), call)
    }

    private func keyed(_ call: APICall) throws(Problem) -> KeyedWrite { try WriteOperations().keyed(call) }

    private func written(_ written: WrittenOnce, _ call: APICall) throws -> APIAnswer {
        try WriteOperations().answer(written, call)
    }
}

extension WriteReading {
    /// The goals of a programme review.
    fileprivate func goals() throws(Problem) -> [ReviewGoal] {
        guard case .list(let values)? = body["goals"] else { return [] }
        var goals: [ReviewGoal] = []
        for (number, value) in values.enumerated() {
            let goal = WriteReading(call: call, body: value, place: "\(place)/goals/\(number)")
            let code: SiteGiven<ReviewGoal.Tag> = try goal.code("code")
            guard !goals.contains(where: { $0.code == code }) else {
                throw goal.wrong("code", "Give each goal a code of its own.")
            }
            goals.append(
                ReviewGoal(
                    code, goal.text("goal") ?? "", owner: try goal.code("owner"), due: try goal.day("due"),
                    standing: try goal.word("standing")))
        }
        return goals
    }
}
