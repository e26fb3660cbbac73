import CivilDate
import Intervention

extension TeamStream {
    package static func begin(with event: TeamEvent, on day: CivilDate) -> TeamFacts? {
        var facts = TeamFacts()
        fold(event, on: day, into: &facts)
        return facts
    }

    package static func fold(_ event: TeamEvent, on day: CivilDate, into facts: inout TeamFacts) {
        switch event {
        case .corrected: break
        case .opened(let opening):
            facts.opening = opening
            facts.openedOn = day
        case .supervisionHeld(let session): facts.supervisions.insert(session, on: day, by: \.id)
        case .consultationHeld(let session): facts.consultations.insert(session, on: day, by: \.id)
        case .boosterHeld(let session): facts.boosters.insert(session, on: day, by: \.id)
        case .trainingCompleted(let training):
            facts.trainings.insertSorted(Dated(training, on: day)) {
                ($0.on, $0.value.staff, $0.value.kind) < ($1.on, $1.value.staff, $1.value.kind)
            }
        case .rotaSet(let rota): facts.rotas.append(Dated(rota, on: day))
        case .measureReturned(let measure): facts.returns.insert(measure, on: day, by: \.id)
        case .siteStageReached(let stage): facts.stages.append(Dated(stage, on: day))
        case .licenceGranted(let term), .licenceRenewed(let term): facts.licences.append(Dated(term, on: day))
        case .briefingGiven(let briefing): facts.briefings.insert(briefing, on: day, by: \.id)
        }
    }

    package static func judge(
        _ command: TeamCommand, on day: CivilDate, at facts: TeamFacts?, under rules: NoRules
    ) throws(Refusal) -> (event: TeamEvent, advisories: [Advisory]) {
        switch command {
        case .open(let opening): (.opened(opening), [])
        case .holdSupervision(let session): (.supervisionHeld(session), [])
        case .holdConsultation(let session): (.consultationHeld(session), [])
        case .holdBooster(let session): (.boosterHeld(session), [])
        case .completeTraining(let training): (.trainingCompleted(training), [])
        case .setRota(let rota): (.rotaSet(rota), [])
        case .returnMeasure(let measure): (.measureReturned(measure), [])
        case .reachStage(let stage): (.siteStageReached(stage), advice(on: stage, after: facts?.stages.last?.value))
        case .grantLicence(let term): (.licenceGranted(term), [])
        case .renewLicence(let term): (.licenceRenewed(term), [])
        case .brief(let briefing): (.briefingGiven(briefing), [])
        }
    }

    package static func obstacle(
        to event: TeamEvent, on day: CivilDate, at facts: TeamFacts?, beginning: CivilDate?, under rules: NoRules
    ) -> Refusal? {
        switch event {
        case .opened, .corrected, .rotaSet: nil
        case .supervisionHeld(let session), .consultationHeld(let session), .boosterHeld(let session):
            early(day, at: facts, beginning) ?? doubled(session, in: facts, event.name)
        case .measureReturned(let measure):
            early(day, at: facts, beginning)
                ?? doubled(facts?.returns.contains { $0.value.id == measure.id }, event.name)
        case .briefingGiven(let briefing): doubled(facts?.briefings.contains { $0.value.id == briefing.id }, event.name)
        case .trainingCompleted(let training):
            facts?.trainings.contains(Dated(training, on: day)) == true ? .recordedAlready(event.name) : nil
        case .siteStageReached(let stage):
            facts?.stages.last?.value == stage ? .recordedAlready(event.name) : nil
        case .licenceGranted: facts?.licences.isEmpty ?? true ? nil : .recordedAlready(event.name)
        case .licenceRenewed(let term): obstacle(toRenewal: term, after: facts?.licences.last?.value)
        }
    }

    private static func advice(on stage: SiteStage, after last: SiteStage?) -> [Advisory] {
        guard let last, stage < last else { return [] }
        let sentence =
            "stage \(stage.rawValue) (\(stage.title)) comes before \(last.rawValue) (\(last.title)), which was reached"
        return [Advisory(code: "stage-goes-back", sentence: sentence)]
    }

    /// What a team does needs a team that has opened.
    private static func early(_ day: CivilDate, at facts: TeamFacts?, _ beginning: CivilDate?) -> Refusal? {
        guard facts?.openedOn == nil else { return nil }
        return beginning.map { .beforeBeginning(day, began: $0) } ?? .notBegun
    }

    private static func doubled(_ session: TeamSession, in facts: TeamFacts?, _ name: EventName) -> Refusal? {
        [facts?.supervisions, facts?.consultations, facts?.boosters].lazy
            .compactMap { known in doubled(known?.contains { $0.value.id == session.id }, name) }.first
    }

    private static func doubled(_ isKnown: Bool?, _ name: EventName) -> Refusal? {
        isKnown == true ? .recordedAlready(name) : nil
    }

    private static func obstacle(toRenewal term: LicenceTerm, after last: LicenceTerm?) -> Refusal? {
        guard let last else { return .noLicenceToRenew }
        return term.through > last.through ? nil : .renewalEndsEarlier(term.through, standing: last.through)
    }
}

extension Array {
    /// Puts something of a day in its place, by day, then by id.
    fileprivate mutating func insert<Value, ID: Comparable>(
        _ value: Value, on day: CivilDate, by id: KeyPath<Value, ID>
    ) where Element == Dated<Value> {
        insertSorted(Dated(value, on: day)) {
            ($0.on, $0.value[keyPath: id]) < ($1.on, $1.value[keyPath: id])
        }
    }
}
