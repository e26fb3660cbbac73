import Intervention

/// Counts referrals into lines.
struct ReferralLines {
    /// One line: so many of so many.
    struct Line {
        let block: ReferralRow.Block
        let key: String
        let title: String
        let counted: Int
        let total: Int
        /// How long it took; nil of what is no step, and when nobody took it.
        var spread: DaySpread?
    }

    /// Referrals received in the period.
    let received: [ReferralCount]
    /// Referrals decided in the period.
    let decided: [ReferralCount]

    /// All lines, block by block; words that nobody used have none.
    var all: [Line] {
        fates + reasons + onwards + sources + acceptedBySource + [
            Line(
                block: .decided, key: "decided_accepted", title: "Accepted of decided",
                counted: decided.total { $0.decision == accepted }, total: decided.total())
        ]
    }

    private let accepted = ReferralDecision.accepted.rawValue
    private let declined = ReferralDecision.declined.rawValue
    private let pending = ReferralDecision.pending.rawValue

    private var fates: [Line] {
        let total = received.total()
        let decided = received.total { $0.decision != pending }
        func line(_ key: String, _ title: String, of total: Int, _ isCounted: (ReferralCount) -> Bool) -> Line {
            Line(block: .received, key: key, title: title, counted: received.total(isCounted), total: total)
        }
        return [
            line("received", "Received", of: total) { _ in true },
            line("decided", "Decided of received", of: total) { $0.decision != pending },
            line("pending", "Not decided yet of received", of: total) { $0.decision == pending },
            line("accepted", "Accepted of decided", of: decided) { $0.decision == accepted },
            line("declined", "Declined of decided", of: decided) { $0.decision == declined },
            line("started", "Treatment begun of received", of: total) { $0.isStarted },
        ]
    }

    private var reasons: [Line] {
        words(
            .declineReason, DeclineReason.allCases.map(\.rawValue), among: received.filter { $0.decision == declined }
        ) {
            $0.reason
        }
    }

    private var onwards: [Line] {
        words(
            .onwardService, OnwardService.allCases.map(\.rawValue), among: received.filter { $0.decision == declined }
        ) {
            $0.onward
        }
    }

    private var sources: [Line] {
        words(.source, ReferralSource.allCases.map(\.rawValue), among: received) { $0.source }
    }

    private var acceptedBySource: [Line] {
        let decided = received.filter { $0.decision != pending }
        return words(.sourceAccepted, ReferralSource.allCases.map(\.rawValue), among: decided) { $0.source }.map {
            line in
            let own = decided.filter { ($0.source ?? ReferralLines.unsaid) == line.key }
            return Line(
                block: line.block, key: line.key, title: line.title,
                counted: own.total { $0.decision == accepted }, total: own.total())
        }
    }

    /// A line for each word that is used, in the order of the vocabulary, and one for those of whom nobody said.
    private func words(
        _ block: ReferralRow.Block, _ vocabulary: [String], among counts: [ReferralCount],
        word: (ReferralCount) -> String?
    ) -> [Line] {
        let total = counts.total()
        var used: [String: Int] = [:]
        for count in counts { used[word(count) ?? ReferralLines.unsaid, default: 0] += count.referrals }
        let known = vocabulary.filter { used[$0] != nil }
        let others = used.keys.filter { !vocabulary.contains($0) && $0 != ReferralLines.unsaid }.sorted()
        let unsaid = used[ReferralLines.unsaid] == nil ? [] : [ReferralLines.unsaid]
        return (known + others + unsaid).map { key in
            Line(block: block, key: key, title: ReferralLines.title(of: key), counted: used[key] ?? 0, total: total)
        }
    }

    /// The key of those of whom nobody said; no word has it.
    private static let unsaid = "not_said"

    /// A code as people read it: `pupil-referral-unit` is Pupil referral unit.
    private static func title(of code: String) -> String {
        switch code {
        case unsaid: "Not said"
        case OnwardService.otherMST.rawValue: "Other MST"
        default:
            code.prefix(1).uppercased() + code.dropFirst().map { $0 == "-" || $0 == "_" ? " " : String($0) }.joined()
        }
    }
}
