import Intervention

extension ParameterUnit {
    /// The unit behind a number, with a space before it; empty for scores, shares and choices.
    package var suffix: String {
        switch self {
        case .score, .share, .choice: ""
        default: " " + rawValue.replacing("-", with: " ")
        }
    }
}
