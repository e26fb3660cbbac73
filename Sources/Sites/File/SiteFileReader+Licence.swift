import CivilDate
import Intervention
import YAMLFile

extension SiteFileReader {
    /// The licence.
    mutating func readLicence(_ node: YAMLNode) -> SiteLicence? {
        guard let values = mapping(node, keys: SiteFileLicenceKey.self, of: "a licence") else { return nil }
        let holder = values[.holder].flatMap { line($0, of: "holder", atMost: 200) }
        let from = values[.from].flatMap { readDay($0, of: "from") }
        let until = values[.until].flatMap { readDay($0, of: "until") }
        let review = values[.readinessReview].map { readDay($0, of: "readinessReview") }
        let models = values[.models].map { readLicensed($0) }
        let renewals = values[.renewals].map { readRenewals($0, of: from, until) }
        guard let holder, let from, let until, review != .some(nil), models != .some(nil), renewals != .some(nil)
        else { return nil }
        guard let last = values[.until], isInOrder(from, until, at: last),
            let term = LicenceTerm(from: from, through: until)
        else { return nil }
        return SiteLicence(
            holder: holder, term: term, readinessReview: review ?? nil, models: models ?? nil,
            renewals: (renewals ?? nil) ?? []
        )
    }

    private mutating func readLicensed(_ node: YAMLNode) -> [ModelID]? {
        var seen: [(model: ModelID, place: YAMLPlace)] = []
        let models = list(node, of: "models") { reader, entry -> ModelID? in
            guard let id = reader.readModel(entry) else { return nil }
            seen.append((id, entry.place))
            return id
        }
        places.licensed = seen
        return models
    }

    /// Each renewal ends later than the term before it, and is agreed no earlier than what is renewed.
    private mutating func readRenewals(
        _ node: YAMLNode, of from: CivilDate?, _ until: CivilDate?
    ) -> [SiteLicence.Renewal]? {
        var (agreed, standing) = (from, until)
        return list(node, of: "renewals") { reader, entry in
            guard let values = reader.mapping(entry, keys: SiteFileRenewalKey.self, of: "a renewal") else { return nil }
            let until = values[.until].flatMap { reader.readDay($0, of: "until") }
            let on = values[.on].flatMap { reader.readDay($0, of: "on") }
            guard let until, let on, let last = values[.until], let day = values[.on] else { return nil }
            if let standing, until <= standing {
                reader.report(
                    .daysReversed, at: last,
                    "a renewal ends later than the term before it, and that ends on \(standing)")
                return nil
            }
            if let agreed, on < agreed {
                reader.report(.daysReversed, at: day, "what is renewed began, or was agreed, later: on \(agreed)")
                return nil
            }
            (standing, agreed) = (until, on)
            return SiteLicence.Renewal(through: until, on: on)
        }
    }
}
