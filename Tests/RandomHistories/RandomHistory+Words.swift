import CivilDate
import EpisodeEngine
import Intervention

extension RandomHistory {
    func contact(using random: inout SplitMix64) -> Contact {
        Contact(
            id: ContactID(high: random.next(), low: random.next()),
            mode: ContactMode.allCases.randomElement(using: &random) ?? .meeting,
            party: ContactParty.allCases.randomElement(using: &random) ?? .family,
            minutes: Bool.random(using: &random) ? Minutes(Int.random(in: 5...120, using: &random)) : nil
        )
    }

    func interview(using random: inout SplitMix64) -> Interview {
        let id = InterviewID(high: random.next(), low: random.next())
        let instrument = rules.model.adherenceInstruments.randomElement(using: &random)
        let result = InterviewResult.allCases.randomElement(using: &random) ?? .refused
        let isByStaff = Int.random(in: 0..<3, using: &random) == 0
        let collector = isByStaff ? StaffCode("T\(Int.random(in: 1...9, using: &random))") : nil
        return Interview(
            id: id, instrument: instrument?.id ?? "tam-r", result: result,
            collector: collector.map(Collector.staff) ?? .callCentre,
            respondent: result == .completed ? Respondent.allCases.randomElement(using: &random) : nil,
            response: result == .completed ? response(of: instrument, using: &random) : nil
        )
    }

    private func response(of instrument: Instrument?, using random: inout SplitMix64) -> Interview.Response? {
        if Bool.random(using: &random) {
            return AdherenceScore(billionths: Int64.random(in: 0...AdherenceScore.whole, using: &random))
                .map(Interview.Response.score)
        }
        let count = instrument?.scoring.items ?? 28
        return .items(
            (0..<count).map { _ in
                switch Int.random(in: 0..<20, using: &random) {
                case 0..<12: .one
                case 12..<18: .zero
                default: .notAnswered
                }
            }
        )
    }

    func outcomes(using random: inout SplitMix64) -> [OutcomeKey: Answer] {
        var outcomes: [OutcomeKey: Answer] = [:]
        for outcome in rules.model.outcomes where Int.random(in: 0..<5, using: &random) > 0 {
            outcomes[outcome.key] = Answer.allCases.randomElement(using: &random)
        }
        return outcomes
    }

    func closing(using random: inout SplitMix64) -> Closing {
        Closing(
            reason: rules.model.closureReasons.randomElement(using: &random)?.id ?? "completed",
            outcomes: outcomes(using: &random)
        )
    }

    /// A correction of something that stands: another day, or withdrawn; sometimes a withdrawn event again.
    func correction(
        _ trial: Trial<EpisodeStream>, using random: inout SplitMix64
    ) -> Correction<EpisodeCommand>? {
        let cause = CorrectionCause.allCases.randomElement(using: &random) ?? .entryError
        let isReinstatement = Int.random(in: 0..<4, using: &random) == 0
        let candidates = isReinstatement ? trial.history.withdrawn : trial.history.standing
        guard let event = candidates.randomElement(using: &random) else { return nil }
        if !isReinstatement, Bool.random(using: &random) {
            return Correction(cause: cause, withdrawals: [event.seq])
        }
        guard let command = event.event.command else { return nil }
        let day = event.occurredOn.adding(days: Int.random(in: -5...5, using: &random))
        return Correction(cause: cause, replacements: [.init(event.seq, with: command, on: day)])
    }

    private func provisionCommand(_ trial: Trial<ChildStream>, using random: inout SplitMix64) -> ChildCommand {
        let kind = ProvisionKind.allCases.randomElement(using: &random) ?? .lookedAfter
        let spells = trial.history.facts?.provision ?? []
        if let open = spells.first(where: { $0.provision.kind == kind && $0.endedOn == nil }) {
            return .endProvision(open.provision.id)
        }
        return .startProvision(Provision(id: ProvisionID(high: random.next(), low: random.next()), kind: kind))
    }

    func childCommand(_ trial: Trial<ChildStream>, using random: inout SplitMix64) -> ChildCommand {
        let open = trial.history.facts?.placements.first { $0.endedOn == nil }
        switch Int.random(in: 0..<7, using: &random) {
        case 0:
            let household = HouseholdRef("H\(Int.random(in: 1...9, using: &random))")
            return household.map(ChildCommand.joinHousehold) ?? .leaveHousehold
        case 1: return .leaveHousehold
        case 2: return .recordSchoolStatus(SchoolStatus.allCases.randomElement(using: &random) ?? .unknown)
        case 3:
            let kind = OffenceKind.allCases.randomElement(using: &random) ?? .other
            return .recordOffence(Offence(id: OffenceID(high: random.next(), low: random.next()), kind: kind))
        case 4, 5: return provisionCommand(trial, using: &random)
        default:
            if let open {
                return .endPlacement(
                    PlacementEnd(of: open.placement.id, reason: PlacementReason.allCases.randomElement(using: &random))
                )
            }
            return .startPlacement(
                Placement(
                    id: PlacementID(high: random.next(), low: random.next()),
                    setting: PlacementSetting.allCases.randomElement(using: &random) ?? .foster,
                    reason: PlacementReason.allCases.randomElement(using: &random)
                )
            )
        }
    }
}
