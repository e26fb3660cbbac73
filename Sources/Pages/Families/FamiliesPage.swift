import Intervention
import Markup
import Practice

/// The families of somebody's day, those first that press most.
package struct FamiliesPage: Sendable {
    /// Where the pages are, and what their fields are called.
    package enum Address {
        /// A therapist's own families.
        package static let own = "/families"
        /// The families of a team.
        package static let team = "/team"
        /// The field with part of a reference or a name.
        package static let text = "q"
        /// The field with a team.
        package static let code = "team"
        /// The field with a therapist.
        package static let therapist = "therapist"
        /// The field with the reference of a family of which something was recorded just now.
        package static let recorded = "recorded"
    }

    private let board: FamilyBoard
    private let place: OfficePlace
    private let question: FamilyQuestion
    private let team: TeamDesk?
    private let records: Bool
    private let recorded: EpisodeRef?
    private let unsent: UnsentPanel?
    private var isTeam: Bool { team != nil }

    /// A page.
    /// - Parameters:
    ///   - team: what else a team's list has; nil for a list of somebody's own families.
    ///   - records: whether the reader writes in the records of the families.
    ///   - recorded: the family of which a contact was recorded just now.
    ///   - unsent: where a script tells of contacts that wait on the device.
    package init(
        _ board: FamilyBoard, of question: FamilyQuestion, at place: OfficePlace, team: TeamDesk? = nil,
        records: Bool, recorded: EpisodeRef? = nil, unsent: UnsentPanel? = nil
    ) {
        self.board = board
        self.question = question
        self.place = place
        self.team = team
        self.records = records
        self.recorded = recorded
        self.unsent = unsent
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let title = isTeam ? "Team" : "My families"
        return frame.document(
            title: "\(title) at \(place.site.title)",
            [el("h1", [], .text(title))] + news + work + [filter.node] + [list])
    }

    private var news: [Node] {
        let waiting = unsent.map { [$0.node] } ?? []
        guard let recorded else { return waiting }
        return waiting + [
            el(
                "p", [.class("done"), Attribute("role", "status")],
                .text("The contact with \(recorded) is on record."))
        ]
    }

    private var list: Node {
        if board.isCut { return el("p", [], "There are more families than one page shows. Choose a team.") }
        guard !board.families.isEmpty else { return el("p", [.class("lead")], .text(nothing)) }
        return FamilyTable(board: board, site: place.site.value, showsTherapist: isTeam, records: records).node
    }

    private var nothing: String {
        if question.text != nil || question.team != nil || isTeam && question.therapists != nil {
            return "No family is meant by what you chose."
        }
        return isTeam
            ? "The team has no families."
            : "You have no families today. Your supervisor gives you one on the page of its referral."
    }

    private var work: [Node] {
        guard let team else { return [] }
        return team.nodes(board, at: place)
            + board.work.flatMap { TeamFigures(work: $0, board: board, place: place, desk: team).nodes }
    }

    private var filter: AskForm {
        var fields = place.fields
        fields.append(AskField(Address.text, "Reference or name", value: question.text ?? "", .text))
        if isTeam, board.teams.count > 1 {
            let teams = board.teams.map { StartOptions.Option(value: $0.text, title: $0.text) }
            fields.append(
                AskField(
                    Address.code, "Team", value: question.team?.text ?? "",
                    .choice([.init(value: "", title: "All")] + teams)))
        }
        if isTeam {
            let staff = Set(board.work.flatMap { $0.posts.map(\.staff) }).sorted()
            let chosen = question.therapists?.first?.text ?? ""
            fields.append(
                AskField(
                    Address.therapist, "Therapist", value: chosen,
                    .choice(
                        [.init(value: "", title: "All")]
                            + staff.map { StartOptions.Option(value: $0.text, title: $0.text) })))
        }
        return AskForm(
            to: isTeam ? Address.team : Address.own, mark: nil, fields: fields, hidden: place.hidden, button: "Show")
    }
}
