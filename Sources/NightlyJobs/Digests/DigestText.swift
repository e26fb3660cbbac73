import CivilDate
import Intervention
import Sites

/// The text of one reader's digest: 72 columns of plain text, what presses first. It names families by reference, and
/// people not at all.
struct DigestText {
    private let site: SiteCode
    private let day: CivilDate
    private let before: CivilDate?
    private let alerts: [DigestItem<AlertRow>]
    private let glasses: [DigestItem<GlassRow>]
    private let news: [DigestItem<ObligationRow>]
    private let soon: [DigestItem<ObligationRow>]
    private let later: [DigestItem<ObligationRow>]
    private let older: [DigestItem<ObligationRow>]

    /// The digest of a reader; nil when there is nothing to say.
    init?(_ matter: DigestMatter, for reader: DigestReader, at site: SiteCode) {
        self.site = site
        day = matter.day
        before = matter.before
        let end = matter.day.adding(days: DigestText.daysAhead)
        alerts = matter.alerts.filter { reader.sees($0.holder) }
        glasses = matter.glasses.filter { reader.sees($0.holder) }
        let owed = matter.obligations.filter { reader.sees($0.holder) }
        news = owed.filter(\.isNew)
        let known = owed.filter { !$0.isNew }
        soon = known.filter { $0.thing.standing == .open && $0.thing.dueOn < end }
        later = known.filter { $0.thing.standing == .open && $0.thing.dueOn >= end }
        older = known.filter { $0.thing.standing == .overdue }
        if glasses.isEmpty, alerts.isEmpty, news.isEmpty, soon.isEmpty, later.isEmpty, older.isEmpty { return nil }
    }

    /// One line: how much there is.
    var subject: String {
        let urgent = alerts.count { $0.thing.urgency == .urgent }
        return
            "Homeward \(site) \(day): \(urgent + glasses.count) urgent, \(alerts.count - urgent) other alerts, "
            + "\(news.count) new, "
            + "\(soon.count) due this week"
    }

    /// The text, each line ended.
    var body: String {
        let start =
            before.map { "New is what was not so in the digest of \($0)." }
            ?? "It is the first digest, so all of it is new."
        var text = DigestSections(
            "The day's work at \(site) on \(day), from the record as the night found it. " + start)
        text.add("Opened in an emergency", glasses) { item in
            DigestSections.wrapped("\(item.label)  by \(item.thing.actor)  on \(item.thing.openedAt.utcDay)")
        }
        text.add("New, to be looked at", alerts.filter(\.isNew), DigestText.alert)
        text.add("To be looked at", alerts.filter { !$0.isNew }, DigestText.alert)
        for (standing, title) in [
            (ObligationRow.Standing.open, "Newly open"), (.overdue, "Newly overdue"), (.missed, "Newly missed"),
        ] {
            text.add(title, news.filter { $0.thing.standing == standing }, DigestText.duty)
        }
        text.add("Due within a week", soon, DigestText.duty)
        text.add("Still overdue", older, DigestText.duty)
        text.add("Open, due later", kinds, counting: later.count) { DigestSections.wrapped($0.sentence) }
        text.end("'homeward duties --site \(site)' lists everything with the days it can be met.")
        return text.text
    }

    /// What is open and not due soon, by kind, the kind that is due first at the top.
    private var kinds: [DigestKind] {
        Dictionary(grouping: later, by: \.thing.place.kind).compactMap { DigestKind($0, $1) }
            .sorted { ($0.firstDue, $0.name) < ($1.firstDue, $1.name) }
    }

    private static func alert(_ item: DigestItem<AlertRow>) -> [String] {
        ["\(item.thing.urgency.rawValue)  \(item.label)  \(item.thing.place.code)  since \(item.thing.since)"]
            + DigestSections.wrapped(item.thing.sentence, indent: 2)
    }

    private static func duty(_ item: DigestItem<ObligationRow>) -> [String] {
        DigestSections.wrapped(
            "\(item.label)  \(item.thing.place.kind.words) \(item.thing.place.ordinal)  due \(item.thing.dueOn)")
    }

    /// Due in so many days from the night's date on is due this week.
    private static let daysAhead = 7
}

/// The duties of one kind that are open and not due soon, in one line.
private struct DigestKind {
    let name: String
    let firstDue: CivilDate
    private let count: Int
    private let labels: [String]

    /// - Parameter items: in the order of their due days; nil of none.
    init?(_ kind: ObligationKind, _ items: [DigestItem<ObligationRow>]) {
        guard let first = items.first else { return nil }
        name = kind.words
        firstDue = first.thing.dueOn
        count = items.count
        labels = items.reduce(into: []) { labels, item in if !labels.contains(item.label) { labels.append(item.label) }
        }
    }

    var sentence: String {
        let more = labels.count - DigestKind.mostLabels
        return "\(name): \(count), due \(count == 1 ? "on" : "from") \(firstDue)\(count == 1 ? "" : " on"): "
            + labels.prefix(DigestKind.mostLabels).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    /// Whom a line names; our decision.
    private static let mostLabels = 8
}

extension ObligationKind {
    /// The kind in words.
    fileprivate var words: String { text.replacing("-", with: " ") }
}
