import Markup

/// Pages that everybody may read, signed in or not: help, privacy, accessibility. They tell of nobody.
package enum PlainPage: String, CaseIterable, Sendable {
    case help
    case privacy
    case accessibility

    /// Where it is.
    package var address: String { "/\(rawValue)" }

    /// What it is called.
    package var title: String {
        switch self {
        case .help: "Help"
        case .privacy: "Privacy"
        case .accessibility: "Accessibility"
        }
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        frame.leading(to: [], at: address).document(
            title: title, [el("h1", [], .text(title))] + sections.flatMap(\.nodes))
    }

    private struct Section {
        let title: String
        let paragraphs: [String]

        var nodes: [Node] { [el("h2", [], .text(title))] + paragraphs.map { el("p", [], .text($0)) } }
    }

    private var sections: [Section] {
        switch self {
        case .help: PlainPage.helping
        case .privacy: PlainPage.keeping
        case .accessibility: PlainPage.reaching
        }
    }

    private static let helping = [
        Section(
            title: "Signing in",
            paragraphs: [
                "An administrator of your site opens your account and gives you a link that works once. With it you choose a password. Nobody else knows it.",
                "After 30 minutes without a request you are signed out; five minutes before, the page asks whether you are there. What you had typed is kept: sign in on the page that asks, and go on.",
                "If you lost your second factor, use a recovery code. If you have none, ask an administrator of your site.",
            ]),
        Section(
            title: "Pages",
            paragraphs: [
                "The start page lists the pages of your roles. What your role does not show is not there, whoever asks.",
                "When something goes wrong, the page gives a reference. Give it to whoever helps you: the log has more under it, and no name.",
            ]),
        Section(
            title: "Who helps",
            paragraphs: [
                "Ask your supervisor about a family, an administrator of your site about your account, and your site’s information-governance officer about records and privacy."
            ]),
    ]

    private static let keeping = [
        Section(
            title: "What is kept",
            paragraphs: [
                "Homeward keeps the record of families who are treated: who referred them, what was decided, what was done, and how things stood afterwards. Names, addresses and what was written in words are sealed, each under a key of the person whom they are about.",
                "Every look at a family’s record is written down, with who looked and why they could. The site’s information-governance officer reads that log.",
            ]),
        Section(
            title: "Who sees it",
            paragraphs: [
                "The therapist and the supervisor of a family, whoever carries the team’s telephone on its days, and, in an emergency, a colleague for some hours and with a reason. Interviewers see whom to ring, and no answers of others; a carer can answer alone, through a link that opens the questions once and tells who sees what. Networks and commissioners see figures, and no family.",
                "Records are kept as long as the site’s rules say, and then destroyed with their keys, when two people agree.",
            ]),
        Section(
            title: "Your rights",
            paragraphs: [
                "You can ask the site for what it keeps of you or your child. It answers within a month. It can correct what is wrong. Ask the team that works with you, or the site’s information-governance officer."
            ]),
        Section(
            title: "Cookies",
            paragraphs: [
                "There are only cookies that signing in and sending a form need. Nothing is sent to anybody else, and no page has a script of others."
            ]),
    ]

    private static let reaching = [
        Section(
            title: "How accessible this service is",
            paragraphs: [
                "Its pages are made to meet the Web Content Accessibility Guidelines 2.2, level AA. Each works without a script, with a keyboard alone, at 400% zoom, and prints.",
                "Nothing is told by colour alone; each picture of figures has a table with the same numbers.",
            ]),
        Section(
            title: "What was not tried",
            paragraphs: [
                "The pages are checked by programs, which find a part of all mistakes. They were not yet tried by people with a screen reader, a magnifier or speech input."
            ]),
        Section(
            title: "If something keeps you out",
            paragraphs: [
                "Tell an administrator of your site what you wanted to do and what happened. They pass it on to whoever runs the service."
            ]),
    ]
}
