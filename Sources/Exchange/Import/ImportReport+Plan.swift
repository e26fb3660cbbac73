import Intervention

extension ImportReport {
    /// Takes in what the rows would do.
    mutating func take(_ plan: RegisterPlan, _ contents: RegisterContents, of site: RegisterSite) {
        problems = (problems + plan.problems).sorted(by: ImportProblem.isBefore)
        let taken = Set(plan.entries.map(\.line.line))
        advisories =
            (contents.advisories.filter { taken.contains($0.place.line) } + plan.advisories
            + caseloads(plan, of: site))
            .sorted { ($0.place.line, $0.code.rawValue) < ($1.place.line, $1.code.rawValue) }
        for entry in plan.entries {
            switch entry.effect {
            case .adds: counts.added += 1
            case .corrects: counts.corrected += 1
            case .nothing: counts.unchanged += 1
            }
        }
        counts.conflicting = plan.conflicting
        counts.rejected = contents.rowCount - plan.entries.count - plan.conflicting
    }

    /// Says of each therapist with too many families at once on which line there were too many.
    private func caseloads(_ plan: RegisterPlan, of site: RegisterSite) -> [ImportAdvisory] {
        var families: [StaffCode: Int] = [:]
        var advisories: [ImportAdvisory] = []
        for entry in plan.entries {
            let row = entry.target
            guard row.decision == .accepted, row.closedOn == nil, let therapist = row.therapist,
                let most = site.caseloads[row.model]
            else { continue }
            families[therapist, default: 0] += 1
            guard families[therapist] == most + 1 else { continue }
            advisories.append(
                ImportAdvisory(
                    .caseloadExceeded, at: ImportPlace(file: file, line: entry.line.line),
                    column: RegisterColumn.therapist.rawValue,
                    "the therapist has more than \(most) families open on the day of the import"
                )
            )
        }
        return advisories
    }
}
