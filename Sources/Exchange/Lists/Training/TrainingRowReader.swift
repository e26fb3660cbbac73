import CivilDate
import Intervention

/// Reads one row of a list of training and briefings.
struct TrainingRowReader: RowReading {
    let site: ListSite
    let place: ImportPlace
    let cells: RowCells<TrainingColumn>

    var problems: [ImportProblem] = []
    var advisories: [ImportAdvisory] = []

    init(site: ListSite, place: ImportPlace, cells: RowCells<TrainingColumn>) {
        self.site = site
        self.place = place
        self.cells = cells
    }

    static func name(in cells: RowCells<TrainingColumn>) -> TrainingRow.Name? {
        guard let team = cells[.team].flatMap({ TeamCode($0) }), let kind = cells[.what],
            let day = cells[.on].flatMap({ CivilDate(iso: $0) })
        else { return nil }
        if kind == TrainingRow.briefing {
            guard let audience = cells[.audience].flatMap(BriefingAudience.init(rawValue:)) else { return nil }
            let identity = TrainingRow.Identity.briefing(
                audience, on: day, ref: cells[.ref].flatMap { BriefingRef($0) })
            return ListName(owner: .team(team), identity: identity)
        }
        guard let kind = TrainingKind(kind), let staff = cells[.staff].flatMap({ StaffCode($0) }) else { return nil }
        return ListName(owner: .team(team), identity: .training(Training(kind, of: staff), on: day))
    }

    static func doubled(on lines: String) -> (code: ImportProblemCode, column: TrainingColumn, sentence: String) {
        (
            .duplicateRow, .on,
            "the same training of a person, or briefing of an audience, and day stand on lines \(lines); "
                + "one row is enough, and briefings are told apart by ref"
        )
    }

    mutating func readCells() -> TrainingRow? {
        let team: TeamCode? = siteCode(.team)
        let day = day(.on)
        if let day { checkNotInFuture(day, .on) }
        guard let kind = text(.what) else { return nil }
        return kind == TrainingRow.briefing ? briefing(of: team, on: day) : training(kind, of: team, on: day)
    }

    private mutating func training(_ kind: String, of team: TeamCode?, on day: CivilDate?) -> TrainingRow? {
        let term = TrainingKind(kind)
        if term == nil {
            report(.unknownCode, .what, "this is no training; `homeward model show` prints those that a model asks for")
        }
        let staff: StaffCode? = siteCode(.staff)
        if cells[.staff] == nil {
            report(.missingValue, .staff, "a training is a person's; put the code of the member of staff")
        }
        refuse([.audience, .ref, .attended], "only a briefing has one; empty it")
        guard let team, let day, let term, let staff else { return nil }
        return TrainingRow(team: team, identity: .training(Training(term, of: staff), on: day), attended: .one)
    }

    private mutating func briefing(of team: TeamCode?, on day: CivilDate?) -> TrainingRow? {
        let audience: BriefingAudience? = word(.audience, list: CodeLists.briefingAudience)
        if cells[.audience] == nil {
            report(.missingValue, .audience, "a briefing is for somebody; put a code of the list `briefing-audience`")
        }
        let ref: BriefingRef? = siteCode(.ref)
        let attended = attended()
        refuse([.staff], "a briefing is the team's; empty it")
        guard let team, let day, let audience, let attended else { return nil }
        return TrainingRow(
            team: team, identity: .briefing(audience, on: day, ref: ref), attended: attended
        )
    }

    private mutating func attended() -> Attendance? {
        guard let text = text(.attended) else {
            report(.missingValue, .attended, "a briefing has a number of people who came; fill it in")
            return nil
        }
        guard let attended = Int(text).flatMap(Attendance.init), "\(attended.number)" == text else {
            report(.invalidNumber, .attended, "the number of people is a whole number from 1 to 10000")
            return nil
        }
        return attended
    }

    private mutating func refuse(_ columns: [TrainingColumn], _ sentence: String) {
        for column in columns where cells[column] != nil { report(.notForKind, column, sentence) }
    }
}
