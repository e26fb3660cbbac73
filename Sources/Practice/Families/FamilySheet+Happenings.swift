import Accounts
import EpisodeEngine
import EpisodeStore
import Intervention

extension FamilySheet {
    /// What happened by the day of a sheet, the latest first, each with what stood in its place before it was corrected.
    /// - Parameter hidden: the kinds of facts that the asker may not see.
    static func happenings(
        in state: StreamState<EpisodeStream>, of sheet: EpisodeSheet, without hidden: Set<FactKind>,
        _ aspects: Set<Aspect>
    ) -> [Happening] {
        let history = state.history
        let reading = HappeningReading(sheet, history, hidden: hidden, aspects)
        let earlier = Dictionary(grouping: history.earlier, by: \.seq)
        var all = history.standing.filter { $0.occurredOn <= sheet.day }.reversed().map { ($0, isTakenBack: false) }
        for gone in history.withdrawn where gone.occurredOn <= sheet.day {
            let place = all.firstIndex { $0.0.occurredOn <= gone.occurredOn } ?? all.endIndex
            all.insert((gone, isTakenBack: true), at: place)
        }
        return all.compactMap { one, isTakenBack in
            reading.happening(
                one, before: earlier[one.seq] ?? [], isTakenBack: isTakenBack,
                corrections: state.corrections.filter { $0.places.contains(one.seq) }.map { reading.why($0) })
        }
    }
}

/// Tells events as the timeline does.
private struct HappeningReading {
    let sheet: EpisodeSheet
    private let hidden: Set<FactKind>
    private let aspects: Set<Aspect>
    /// The kinds of the facts that ever were on record.
    private var kinds: [FactID: FactKind] = [:]
    /// The places of what the asker may not see.
    private var unseen: Set<StreamSeq> = []

    init(
        _ sheet: EpisodeSheet, _ history: History<EpisodeStream>, hidden: Set<FactKind>, _ aspects: Set<Aspect>
    ) {
        self.sheet = sheet
        self.hidden = hidden
        self.aspects = aspects
        let all = history.standing + history.withdrawn + history.earlier
        for case .factRecorded(let fact, _, _) in all.map(\.event) { kinds[fact.id] = fact.kind }
        for recorded in all where !isSeen(recorded.event) { unseen.insert(recorded.seq) }
    }

    /// Why something was corrected: in words only where all that the words are about may be seen.
    func why(_ mark: CorrectionMark) -> FamilySheet.Happening.Why {
        .init(cause: mark.cause, note: mark.places.isDisjoint(with: unseen) ? mark.narrative : nil)
    }

    /// Something that happened; nil when the asker may not see it.
    func happening(
        _ recorded: Recorded<EpisodeEvent>, before: [Recorded<EpisodeEvent>], isTakenBack: Bool,
        corrections: [FamilySheet.Happening.Why]
    ) -> FamilySheet.Happening? {
        guard isSeen(recorded.event) else { return nil }
        var (fact, contact) = (RecordedFact?.none, Contact?.none)
        if case .factRecorded(let entered, _, _) = recorded.event { fact = entered }
        if case .contactRecorded(let held) = recorded.event { contact = held }
        var forms = before.filter { isSeen($0.event) && $0 != recorded }.sorted { $0.occurredOn < $1.occurredOn }
            .map(told)
        // The fact of an event that was taken back is among those that hold no more.
        if isTakenBack { forms.append(told(recorded)) }
        return FamilySheet.Happening(
            seq: recorded.seq, on: recorded.occurredOn, event: recorded.event.name, fact: isTakenBack ? nil : fact?.id,
            contact: contact, words: words(recorded.event), isTakenBack: isTakenBack, before: forms,
            corrections: corrections)
    }

    private func told(_ recorded: Recorded<EpisodeEvent>) -> FamilySheet.Happening.Before {
        var fact: RecordedFact?
        if case .factRecorded(let entered, _, _) = recorded.event { fact = entered }
        return .init(on: recorded.occurredOn, fact: fact, words: words(recorded.event))
    }

    private func isSeen(_ event: EpisodeEvent) -> Bool {
        switch event {
        case .interviewRecorded: aspects.contains(.scores)
        case .factRecorded(let entered, _, _): !hidden.contains(entered.kind)
        case .factWithdrawn(let id): kinds[id].map { !hidden.contains($0) } ?? true
        default: true
        }
    }

    private func words(_ event: EpisodeEvent) -> String {
        switch event {
        case .contactRecorded(let contact):
            "\(contact.mode.rawValue), \(contact.party.rawValue)".replacing("-", with: " ")
                + (contact.minutes.map { ", \($0.number) minutes" } ?? "")
        case .phaseEntered(let phase, _), .treatmentStarted(let phase, _):
            sheet.model.phases.phase(phase)?.title ?? phase.text
        case .allocated(let allocation): allocation.therapist?.text ?? ""
        case .closed(let closing, _, _):
            sheet.model.closureReasons.first { $0.id == closing.reason }?.title ?? closing.reason.text
        case .factRecorded(let entered, _, _):
            sheet.model.facts.first { $0.kind == entered.kind }?.title ?? entered.kind.text
        default: ""
        }
    }
}
