import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

extension SitePlan.TeamChange {
    /// What the steps record in the team's stream: first what is corrected, then what is new.
    func commands(to id: TeamID, of wanted: SiteFile.Team, today: CivilDate) -> [RecordCommand] {
        let opening = TeamCommand.open(TeamOpening(code: wanted.code, model: wanted.model))
        var correction = Correction<TeamCommand>(cause: .fileImport)
        var entries: [Engine.Entry<TeamCommand>] = []
        var isOpeningCorrected = false
        for step in steps {
            switch step {
            case .open(let day), .openAnnounced(let day): entries.append(Engine.Entry(opening, on: day))
            case .moveStart, .changeModel: isOpeningCorrected = true
            case .stand(let step): step.add(to: &correction, &entries, today: today)
            case .announce, .keep, .keepUnnamed: break
            }
        }
        if isOpeningCorrected, let recorded = known?.opening {
            correction.replacements.append(
                Correction.Replacement(recorded.seq, with: opening, on: wanted.startedOn))
        }
        var commands: [RecordCommand] = []
        if !correction.replacements.isEmpty || !correction.withdrawals.isEmpty {
            commands.append(.correct(correction, of: id, in: TeamStream.self) { _ in NoRules() })
        }
        if !entries.isEmpty { commands.append(.record(entries, to: id, in: TeamStream.self) { _ in NoRules() }) }
        return commands
    }
}

extension StandingStep {
    /// Adds what the step corrects, or what it records.
    fileprivate func add(
        to correction: inout Correction<TeamCommand>, _ entries: inout [Engine.Entry<TeamCommand>], today: CivilDate
    ) {
        switch self {
        case .passReview(let day): entries.append(Engine.Entry(.reachStage(.readinessReview), on: day))
        case .moveReview(let seq, _, let day):
            correction.replacements.append(.init(seq, with: .reachStage(.readinessReview), on: day))
        case .grant(let term, let day): entries.append(Engine.Entry(.grantLicence(term), on: day))
        case .renew(let term, let day): entries.append(Engine.Entry(.renewLicence(term), on: day))
        case .correctTerm(let seq, _, let term, let isGrant, let day):
            correction.replacements.append(
                .init(seq, with: isGrant ? .grantLicence(term) : .renewLicence(term), on: day))
        case .withdrawReview(let seq, _), .withdrawTerm(let seq, _, _): correction.withdrawals.append(seq)
        case .setRota(let rota): entries.append(Engine.Entry(.setRota(rota), on: today))
        }
    }
}
