import Accounts
import CivilDate
import Intervention
import ScratchPostgres
import Testing

/// How long a refusal takes says nothing about whether there is such an account.
@Suite(.serialized) struct SignInTimingTests {
    @Test func `unknown and known accounts are refused in the same time`() async throws {
        let cost = HashCost(logRounds: 8)
        let settings = SignInSettings(cost: cost, throttle: ThrottleRule(free: 1_000_000), factorRoles: [])
        try await Door.with(settings: settings) { door in
            try await door.account("jt-north")
            var times: [[Duration]] = [[], []]
            for trial in 0..<1_000 {
                // Turn by turn, so that whatever else the machine does meets both alike.
                for (place, code)
                    in (trial % 2 == 0 ? [(0, "jt-north"), (1, "kb-south")] : [(1, "kb-south"), (0, "jt-north")])
                {
                    let begun = ContinuousClock.now
                    let verdict = try await door.signIn.verify(
                        code, "a wrong guess of many words", from: Door.home, at: Door.start)
                    times[place].append(ContinuousClock.now - begun)
                    #expect(verdict.isRefused)
                }
            }
            let medians = times.map { $0.sorted()[$0.count / 2] }
            let difference = medians[0] > medians[1] ? medians[0] - medians[1] : medians[1] - medians[0]
            #expect(difference < .milliseconds(5), "\(medians)")
        }
    }
}
