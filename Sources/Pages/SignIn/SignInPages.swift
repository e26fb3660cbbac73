import Accounts

/// The pages of signing in.
package enum SignInPages {
    /// The one sentence for every reason.
    package static let refused = "You were not signed in. Check what you typed, and try again."

    /// Account and password, or a provider.
    /// - Parameters:
    ///   - providers: the codes of identity providers, with the address that each begins at.
    ///   - hidden: a form that was sent after its session had ended, which the page brings back; empty for none.
    package static func signIn(
        mark: String, problem: String? = nil, providers: [(code: String, action: String)] = [],
        hidden: [String: String] = [:]
    ) -> AskPage {
        let password = AskForm(
            to: "/sign-in", mark: mark,
            fields: [AskField("account", "Account", .account), AskField("password", "Password", .password)],
            hidden: hidden, button: "Sign in")
        // A provider's page brings nothing back: whoever has something to lose is not sent there.
        let others =
            hidden.isEmpty
            ? providers.map { AskForm(to: $0.action, mark: mark, button: "Sign in with \($0.code)") } : []
        let lead =
            hidden.isEmpty
            ? [] : ["You were signed out. What you typed is kept: sign in on this page, and go on with it."]
        return AskPage(title: "Sign in", lead: lead, problem: problem, forms: [password] + others)
    }

    /// The second factor, at signing in or once more.
    /// - Parameter hidden: what the form brings back unseen.
    package static func factor(
        to action: String, mark: String, hidden: [String: String] = [:], problem: String? = nil
    ) -> AskPage {
        AskPage(
            title: "Confirm that it is you", problem: problem,
            forms: [
                AskForm(
                    to: action, mark: mark,
                    fields: [
                        AskField(
                            "code", "Code", hint: "The six digits that your app shows, or one of your recovery codes",
                            .oneTimeCode)
                    ], hidden: hidden, button: "Go on")
            ])
    }

    /// That somebody goes on with what they had sent before the second factor was asked for.
    /// - Parameter values: what they had sent, by field.
    package static func goOn(to action: String, mark: String, values: [String: [String]]) -> AskPage {
        AskPage(
            title: "Thank you", lead: ["What you typed and ticked is kept."],
            forms: [AskForm(to: action, mark: mark, lists: values, button: "Go on")])
    }

    /// Whether to use a one-time link. Looking at the page does not use it.
    package static func link(to action: String, mark: String, for purpose: LinkPurpose) -> AskPage {
        let (title, button) =
            switch purpose {
            case .setUp: ("Set up your account", "Choose a password")
            case .newFactor: ("Replace your second factor", "Remove the factor that you lost")
            case .signIn: ("Sign in", "Sign in")
            }
        let further = purpose == .newFactor ? ["Then sign in with your password and set up another factor."] : []
        return AskPage(
            title: title, lead: ["This link works once."] + further,
            forms: [AskForm(to: action, mark: mark, button: button)])
    }

    /// A link that opens nothing, whatever the reason.
    package static let deadLink = AskPage(
        title: "This link does not work", lead: ["It was used, or is too old. Ask whoever gave it to you for another."],
        forms: [])

    /// Choosing a password.
    /// - Parameter asksOld: whether the present one is asked for.
    package static func password(to action: String, mark: String, asksOld: Bool, problem: String? = nil) -> AskPage {
        let old = asksOld ? [AskField("old", "Your password now", .password)] : []
        let new = [
            AskField(
                "password", "New password",
                hint: "15 characters or more; a few words that do not belong together are good",
                .newPassword),
            AskField("again", "New password once more", .newPassword),
        ]
        return AskPage(
            title: "Choose a password", problem: problem,
            forms: [AskForm(to: action, mark: mark, fields: old + new, button: "Keep this password")])
    }

    /// Setting up a second factor: whether to begin. The seed is made when the button is pressed.
    package static func enrolment(to action: String, mark: String) -> AskPage {
        AskPage(
            title: "Set up a second factor",
            lead: [
                "Besides your password you need an app that shows a code of six digits, on your telephone or computer."
            ],
            forms: [AskForm(to: action, mark: mark, button: "Begin")])
    }

    /// The seed, shown once, and the question for its first code.
    package static func seed(
        _ seed: String, address: String, to action: String, mark: String, problem: String? = nil
    ) -> AskPage {
        let groups = stride(from: 0, to: seed.count, by: 4).map { String(seed.dropFirst($0).prefix(4)) }
        return AskPage(
            title: "Set up a second factor",
            lead: [
                "Type this key into your app; it is shown once: \(groups.joined(separator: " "))",
                "Or give your app this address: \(address)",
            ], problem: problem,
            forms: [
                AskForm(
                    to: action, mark: mark,
                    fields: [AskField("code", "Code", hint: "The six digits that your app shows now", .oneTimeCode)],
                    button: "Go on")
            ])
    }

    /// The recovery codes, shown once.
    package static func recoveryCodes(_ codes: [String]) -> AskPage {
        AskPage(
            title: "Keep these recovery codes",
            lead: [
                "Each signs you in once when you have not your app with you. They are shown once: write them down.",
                codes.joined(separator: "   "),
            ], forms: [])
    }

    /// A session that is about to end.
    package static func stillHere(mark: String) -> AskPage {
        AskPage(
            title: "Are you still here?",
            lead: ["You will be signed out in about five minutes unless you go on."],
            forms: [AskForm(to: "/still-here", mark: mark, button: "Stay signed in")])
    }

    /// On the way to an identity provider.
    package static let leaving = AskPage(
        title: "Going on to your identity provider", lead: ["Your browser goes on by itself."], forms: [])

    /// An identity provider that did not sign somebody in, whatever the reason.
    package static func providerRefused(reference: String) -> AskPage {
        AskPage(
            title: "You were not signed in",
            lead: [
                "The identity provider did not sign you in. Try again from the page to sign in.",
                "If you ask for help, give this reference: \(reference)",
            ], forms: [])
    }

    /// Signed out.
    package static let signedOut = AskPage(title: "You are signed out", lead: ["You can close this window."], forms: [])
}
