import Practice

extension Caller {
    /// What the caller is called where people read it.
    package var title: String {
        switch self {
        case .carer: "A carer"
        case .youngPerson: "The young person"
        case .police: "The police"
        case .socialWorker: "A social worker"
        case .other: "Somebody else"
        }
    }
}

extension CallResult {
    /// What was done, as people read it.
    package var title: String {
        switch self {
        case .advice: "Advice by telephone"
        case .safetyPlan: "The safety plan was used"
        case .visit: "Somebody went there"
        case .emergencyServices: "Emergency services were called"
        case .supervisor: "The supervisor was asked"
        case .nothing: "Nothing was needed"
        case .other: "Something else"
        }
    }
}
