import Accounts
import Markup

/// The start page of whoever reads no site's figures: what each of their roles is for, and the pages that it has.
package struct HomePage: Hashable, Sendable {
    private let roles: [Role]
    private let offices: [StartOptions.Option]
    private let news: StartNews

    /// A page.
    /// - Parameters:
    ///   - roles: the roles that they have today, somewhere.
    ///   - offices: the pages that their roles have today, by address and title.
    ///   - news: what others changed of what opens the account.
    package init(roles: Set<Role>, offices: [StartOptions.Option], news: StartNews) {
        self.roles = Role.allCases.filter(roles.contains)
        self.offices = offices
        self.news = news
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        frame.document(title: "Start", [el("h1", [], "What you can do here")] + news.nodes + duties + ways)
    }

    private var duties: [Node] {
        guard !roles.isEmpty else { return [el("p", [.class("lead")], "None of your roles holds today.")] }
        return roles.map { role in
            el("p", [], el("strong", [], .text(role.title)), ": ", .text(role.purpose))
        }
    }

    private var ways: [Node] {
        let own = StartOptions.Option(value: "/account", title: "Your account: sessions, password, second factor")
        let links = (offices + [own]).map { el("li", [], el("a", [.href($0.value)], .text($0.title))) }
        return [el("h2", [], "Your pages"), el("ul", [.class("ways")], each: links)]
    }
}

extension Role {
    /// What the role is called where people read it.
    fileprivate var title: String {
        switch self {
        case .therapist: "Therapist"
        case .supervisor: "Supervisor"
        case .expert: "MST expert"
        case .siteManager: "Site manager"
        case .interviewer: "Interviewer"
        case .governance: "Information-governance officer"
        case .networkAnalyst: "Network analyst"
        case .commissioner: "Commissioner"
        case .administrator: "Administrator"
        }
    }

    /// What the role is for, in a sentence that tells nothing of anybody.
    fileprivate var purpose: String {
        switch self {
        case .therapist: "you work with the families that are allocated to you."
        case .supervisor: "you supervise a team and see its families."
        case .expert: "you consult a team and see its figures and summaries, without names."
        case .siteManager: "you run a site: its staff, its settings and its figures."
        case .interviewer:
            "you hold adherence interviews. Notes and scores are not part of it."
        case .governance: "you answer for records and privacy at your site."
        case .networkAnalyst: "you read figures of all sites. No family can be told from them."
        case .commissioner: "you read what is published of the network."
        case .administrator:
            "you keep a site's settings and accounts, with the commands homeward site and homeward account. The role "
                + "shows no family."
        }
    }
}
