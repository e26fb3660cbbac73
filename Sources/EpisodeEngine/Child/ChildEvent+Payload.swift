import CivilDate
import Intervention

extension ChildEvent {
    package func payload() -> PayloadValue {
        var object = PayloadObject()
        switch self {
        case .corrected(let set): return set.payload()
        case .registered(let ref): object.set("ref", text: ref?.text)
        case .householdJoined(let household): object.set("household", text: household.text)
        case .householdLeft: break
        case .placementStarted(let placement):
            object.set("placement", text: placement.id.description)
            object.set("setting", text: placement.setting.rawValue)
            object.set("reason", text: placement.reason?.rawValue)
        case .placementEnded(let end):
            object.set("placement", text: end.placement.description)
            object.set("reason", text: end.reason?.rawValue)
        case .provisionStarted(let provision):
            object.set("provision", text: provision.id.description)
            object.set("provisionKind", text: provision.kind.rawValue)
        case .provisionEnded(let id): object.set("provision", text: id.description)
        case .schoolStatusRecorded(let status): object.set("status", text: status.rawValue)
        case .offenceRecorded(let offence):
            object.set("offence", text: offence.id.description)
            object.set("offenceKind", text: offence.kind.rawValue)
        case .died(let death): object.set("dayIsEstimated", .boolean(death.dayIsEstimated))
        }
        return .object(object)
    }

    package init(name: EventName, payload: WrittenPayload) throws(PayloadFault) {
        if name == .corrected {
            self = .corrected(try CorrectionSet(payload: payload))
            return
        }
        var reader = try PayloadReader(payload)
        switch name {
        case .childRegistered: self = .registered(try reader.optionalText("ref") { ChildRef($0) })
        case .householdJoined: self = .householdJoined(try reader.text("household") { HouseholdRef($0) })
        case .householdLeft: self = .householdLeft
        case .placementStarted:
            self = .placementStarted(
                Placement(
                    id: try reader.id("placement"), setting: try reader.word("setting", as: PlacementSetting.self),
                    reason: try reader.optionalWord("reason", as: PlacementReason.self)
                )
            )
        case .placementEnded:
            let id: PlacementID = try reader.id("placement")
            let reason = try reader.optionalWord("reason", as: PlacementReason.self)
            self = .placementEnded(PlacementEnd(of: id, reason: reason))
        case .provisionStarted:
            let id: ProvisionID = try reader.id("provision")
            let kind = try reader.word("provisionKind", as: ProvisionKind.self)
            self = .provisionStarted(Provision(id: id, kind: kind))
        case .provisionEnded: self = .provisionEnded(try reader.id("provision"))
        case .schoolStatusRecorded:
            self = .schoolStatusRecorded(try reader.word("status", as: SchoolStatus.self))
        case .offenceRecorded:
            let id: OffenceID = try reader.id("offence")
            self = .offenceRecorded(Offence(id: id, kind: try reader.word("offenceKind", as: OffenceKind.self)))
        case .childDied: self = .died(Death(dayIsEstimated: try reader.truth("dayIsEstimated")))
        default: throw .unknownKind
        }
        try reader.finish()
    }
}
