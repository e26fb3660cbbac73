import CivilDate
import Intervention

extension SitePlan: CustomStringConvertible {
    /// What changes, one line each; what stays is named only where somebody may wonder.
    package var description: String {
        var lines: [String] = []
        switch site {
        case .create: lines.append("site \(code): new")
        case .change(let keys): lines.append("site \(code): \(keys.joined(separator: ", ")) changed")
        case .keep: lines.append("site \(code): " + (changesNothing ? "nothing changes" : "kept"))
        }
        for team in teams { lines += team.steps.compactMap { $0.sentence(of: team.code) } }
        lines += changes.map(\.description)
        if let newVersion { lines.append("configuration: version \(newVersion.number)") }
        lines += advisories.map { "advice: \($0.sentence)" }
        return lines.joined(separator: "\n")
    }
}

extension SitePlan.TeamStep {
    fileprivate func sentence(of team: TeamCode) -> String? {
        switch self {
        case .open(let day), .openAnnounced(let day): "team \(team): opened on \(day)"
        case .announce(let day): "team \(team): announced for \(day)"
        case .moveStart(let from, let to): "team \(team): first day corrected from \(from) to \(to)"
        case .changeModel(let from, let to): "team \(team): model corrected from \(from) to \(to)"
        case .stand(let step): step.sentence(of: team)
        case .keepUnnamed: "team \(team): not in the file, kept"
        case .keep: nil
        }
    }
}
