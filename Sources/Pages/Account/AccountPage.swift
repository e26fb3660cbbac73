import Markup

/// What somebody sees of their own account.
package struct AccountPage: Hashable, Sendable {
    /// An open session.
    package struct OpenSession: Hashable, Sendable {
        /// Its id; it opens nothing.
        package let id: String
        /// Since when, and when it was used last, as people read it.
        package let text: String
        /// Whether it is the one that looks.
        package let isThis: Bool

        /// A session.
        package init(id: String, text: String, isThis: Bool) {
            self.id = id
            self.text = text
            self.isThis = isThis
        }
    }

    private let account: String
    private let sessions: [OpenSession]
    private let notices: [String]
    private let hasFactor: Bool
    private let offices: [StartOptions.Option]
    private let mark: String
    private let unsent: UnsentPanel?

    /// A page.
    /// - Parameters:
    ///   - notices: what they are told of, a sentence each.
    ///   - offices: the pages that their roles have, by address and title.
    ///   - mark: what shows that our page sent its forms.
    ///   - unsent: where a script tells of contacts that wait on the device, and asks before signing out.
    package init(
        account: String, sessions: [OpenSession], notices: [String], hasFactor: Bool,
        offices: [StartOptions.Option] = [], mark: String, unsent: UnsentPanel? = nil
    ) {
        self.account = account
        self.sessions = sessions
        self.notices = notices
        self.hasFactor = hasFactor
        self.offices = offices
        self.mark = mark
        self.unsent = unsent
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        frame.document(title: "Your account", [el("h1", [], "Your account"), signedIn] + news + work + open + ways)
    }

    private var signedIn: Node { el("p", [], "You are signed in as ", el("strong", [], .text(account)), ".") }

    private var news: [Node] {
        guard !notices.isEmpty else { return [] }
        return [
            el("h2", [], "What changed"), el("ul", each: notices.map { el("li", [], .text($0)) }),
            el("p", [], "If one of these was not you, tell your administrator at once."),
            AskForm(to: "/account/notices", mark: mark, button: "I have seen this").node,
        ]
    }

    private var work: [Node] {
        guard !offices.isEmpty else { return [] }
        let links = offices.map { el("li", [], el("a", [.href($0.value)], .text($0.title))) }
        return [el("h2", [], "Your pages"), el("ul", [.class("ways")], each: links)]
    }

    private var open: [Node] {
        let rows = sessions.map { session in
            el(
                "li", [], .text(session.text), session.isThis ? el("strong", [], " This one.") : .fragment([]),
                session.isThis ? AccountPage.leaving(end(session)) : end(session))
        }
        return [el("h2", [], "Where you are signed in"), el("ul", each: rows)]
    }

    private func end(_ session: OpenSession) -> Node {
        AskForm(to: "/account/sessions", mark: mark, hidden: ["session": session.id], button: "End it").node
    }

    /// A form that signs out: a script asks first while contacts wait on the device.
    private static func leaving(_ form: Node) -> Node { el("div", [Attribute("data-signs-out")], form) }

    private var ways: [Node] {
        [
            el("h2", [], "What opens your account"),
            el(
                "ul", [], el("li", [], el("a", [.href("/account/password")], "Change your password")),
                el(
                    "li", [],
                    el(
                        "a", [.href("/account/factor")],
                        hasFactor ? "Change your second factor" : "Set up a second factor"))),
            unsent?.node ?? .empty,
            AccountPage.leaving(AskForm(to: "/sign-out", mark: mark, button: "Sign out").node),
        ]
    }
}
