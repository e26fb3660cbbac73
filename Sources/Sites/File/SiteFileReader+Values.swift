import CivilDate
import Intervention
import YAMLFile

extension SiteFileReader {
    private static let codeForm =
        "a code begins with a letter or digit, has letters, digits, '.', '_' and '-', at most 32"

    mutating func readSiteCode(_ node: YAMLNode) -> SiteCode? { readCode(node, of: "code") }

    /// A code that the site gives to something.
    mutating func readCode<Thing>(_ node: YAMLNode, of key: String) -> SiteGiven<Thing>? {
        guard let text = scalar(node, of: key) else { return nil }
        guard let code = SiteGiven<Thing>(text) else {
            report(.badCode, at: node, "'\(shown(text))' is no code: \(SiteFileReader.codeForm)")
            return nil
        }
        return code
    }

    mutating func readName(_ node: YAMLNode) -> String? {
        guard let text = scalar(node, of: "name") else { return nil }
        if let flaw = SiteName.flaw(in: text) {
            report(.badName, at: node, "'\(shown(text))' is no name of a site: \(flaw)")
            return nil
        }
        return text
    }

    mutating func readLetterhead(_ node: YAMLNode) -> [String]? {
        list(node, of: "letterhead") { reader, entry in
            guard let text = reader.scalar(entry, of: "letterhead") else { return nil }
            if let flaw = SiteName.flaw(in: text) {
                reader.report(.badName, at: entry, "'\(reader.shown(text))' is no line of a letterhead: \(flaw)")
                return nil
            }
            return text
        }
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
            let meant = SiteTimeZone.near(text).map { "did you mean '\($0)'?" } ?? "write it as Europe/London"
            report(.unknownTimeZone, at: node, "the system knows no time zone '\(shown(text))'; \(meant)")
            return nil
        }
        return zone
    }

    /// A model that the programme runs; where only the form is asked, any id.
    mutating func readModel(_ node: YAMLNode) -> ModelID? {
        guard let text = scalar(node, of: "model") else { return nil }
        guard let id = ModelID(text), models?.ids.contains(id) ?? true else {
            let known = models.map { "; there are " + $0.ids.map(\.text).joined(separator: ", ") } ?? ""
            report(.unknownModel, at: node, "there is no model '\(shown(text))'\(known)")
            return nil
        }
        return id
    }

    /// A list of models, each once.
    mutating func readModels(_ node: YAMLNode) -> [ModelID]? {
        var seen: Set<ModelID> = []
        return list(node, of: "models") { reader, entry in
            guard let id = reader.readModel(entry) else { return nil }
            guard seen.insert(id).inserted else {
                reader.report(.doubledEntry, at: entry, "\(id) stands in the list twice")
                return nil
            }
            return id
        }
    }

    /// A list of local authorities, each once.
    mutating func readAuthorities(_ node: YAMLNode) -> [AuthorityCode]? {
        var seen: Set<AuthorityCode> = []
        return list(node, of: "authorities") { reader, entry in
            guard let text = reader.scalar(entry, of: "authorities") else { return nil }
            guard let code = AuthorityCode(text) else {
                reader.report(
                    .badAuthority, at: entry,
                    "'\(reader.shown(text))' is no local authority: write its nine characters, such as E06000033, or IE-..."
                )
                return nil
            }
            guard seen.insert(code).inserted else {
                reader.report(.doubledEntry, at: entry, "\(code.text) stands in the list twice")
                return nil
            }
            return code
        }
    }

    mutating func readDay(_ node: YAMLNode, of key: String) -> CivilDate? {
        guard let text = scalar(node, of: key) else { return nil }
        guard let day = CivilDate(iso: text) else {
            report(.badDay, at: node, "'\(shown(text))' is no day of the calendar; write it as 2026-03-01")
            return nil
        }
        return day
    }

    /// When the site's nights begin.
    mutating func readNightly(_ node: YAMLNode) -> LocalTime? {
        guard let values = mapping(node, keys: SiteFileNightlyKey.self, of: "'nightly'"), let at = values[.at],
            let text = scalar(at, of: "at")
        else { return nil }
        guard let time = LocalTime(text) else {
            report(.badTime, at: at, "'\(shown(text))' is no time of day; write it as \"02:30\", from 00:00 to 23:59")
            return nil
        }
        return time
    }

    /// Reports a last day that lies before the first; a day that could not be read is in order.
    /// - Parameter node: where the last day stands; nil when there is none.
    /// - Returns: whether the days are in order.
    mutating func isInOrder(_ first: CivilDate?, _ last: CivilDate?, at node: YAMLNode?) -> Bool {
        guard let first, let last, let node, last < first else { return true }
        report(.daysReversed, at: node, "the last day, \(last), lies before the first, \(first)")
        return false
    }
}
