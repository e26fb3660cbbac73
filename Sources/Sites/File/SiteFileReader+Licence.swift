import CivilDate
import Intervention
import YAMLFile

extension SiteFileReader {
    /// The licence.
    mutating func readLicence(_ node: YAMLNode) -> SiteLicence? {
        guard let values = mapping(node, keys: SiteFileLicenceKey.self, of: "a licence") else { return nil }
        let holder = values[.holder].flatMap { readHolder($0) }
        let from = values[.from].flatMap { readDay($0, of: "from") }
        let until = values[.until].flatMap { readDay($0, of: "until") }
        let review = values[.readinessReview].map { readDay($0, of: "readinessReview") }
        let models = values[.models].map { readLicensed($0) }
        let renewals = values[.renewals].map { readRenewals($0, of: from, until) }
        let isInOrder = isInOrder(from, until, at: values[.until])
        guard let holder, let from, let until, review != .some(nil), models != .some(nil), renewals != .some(nil),
            isInOrder, let term = LicenceTerm(from: from, through: until)
        else { return nil }
        return SiteLicence(
            holder: holder, term: term, readinessReview: review ?? nil, models: models ?? nil,
            renewals: (renewals ?? nil) ?? []
        )
    }

    private mutating func readHolder(_ node: YAMLNode) -> String? {
        guard let text = scalar(node, of: "holder") else { return nil }
        if let flaw = SiteName.flaw(in: text) {
            report(.badName, at: node, "'\(shown(text))' is no name of who holds a licence: \(flaw)")
            return nil
        }
        return text
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
            let isRight = reader.isLater(until, than: standing, at: values[.until])
            let isAgreed = reader.isAgreed(on, after: agreed, at: values[.on])
            guard let until, let on, isRight, isAgreed else { return nil }
            (standing, agreed) = (until, on)
            return SiteLicence.Renewal(through: until, on: on)
        }
    }
    private mutating func isLater(_ until: CivilDate?, than standing: CivilDate?, at node: YAMLNode?) -> Bool {
        guard let until, let standing, let node, until <= standing else { return true }
        report(
            .daysReversed, at: node, "a renewal ends later than the term before it, and that ends on \(standing)")
        return false
    }

    private mutating func isAgreed(_ on: CivilDate?, after agreed: CivilDate?, at node: YAMLNode?) -> Bool {
        guard let on, let agreed, let node, on < agreed else { return true }
        report(.daysReversed, at: node, "what is renewed began, or was agreed, later: on \(agreed)")
        return false
    }
}
