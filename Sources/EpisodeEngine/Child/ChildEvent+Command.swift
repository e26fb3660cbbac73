import Intervention

extension ChildEvent {
    package var command: ChildCommand? {
        switch self {
        case .registered(let ref): .register(ref)
        case .householdJoined(let household): .joinHousehold(household)
        case .householdLeft: .leaveHousehold
        case .placementStarted(let placement): .startPlacement(placement)
        case .placementEnded(let end): .endPlacement(end)
        case .provisionStarted(let provision): .startProvision(provision)
        case .provisionEnded(let id): .endProvision(id)
        case .schoolStatusRecorded(let status): .recordSchoolStatus(status)
        case .offenceRecorded(let offence): .recordOffence(offence)
        case .died(let death): .recordDeath(death)
        case .corrected: nil
        }
    }
}
