/// How far the development of a programme is, from the first enquiry to supported operation (`clinical.md` 1.4, `uk.md`
/// 4).
public enum SiteStage: String, CaseIterable, Hashable, Comparable, Sendable {
    case enquiry = "A"
    case needsAssessment = "B"
    case criticalIssues = "C"
    case readinessReview = "D"
    case recruitment = "E"
    case supportedOperation = "F"

    /// The stage as people call it.
    public var title: String {
        switch self {
        case .enquiry: "enquiry"
        case .needsAssessment: "needs assessment"
        case .criticalIssues: "critical issues"
        case .readinessReview: "site readiness review"
        case .recruitment: "recruitment and orientation"
        case .supportedOperation: "supported operation"
        }
    }

    /// The stage that follows in turn; nil after the last.
    public var next: SiteStage? { SiteStage.allCases.first { self < $0 } }

    /// Whether the readiness review is behind the programme, so that families can be taken on.
    public var isReady: Bool { self >= .readinessReview }

    /// Earlier stages come first.
    public static func < (lhs: SiteStage, rhs: SiteStage) -> Bool {
        lhs.rawValue < rhs.rawValue
    }
}
