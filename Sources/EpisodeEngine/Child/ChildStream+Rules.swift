import CivilDate
import Intervention

extension ChildStream {
    package static func begin(with event: ChildEvent, on day: CivilDate) -> ChildFacts? {
        var facts = ChildFacts(ref: nil)
        fold(event, on: day, into: &facts)
        return facts
    }

    package static func fold(_ event: ChildEvent, on day: CivilDate, into facts: inout ChildFacts) {
        switch event {
        case .corrected: break
        case .registered(let ref): facts.ref = ref
        case .householdJoined(let household): join(household, on: day, in: &facts)
        case .householdLeft: join(nil, on: day, in: &facts)
        case .placementStarted(let placement):
            facts.placements.insertSorted(PlacementSpell(placement: placement, startedOn: day)) {
                ($0.startedOn, $0.placement.id) < ($1.startedOn, $1.placement.id)
            }
        case .placementEnded(let end):
            guard let place = facts.placements.lastIndex(where: { $0.placement.id == end.placement }) else { return }
            facts.placements[place].endedOn = day
            facts.placements[place].endReason = end.reason
        case .provisionStarted(let provision):
            facts.provision.insertSorted(ProvisionSpell(provision: provision, startedOn: day)) {
                ($0.startedOn, $0.provision.id) < ($1.startedOn, $1.provision.id)
            }
        case .provisionEnded(let id):
            guard let place = facts.provision.lastIndex(where: { $0.provision.id == id }) else { return }
            facts.provision[place].endedOn = day
        case .schoolStatusRecorded(let status):
            let dated = DatedSchoolStatus(from: day, status: status)
            if let last = facts.schooling.indices.last, facts.schooling[last].from == day {
                facts.schooling[last] = dated
            } else {
                facts.schooling.append(dated)
            }
        case .offenceRecorded(let offence):
            facts.offences.insertSorted(DatedOffence(on: day, offence: offence)) {
                ($0.on, $0.offence.id) < ($1.on, $1.offence.id)
            }
        case .died(let death): facts.death = DatedDeath(on: day, death: death)
        }
    }

    package static func judge(
        _ command: ChildCommand, on day: CivilDate, at facts: ChildFacts?, under rules: NoRules
    ) throws(Refusal) -> (event: ChildEvent, advisories: [Advisory]) {
        switch command {
        case .register(let ref): (.registered(ref), [])
        case .joinHousehold(let household): (.householdJoined(household), [])
        case .leaveHousehold: (.householdLeft, [])
        case .startPlacement(let placement): (.placementStarted(placement), [])
        case .endPlacement(let end): (.placementEnded(end), [])
        case .startProvision(let provision): (.provisionStarted(provision), [])
        case .endProvision(let id): (.provisionEnded(id), [])
        case .recordSchoolStatus(let status): (.schoolStatusRecorded(status), [])
        case .recordOffence(let offence): (.offenceRecorded(offence), [])
        case .recordDeath(let death): (.died(death), [])
        }
    }

    package static func obstacle(
        to event: ChildEvent, on day: CivilDate, at facts: ChildFacts?, beginning: CivilDate?, under rules: NoRules
    ) -> Refusal? {
        if let death = facts?.death, event.needsLife, !death.death.dayIsEstimated, death.on < day {
            return .afterDeath(on: death.on)
        }
        switch event {
        case .registered, .householdJoined, .householdLeft, .schoolStatusRecorded, .corrected: return nil
        case .died: return facts?.death == nil ? nil : .recordedAlready(event.name)
        case .placementStarted(let placement):
            let spells = facts?.placements ?? []
            guard !spells.contains(where: { $0.placement.id == placement.id }) else {
                return .recordedAlready(event.name)
            }
            return spells.first { $0.endedOn == nil }.map { .overlaps(startedOn: $0.startedOn) }
        case .placementEnded(let end):
            guard let spell = facts?.placements.last(where: { $0.placement.id == end.placement }) else {
                return .unknownPlacement
            }
            guard spell.endedOn == nil else { return .recordedAlready(event.name) }
            return day > spell.startedOn ? nil : .endsBeforeStart
        case .provisionStarted(let provision):
            let spells = facts?.provision ?? []
            guard !spells.contains(where: { $0.provision.id == provision.id }) else {
                return .recordedAlready(event.name)
            }
            return spells.first { $0.provision.kind == provision.kind && $0.endedOn == nil }
                .map { .overlaps(startedOn: $0.startedOn) }
        case .provisionEnded(let id):
            guard let spell = facts?.provision.last(where: { $0.provision.id == id }) else { return .unknownProvision }
            guard spell.endedOn == nil else { return .recordedAlready(event.name) }
            return day > spell.startedOn ? nil : .endsBeforeStart
        case .offenceRecorded(let offence):
            let isKnown = facts?.offences.contains { $0.offence.id == offence.id } ?? false
            return isKnown ? .recordedAlready(event.name) : nil
        }
    }

    private static func join(_ household: HouseholdRef?, on day: CivilDate, in facts: inout ChildFacts) {
        let spell = HouseholdSpell(from: day, household: household)
        if let last = facts.households.indices.last, facts.households[last].from == day {
            facts.households[last] = spell
        } else {
            facts.households.append(spell)
        }
    }
}

extension ChildEvent {
    /// Whether it happens to the living alone. What had begun may be ended later: files are closed after a death.
    fileprivate var needsLife: Bool {
        switch self {
        case .placementStarted, .provisionStarted, .schoolStatusRecorded, .offenceRecorded: true
        case .registered, .householdJoined, .householdLeft, .placementEnded, .provisionEnded, .died, .corrected: false
        }
    }
}
