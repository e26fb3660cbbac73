import CivilDate
import Intervention

/// What is to be frozen.
package struct EditionRequest: Hashable, Sendable {
    /// For whom.
    package let profile: EditionProfile
    /// The days that count.
    package let period: EditionPeriod
    /// Only this model; nil for all.
    package let model: ModelID?
    /// The edition that is corrected; nil when none is.
    package let restates: EditionNumber?
    /// What is said of it, in one line that names nobody; nil when nothing is.
    package let note: String?

    /// A request.
    /// - Throws: ``ReportFault/periodReversed(from:through:)``, ``EditionFault``.
    package init(
        _ profile: EditionProfile, from: CivilDate, through: CivilDate, model: ModelID? = nil,
        restating restates: EditionNumber? = nil, note: String? = nil
    ) throws {
        guard let days = CivilPeriod(from: from, through: through) else {
            throw ReportFault.periodReversed(from: from, through: through)
        }
        if let note, let flaw = Self.flaw(in: note) { throw EditionFault.badNote(flaw: flaw) }
        self.profile = profile
        period = try EditionPeriod(days)
        self.model = model
        self.restates = restates
        self.note = note
    }

    /// What an edition was asked for.
    init(of edition: Edition) {
        profile = edition.profile
        period = edition.period
        model = edition.model
        restates = edition.document.restates.flatMap { EditionNumber($0) }
        note = edition.document.note
    }

    /// Whether an edition is for the same readers.
    func isRead(with edition: Edition) -> Bool { edition.profile.isPublic == profile.isPublic }

    /// Refuses a period that is out already, or that overlaps one that is, and a restatement of something else.
    func check(against editions: [Edition]) throws(EditionFault) {
        if let restates {
            guard let edition = editions.first(where: { $0.number == restates }) else { throw .unknown(restates) }
            guard isRead(with: edition), edition.period == period, edition.model == model else {
                throw .restatesOther(restates)
            }
        }
        for edition in editions {
            switch period.relation(to: edition.period) {
            // Whoever reads the network's editions reads the public ones besides.
            case .across: throw .across(edition.number, edition.period.days)
            case .same where restates == nil && isRead(with: edition) && isOfModels(of: edition):
                throw .outAlready(edition.number)
            case .same, .nested, .apart: break
            }
        }
    }

    private func isOfModels(of edition: Edition) -> Bool {
        model == nil || edition.model == nil || edition.model == model
    }

    /// The editions that this one has to be attacked with: those that share days with it, or with one of those. Whoever reads
    /// the network's editions reads the public ones besides.
    func linked(among editions: [Edition]) -> [Edition] {
        var linked: [Edition] = []
        var rest = editions
        while true {
            let periods = [period] + linked.map(\.period)
            let more = rest.filter { edition in periods.contains { $0.relation(to: edition.period) != .apart } }
            guard !more.isEmpty else { return linked.sorted { $0.number.number < $1.number.number } }
            linked += more
            rest.removeAll { more.contains($0) }
        }
    }

    private static let longestNote = 200

    private static func flaw(in note: String) -> String? {
        if !note.contains(where: { !$0.isWhitespace }) { return "write something, or leave it out" }
        if note.unicodeScalars.count > longestNote { return "it has more than \(longestNote) characters" }
        let turns = note.unicodeScalars.contains {
            switch $0.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
        return turns ? "it has a character that is not seen or breaks the line" : nil
    }
}

extension Edition {
    /// The one model that it is of; nil for all.
    package var model: ModelID? { document.model.flatMap { ModelID($0) } }
}
