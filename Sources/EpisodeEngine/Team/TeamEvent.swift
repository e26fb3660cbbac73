import CivilDate
import Intervention

/// What happened in a team.
package enum TeamEvent: Hashable, Sendable {
    /// It started its work under a model.
    case opened(TeamOpening)
    /// A set of earlier events is replaced or withdrawn.
    case corrected(CorrectionSet<TeamEvent>)
}

extension TeamEvent: Correctable {
    package typealias Command = TeamCommand

    package var name: EventName {
        switch self {
        case .opened: .teamOpened
        case .corrected: .corrected
        }
    }

    package var correction: CorrectionSet<TeamEvent>? {
        guard case .corrected(let set) = self else { return nil }
        return set
    }

    package func payload() -> PayloadValue {
        switch self {
        case .corrected(let set): return set.payload()
        case .opened(let opening):
            var object = PayloadObject()
            object.set("code", text: opening.code.text)
            object.set("model", text: opening.model.text)
            return .object(object)
        }
    }

    package init(name: EventName, payload: PayloadValue) throws(PayloadFault) {
        switch name {
        case .corrected: self = .corrected(try CorrectionSet(payload: payload))
        case .teamOpened:
            var reader = try PayloadReader(payload)
            let opening = TeamOpening(
                code: try reader.text("code") { TeamCode($0) }, model: try reader.text("model") { ModelID($0) }
            )
            try reader.finish()
            self = .opened(opening)
        default: throw .unknownKind
        }
    }
}

/// The stream of a team.
package enum TeamStream: EventStream {
    package typealias Command = TeamCommand
    package typealias Event = TeamEvent
    package typealias Facts = TeamFacts
    package typealias Rules = NoRules

    package static let name = StreamName.team

    package static let beginning = EventName.teamOpened

    package static func begin(with event: TeamEvent, on day: CivilDate) -> TeamFacts? {
        guard case .opened(let opening) = event else { return nil }
        return TeamFacts(opening: opening, on: day)
    }

    package static func fold(_ event: TeamEvent, on day: CivilDate, into facts: inout TeamFacts) {
        guard case .opened(let opening) = event else { return }
        facts = TeamFacts(opening: opening, on: day)
    }

    package static func judge(
        _ command: TeamCommand, on day: CivilDate, at facts: TeamFacts?, under rules: NoRules
    ) throws(Refusal) -> (event: TeamEvent, advisories: [Advisory]) {
        switch command {
        case .open(let opening): (.opened(opening), [])
        }
    }

    package static func obstacle(
        to event: TeamEvent, on day: CivilDate, at facts: TeamFacts?, beginning: CivilDate?, under rules: NoRules
    ) -> Refusal? {
        nil
    }
}

extension TeamCommand: StreamCommand {
    package var eventName: EventName {
        switch self {
        case .open: .teamOpened
        }
    }
}
