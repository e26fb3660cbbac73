import Markup

/// Opening a family's record in an emergency: which, why, and for how long.
package struct EmergencyPage: Sendable {
    /// Where it is, and what its fields are called.
    package enum Address {
        /// The page, and where its form is sent.
        package static let page = "/emergency"
        /// The site's reference of the episode.
        package static let episode = "episode"
        /// Why.
        package static let reason = "reason"
        /// For how many hours.
        package static let hours = "hours"
    }

    /// What is typed in the fields.
    package struct Typed: Hashable, Sendable {
        /// The episode.
        package var episode = ""
        /// The reason.
        package var reason = ""
        /// The hours.
        package var hours = ""

        /// Nothing.
        package init() {}
    }

    private let place: OfficePlace
    private let typed: Typed
    private let hours: ClosedRange<Int>
    private let problem: (sentence: String, field: String)?
    private let mark: String

    /// A page.
    /// - Parameters:
    ///   - hours: how many may be asked for.
    ///   - problem: what was wrong with what was typed, and in which field; nil when nothing was.
    package init(
        at place: OfficePlace, typed: Typed, hours: ClosedRange<Int>,
        problem: (sentence: String, field: String)? = nil, mark: String
    ) {
        self.place = place
        self.typed = typed
        self.hours = hours
        self.problem = problem
        self.mark = mark
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let form = AskForm(
            to: Address.page, mark: mark,
            fields: place.fields + [
                AskField(
                    Address.episode, "Episode", hint: "The site’s reference, for example N-0001", value: typed.episode,
                    .text),
                AskField(
                    Address.reason, "Why it cannot wait", hint: "Two lines. No more of the family than is needed.",
                    value: typed.reason, .words),
                AskField(
                    Address.hours, "For how many hours", hint: "\(hours.lowerBound) to \(hours.upperBound)",
                    value: typed.hours, .text),
            ], hidden: place.hidden, button: "Open the record")
        return AskPage(
            title: "Open a record in an emergency",
            lead: [
                "For a family that you do not work with and that cannot wait for whoever does. What you open and why enters the"
                    + " access log, the family’s own team is told in the morning, and the site’s information-governance"
                    + " officer looks into it."
            ], problem: problem?.sentence, at: problem?.field, forms: [form]
        ).document(in: frame)
    }

    /// That a record is open.
    /// - Parameter until: the day and the minute, as people read them.
    package static func opened(_ episode: String, until: String, at place: OfficePlace) -> AskPage {
        AskPage(
            title: "The record is open", lead: ["\(episode) is open to you until \(until)."],
            forms: [
                AskForm(
                    to: EpisodePage.Address.page, mark: nil,
                    hidden: [OfficePlace.field: place.site.value, EpisodePage.Address.ref: episode],
                    button: "Go to \(episode)")
            ])
    }
}
