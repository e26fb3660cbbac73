import CivilDate
import Intervention
import Markup
import Practice

/// How the lists of families say what they say.
enum FamilyText {
    /// How many days there are in a week, and so in "2 weeks ago".
    private static let week = 7
    /// From how many days on people say months, and from how many on years.
    private static let (months, years) = (12 * week, 730)

    /// How long ago a day was, as people say it.
    static func ago(_ day: CivilDate?, on today: CivilDate) -> String {
        guard let day else { return "Never" }
        let days = day.days(until: today)
        switch days {
        case ..<1: return "Today"
        case 1: return "Yesterday"
        case ..<(2 * week): return "\(days) days ago"
        case ..<months: return "\(days / week) weeks ago"
        default: return "\(long(days)) ago"
        }
    }

    /// A time of many days, as people say it: `4 months`, `6 years`.
    private static func long(_ days: Int) -> String {
        days < years ? "\(days * 12 / 365) months" : "\(days / 365) years"
    }

    /// When something is due, as people say it.
    static func due(_ day: CivilDate, on today: CivilDate) -> String {
        let days = today.days(until: day)
        switch days {
        case ...(-months): return "\(long(-days)) late"
        case ..<0: return "\(-days) \(days == -1 ? "day" : "days") late"
        case 0: return "today"
        case 1: return "tomorrow"
        default: return "in \(days) days"
        }
    }

    /// The heading of a part of the list.
    static func title(_ place: FamilyRow.Place) -> String {
        switch place {
        case .overdue: "Overdue"
        case .pressing: "Somebody should act today"
        case .soon: "Due within 7 days"
        case .active: "In treatment, nothing due"
        case .closed: "Closed"
        }
    }

    /// The address of a family's page, or of another that is about it.
    static func address(_ page: String, _ ref: EpisodeRef, at site: String) -> String {
        "\(page)?\(OfficePlace.field)=\(site)&\(EpisodePage.Address.ref)=\(ref)"
    }
}
