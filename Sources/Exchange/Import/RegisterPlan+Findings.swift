import Intervention

extension RegisterPlan {
    /// What is to be told of the plan.
    func findings(in file: String, of site: RegisterSite) -> PlanFindings {
        var findings = PlanFindings()
        findings.problems = problems
        findings.advisories = advisories + caseloads(in: file, of: site) + unknownTherapists(in: file, of: site)
        findings.conflicting = conflicting
        findings.taken = Set(entries.map(\.line.line))
        for entry in entries {
            switch entry.effect {
            case .adds: findings.added += 1
            case .corrects: findings.corrected += 1
            case .nothing: findings.unchanged += 1
            }
        }
        return findings
    }

    /// Says of each therapist who is not of the site's staff where the code stands first.
    private func unknownTherapists(in file: String, of site: RegisterSite) -> [ImportAdvisory] {
        var seen: Set<StaffCode> = []
        return entries.compactMap { entry in
            guard let therapist = entry.target.therapist, seen.insert(therapist).inserted else { return nil }
            return ImportAdvisory(
                unknown: therapist, among: site.staff, at: ImportPlace(file: file, line: entry.line.line),
                column: RegisterColumn.therapist.rawValue)
        }
    }

    /// Says of each therapist with too many families at once on which line there were too many.
    private func caseloads(in file: String, of site: RegisterSite) -> [ImportAdvisory] {
        var families: [StaffCode: Int] = [:]
        var advisories: [ImportAdvisory] = []
        for entry in entries {
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
