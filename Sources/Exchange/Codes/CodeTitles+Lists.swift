import Intervention

// The words of lists, said for people.

extension InterviewResult {
    var title: String {
        switch self {
        case .completed: "Held and answered"
        case .refused: "The family did not want it"
        case .unreachable: "Nobody could be reached"
        }
    }
}

extension FollowUpStatus {
    var title: String {
        switch self {
        case .collected: "Held and answered"
        case .unreachable: "Nobody could be reached"
        case .refused: "The family did not want it"
        }
    }
}

extension Respondent {
    var title: String {
        switch self {
        case .mother: "Mother"
        case .father: "Father"
        case .carer: "Another carer at home"
        case .kinCarer: "Carer of the wider family"
        case .fosterCarer: "Foster carer"
        case .keyWorker: "Key worker of a home"
        case .other: "Somebody else"
        }
    }
}

extension PlacementSetting {
    var title: String {
        switch self {
        case .home: "At home, with a parent or whoever brings the child up"
        case .kin: "With kin as foster carers"
        case .foster: "With other foster carers"
        case .childrensHome: "Children's home"
        case .secureHome: "Secure children's home"
        case .youngOffenderInstitution: "Young offender institution"
        case .residentialSchool: "Residential school"
        case .supportedAccommodation: "Supported accommodation"
        case .hospital: "Hospital"
        case .other: "Another place away from home"
        }
    }
}

extension PlacementReason {
    var title: String {
        switch self {
        case .planned: "As planned"
        case .unplanned: "Without a plan"
        case .breakdown: "The place before broke down"
        case .remand: "Remanded by a court"
        case .sentence: "Sentenced by a court"
        case .returnHome: "The child returned home"
        case .other: "Another reason"
        }
    }
}

extension ProvisionKind {
    var title: String {
        switch self {
        case .childInNeed: "Child in need plan"
        case .childProtection: "Child protection plan"
        case .lookedAfter: "Looked after by a local authority, short breaks left out"
        }
    }
}

extension BriefingAudience {
    var title: String {
        switch self {
        case .school: "A school or another place of education"
        case .police: "The police"
        case .socialCare: "Children's social care"
        case .health: "A health service"
        case .youthOffending: "The youth offending team"
        case .other: "Another agency"
        }
    }
}
