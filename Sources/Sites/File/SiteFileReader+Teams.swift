import CivilDate
import Intervention
import YAMLFile

extension SiteFileReader {
    /// The teams; nil when the node is no list or one of them is wrong.
    mutating func readTeams(_ node: YAMLNode) -> [SiteFile.Team]? {
        var lines: [TeamCode: Int] = [:]
        return list(node, of: "teams") { reader, entry in reader.readTeam(entry, after: &lines) }
    }

    private mutating func readTeam(_ node: YAMLNode, after lines: inout [TeamCode: Int]) -> SiteFile.Team? {
        guard let values = mapping(node, keys: SiteFileTeamKey.self, of: "a team") else { return nil }
        let code = values[.code].flatMap { readTeamCode($0, after: &lines) }
        let model = values[.model].flatMap { readModel($0) }
        if let model, let node = values[.model] { places.teams.append((model, node.place)) }
        let startedOn = values[.startedOn].flatMap { readDay($0, of: "startedOn") }
        let authorities = values[.authorities].map { readAuthorities($0) }
        var known = SiteStaffReading()
        let staff = values[.staff].map { readStaff($0, into: &known) }
        let rota = values[.rota].map { readRota($0, among: known) }
        guard let code, let model, let startedOn, authorities != .some(nil), staff != .some(nil), rota != .some(nil)
        else { return nil }
        return SiteFile.Team(
            code: code, model: model, startedOn: startedOn, authorities: (authorities ?? nil) ?? [],
            staff: (staff ?? nil) ?? [], rota: Rota((rota ?? nil) ?? [])
        )
    }

    /// - Parameter lines: the lines in which codes stood before.
    private mutating func readTeamCode(_ node: YAMLNode, after lines: inout [TeamCode: Int]) -> TeamCode? {
        guard let code: TeamCode = readCode(node, of: "code") else { return nil }
        if let line = lines[code] {
            report(
                .doubledTeam, at: node,
                "the team \(code) stands in line \(line) already; each team has a code of its own")
            return nil
        }
        lines[code] = node.place.line
        return code
    }
}
