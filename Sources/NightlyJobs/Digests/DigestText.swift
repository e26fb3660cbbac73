import CivilDate
import Intervention
import Sites

/// The text of one reader's digest: 72 columns of plain text, what presses first. It names families by reference, and
/// people not at all.
struct DigestText {
    private let site: SiteCode
    private let day: CivilDate
    private let since: CivilDate
    private let alerts: [DigestItem<AlertRow>]
    private let news: [DigestItem<ObligationRow>]
    private let soon: [DigestItem<ObligationRow>]
    private let older: [DigestItem<ObligationRow>]

    /// The digest of a reader; nil when there is nothing to say.
    init?(_ matter: DigestMatter, for reader: DigestReader, at site: SiteCode) {
        self.site = site
        day = matter.day
        let (since, end) = (matter.since, matter.day.adding(days: DigestText.daysAhead))
        self.since = since
        alerts = matter.alerts.filter { reader.sees($0.holder) }
            .sorted {
                ($1.thing.urgency, $0.thing.since, $0.label, $0.thing.place.code, $0.thing.place.number)
                    < ($0.thing.urgency, $1.thing.since, $1.label, $1.thing.place.code, $1.thing.place.number)
            }
        let owed = matter.obligations.filter { reader.sees($0.holder) }
            .sorted { ($0.thing.dueOn, $0.label, $0.thing.words) < ($1.thing.dueOn, $1.label, $1.thing.words) }
        func isNew(_ item: DigestItem<ObligationRow>) -> Bool { item.thing.since.map { since < $0 } ?? false }
        news = owed.filter(isNew)
        soon = owed.filter { !isNew($0) && $0.thing.standing == .open && $0.thing.dueOn < end }
        older = owed.filter { !isNew($0) && $0.thing.standing == .overdue }
        if alerts.isEmpty, news.isEmpty, soon.isEmpty, older.isEmpty { return nil }
    }

    /// One line: how much there is.
    var subject: String {
        let urgent = alerts.count { $0.thing.urgency == .urgent }
        return "Homeward \(site) \(day): \(urgent) urgent, \(alerts.count - urgent) other alerts, \(news.count) new, "
            + "\(soon.count) due this week"
    }

    /// The text, each line ended.
    var body: String {
        var lines = DigestText.wrapped("The day's work at \(site) on \(day), from the record as the night found it.")
        add("To be looked at", alerts, to: &lines) { item in
            ["\(item.thing.urgency.rawValue)  \(item.label)  \(item.thing.place.code)  since \(item.thing.since)"]
                + DigestText.wrapped(item.thing.sentence, indent: 2)
        }
        for (standing, title) in [
            (ObligationRow.Standing.open, "Open since \(since)"), (.overdue, "Overdue since \(since)"),
            (.missed, "Missed since \(since)"),
        ] {
            add(title, news.filter { $0.thing.standing == standing }, to: &lines, DigestText.lines)
        }
        add("Due within a week", soon, to: &lines, DigestText.lines)
        add("Still overdue", older, to: &lines, DigestText.lines)
        lines +=
            [""] + DigestText.wrapped("'homeward duties --site \(site)' lists everything with the days it can be met.")
        return lines.map { $0 + "\n" }.joined()
    }

    private static func lines(_ item: DigestItem<ObligationRow>) -> [String] {
        let kind = item.thing.place.kind.text.replacing("-", with: " ")
        return wrapped("\(item.label)  \(kind) \(item.thing.place.ordinal)  due \(item.thing.dueOn)")
    }

    private func add<Thing>(
        _ title: String, _ items: [DigestItem<Thing>], to lines: inout [String],
        _ text: (DigestItem<Thing>) -> [String]
    ) {
        guard !items.isEmpty else { return }
        lines += ["", "\(title): \(items.count)"]
        for item in items.prefix(DigestText.most) { lines += text(item).map { "  " + $0 } }
        if items.count > DigestText.most { lines.append("  and \(items.count - DigestText.most) more") }
    }

    /// Words in lines of at most 72 columns, two of which are left for the indent of a list.
    private static func wrapped(_ text: String, indent: Int = 0) -> [String] {
        let space = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if !line.isEmpty, line.count + 1 + word.count + indent > width - 2 {
                lines.append(space + line)
                line = String(word)
            } else {
                line += (line.isEmpty ? "" : " ") + word
            }
        }
        return lines + (line.isEmpty ? [] : [space + line])
    }

    /// Columns of plain mail that no reader breaks; our decision.
    private static let width = 72
    /// Due in so many days from the night's date on is due this week.
    private static let daysAhead = 7
    /// Lines of a section, beyond which it only counts; our decision.
    private static let most = 40
}
