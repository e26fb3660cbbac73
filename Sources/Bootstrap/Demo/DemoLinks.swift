import Accounts
import Intervention
import Practice
import Sites
import Web

/// The links that a demonstration is signed in to with: one for each role, once and within a day, at the first of the
/// invented sites.
enum DemoLinks {
    /// Says the links, where only this machine can use them.
    static func say(_ invocation: Invocation) async throws {
        guard WebConfiguration.isOfThisMachine(invocation.settings[.serveHost].value ?? "127.0.0.1") else { return }
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
