/// What the sites of a rehearsed network are compared by. The base of all of them is closures with the opportunity for a
/// full course of treatment.
package enum RehearsedQuestion: String, CaseIterable, Hashable, Sendable {
    /// Who completed treatment: two sites truly differ.
    case completed
    /// Who was not arrested: every site has a share of its own, so that there is more difference than chance explains.
    case noNewArrests = "no-new-arrests"
    /// Of whom it is known whether they are in school or working: one site leaves answers out.
    case answered
    /// Who is in school or working: nothing is planted.
    case inSchoolOrWork = "in-school-or-work"

    /// The name that people use.
    package var title: String {
        switch self {
        case .completed: "Cases completing treatment"
        case .noNewArrests: "No new arrests during treatment"
        case .answered: "Answer known, in school or working"
        case .inSchoolOrWork: "In school or working"
        }
    }

    /// Whether all sites have different true shares.
    package var isOverdispersed: Bool { self == .noNewArrests }

    /// The true share of a site where nothing is planted.
    var rate: Double {
        switch self {
        case .completed: SimulationParameter.completed.value
        case .noNewArrests: SimulationParameter.noNewArrests.value
        case .answered: 1 - SimulationParameter.unknownAnswer.value
        case .inSchoolOrWork: SimulationParameter.inSchoolOrWork.value
        }
    }
}
