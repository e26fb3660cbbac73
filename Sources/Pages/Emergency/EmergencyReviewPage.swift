import CivilDate
import Intervention
import Markup
import Practice
import Sites

/// What was opened at a site in emergencies, for whoever looks into it: what waits first, and what was looked into.
package struct EmergencyReviewPage: Sendable {
    /// Where it is, and what its fields are called.
    package enum Address {
        /// The page, and where its forms are sent.
        package static let page = "/emergency/review"
        /// The site's reference of the episode.
        package static let episode = "episode"
        /// The code of the account that opened it.
        package static let actor = "actor"
    }

    private let place: OfficePlace
    private let records: [OpenedRecord]
    private let clock: SiteClock
    private let reader: String
    private let problem: String?
    private let mark: String

    /// A page.
    /// - Parameters:
    ///   - records: the oldest first.
    ///   - clock: the site's, by which the times are told.
    ///   - reader: the code of the account that reads: nobody looks into what they opened themselves.
    ///   - problem: what was wrong with what was sent; nil when nothing was.
    package init(
        at place: OfficePlace, _ records: [OpenedRecord], clock: SiteClock, reader: String, problem: String? = nil,
        mark: String
    ) {
        self.place = place
        self.records = records
        self.clock = clock
        self.reader = reader
        self.problem = problem
        self.mark = mark
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let waiting = records.filter { $0.reviewedBy == nil }
        let done = records.filter { $0.reviewedBy != nil }.reversed()
        let choice =
            place.sites.count > 1
            ? [AskForm(to: Address.page, mark: nil, fields: place.fields, button: "Show")] : []
        return AskPage(
            title: "Records opened in an emergency",
            lead: [
                "What was opened at \(place.site.title) by people who do not work with the family. Ask why it could not wait,"
                    + " then note that you looked into it."
            ], problem: problem, forms: choice
        ).document(
            in: frame,
            below: block("waiting", "To be looked into", Array(waiting), none: "Nothing waits.")
                + block("done", "Looked into", Array(done), none: "Nothing was looked into yet."))
    }

    private func block(_ id: String, _ title: String, _ records: [OpenedRecord], none: String) -> [Node] {
        let heading = el("h2", [.id(id)], .text(title))
        guard !records.isEmpty else { return [heading, el("p", [], .text(none))] }
        return [heading] + records.map(entry)
    }

    private func entry(_ record: OpenedRecord) -> Node {
        var rows = [
            ("Opened by", record.actor), ("From", LocalText.minute(record.openedAt, clock)),
            ("Until", LocalText.minute(record.until, clock)),
        ]
        if let reason = record.reason { rows.append(("Why", reason)) }
        if let reviewer = record.reviewedBy { rows.append(("Looked into by", reviewer)) }
        let facts = el(
            "dl", [],
            each: rows.map { name, value in el("div", [], el("dt", [], .text(name)), el("dd", [], .text(value))) })
        let title = record.ref?.text ?? "Episode \(record.episode)"
        return el("div", [.class("entry")], each: [el("h3", [], .text(title)), facts] + way(record))
    }

    /// The button; or why there is none.
    private func way(_ record: OpenedRecord) -> [Node] {
        guard record.reviewedBy == nil else { return [] }
        guard record.actor != reader else {
            return [el("p", [.class("note")], "Somebody else looks into what you opened.")]
        }
        guard let ref = record.ref else {
            return [
                el("p", [.class("note")], "The episode has no reference, or is not for you: ask your administrator.")
            ]
        }
        return [
            AskForm(
                to: Address.page, mark: mark,
                hidden: [
                    OfficePlace.field: place.site.value, Address.episode: ref.text, Address.actor: record.actor,
                ], button: "I looked into \(ref), opened by \(record.actor)"
            ).node
        ]
    }
}
