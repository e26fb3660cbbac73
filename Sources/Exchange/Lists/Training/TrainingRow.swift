import CivilDate
import Intervention

/// One row of a list of training and briefings.
package struct TrainingRow: ListRow, Hashable {
    /// Which of a team's trainings or briefings a row tells of.
    package enum Identity: RowIdentity {
        case training(Training, on: CivilDate)
        case briefing(BriefingAudience, on: CivilDate, ref: BriefingRef?)

        package var text: String {
            switch self {
            case .training(let training, let day): "\(training.kind)\n\(day)\n\(training.staff)"
            case .briefing(let audience, let day, let ref):
                "\(TrainingRow.briefing)\n\(day)\n\(audience.rawValue)\n\(ref?.text ?? "")"
            }
        }
    }

    package typealias Name = ListName<Identity>

    /// What stands for a briefing in the column of kinds.
    static let briefing = "briefing"

    let team: TeamCode
    package let identity: Identity
    /// How many people came; 1 for a training, which is a person's.
    let attended: Attendance

    package var owner: RowOwner { .team(team) }

    package var beganOn: CivilDate {
        switch identity {
        case .training(_, let day), .briefing(_, let day, _): day
        }
    }

    package var cells: RowCells<TrainingColumn> {
        var cells = RowCells<TrainingColumn>()
        cells[.team] = team.text
        cells[.on] = beganOn.description
        switch identity {
        case .training(let training, _):
            cells[.what] = training.kind.text
            cells[.staff] = training.staff.text
        case .briefing(let audience, _, let ref):
            cells[.what] = TrainingRow.briefing
            cells[.audience] = audience.rawValue
            cells[.ref] = ref?.text
            cells[.attended] = "\(attended.number)"
        }
        return cells
    }
}

extension Attendance {
    /// One person.
    static let one: Attendance = {
        guard let one = Attendance(1) else { preconditionFailure("1 is a number of people") }
        return one
    }()
}
