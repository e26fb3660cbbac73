import Accounts
import Intervention
import Practice
import Sites

/// The links that a demonstration is signed in to with: one for each role, once and within a day, at the first of the
/// invented sites.
enum DemoLinks {
    static func say(_ invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            guard let site = try await bench.practice.sites().first else { return }
            invocation.console.say("        to sign in at \(site.code), once and within a day:")
            for role in Role.allCases {
                guard let token = try await bench.accounts.demonstrate(role, at: site.code) else { continue }
                invocation.console.say("        \(role.rawValue): \(LinkText.of(token, invocation.settings))")
            }
        }
    }
}
