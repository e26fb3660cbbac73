import CivilDate
import Intervention

extension ReportScope {
    /// The scope's keys and values, in their order.
    var values: [ReportValue.Member] {
        [
            .init("site", .text(siteText)),
            .init("team", ReportValue(text: team?.text)),
            .init("model", ReportValue(text: modelText)),
            .init("authority", ReportValue(text: authority?.text)),
        ]
    }

    /// Sites, teams and the authority, if there is one, in words.
    var placeText: String {
        let place =
            switch sites {
            case .one(let code): "site \(code)"
            case .all: "all sites"
            }
        return place + ", " + (team.map { "team \($0)" } ?? "all teams") + authorityText
    }

    /// The authority in words, to follow the place; empty when children of all count.
    var authorityText: String { authority.map { ", responsible authority \($0.text)" } ?? "" }

    /// The time of knowledge in words.
    func knowledge(_ knownAt: Instant?) -> String { knownAt.map { ", as known at \($0)" } ?? ", as known now" }
}

extension CivilPeriod {
    /// The period's keys and values.
    var values: [ReportValue.Member] {
        [.init("from", .text(from.description)), .init("to", .text(through.description))]
    }
}
