import CivilDate
import Intervention
import YAMLFile

extension SiteFileReader {
    private static let codeForm =
        "a code begins with a letter or digit, has letters, digits, '.', '_' and '-', at most 32"

    mutating func readSiteCode(_ node: YAMLNode) -> SiteCode? {
        guard let text = scalar(node, of: "code") else { return nil }
        guard let code = SiteCode(text) else {
            report(.badCode, at: node, "'\(shown(text))' is no code: \(SiteFileReader.codeForm)")
            return nil
        }
        return code
    }

    mutating func readName(_ node: YAMLNode) -> String? {
        guard let text = scalar(node, of: "name") else { return nil }
        let isLine = !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard isLine, text.unicodeScalars.count <= 200, text.contains(where: { !$0.isWhitespace }) else {
            report(.badName, at: node, "a name is one line of at most 200 characters")
            return nil
        }
        return text
    }

    mutating func readJurisdiction(_ node: YAMLNode) -> Jurisdiction? {
        guard let text = scalar(node, of: "jurisdiction") else { return nil }
        guard let jurisdiction = Jurisdiction(rawValue: text) else {
            let all = Jurisdiction.allCases.map(\.rawValue).joined(separator: ", ")
            report(.unknownJurisdiction, at: node, "'\(shown(text))' is no jurisdiction; there are \(all)")
            return nil
        }
        return jurisdiction
    }

    mutating func readTimeZone(_ node: YAMLNode) -> SiteTimeZone? {
        guard let text = scalar(node, of: "timeZone") else { return nil }
        guard let zone = SiteTimeZone(text) else {
            let nearest = NearestWord.to(text, among: SiteTimeZone.wellKnown) ?? "Europe/London"
            report(
                .unknownTimeZone, at: node,
                "the system knows no time zone '\(shown(text))'; the nearest is '\(nearest)'")
            return nil
        }
        return zone
    }

    /// The teams; nil when the node is no list or one of them is wrong.
    mutating func readTeams(_ node: YAMLNode) -> [SiteFile.Team]? {
        var places: [TeamCode: Int] = [:]
        return list(node, of: "teams") { reader, entry in reader.readTeam(entry, after: &places) }
    }

    private mutating func readTeam(_ node: YAMLNode, after places: inout [TeamCode: Int]) -> SiteFile.Team? {
        guard let values = mapping(node, keys: SiteFileTeamKey.self, of: "a team") else { return nil }
        let code = values[.code].flatMap { readTeamCode($0, after: &places) }
        let model = values[.model].flatMap { readModel($0) }
        let startedOn = values[.startedOn].flatMap { readStart($0) }
        guard let code, let model, let startedOn else { return nil }
        return SiteFile.Team(code: code, model: model, startedOn: startedOn)
    }

    /// - Parameter places: the lines in which codes stood before.
    private mutating func readTeamCode(_ node: YAMLNode, after places: inout [TeamCode: Int]) -> TeamCode? {
        guard let text = scalar(node, of: "code") else { return nil }
        guard let code = TeamCode(text) else {
            report(.badCode, at: node, "'\(shown(text))' is no code: \(SiteFileReader.codeForm)")
            return nil
        }
        if let line = places[code] {
            report(
                .doubledTeam, at: node,
                "the team \(code) stands in line \(line) already; each team has a code of its own")
            return nil
        }
        places[code] = node.place.line
        return code
    }

    private mutating func readModel(_ node: YAMLNode) -> ModelID? {
        guard let text = scalar(node, of: "model") else { return nil }
        guard let id = ModelID(text), models.contains(id) else {
            let all = models.map(\.text).joined(separator: ", ")
            report(.unknownModel, at: node, "there is no model '\(shown(text))'; there are \(all)")
            return nil
        }
        return id
    }

    private mutating func readStart(_ node: YAMLNode) -> CivilDate? {
        guard let text = scalar(node, of: "startedOn") else { return nil }
        guard let day = CivilDate(iso: text) else {
            report(.badDay, at: node, "'\(shown(text))' is no day of the calendar; write it as 2026-03-01")
            return nil
        }
        return day
    }
}
