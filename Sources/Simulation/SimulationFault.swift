import CivilDate

/// Why no network is made.
package enum SimulationFault: Error, Hashable, Sendable {
    /// A number is too small or too large.
    case outOfRange(flag: String, Int, ClosedRange<Int>)
    /// The history would end before there was any such treatment.
    case tooEarly(CivilDate)
    /// The history would end after today.
    case inFuture(CivilDate, today: CivilDate)
    /// There are sites already.
    case networkExists(sites: Int)
    /// A model cannot be told a story of: it has no phase of treatment, instrument or closure reason.
    case unusableModel(String)
}

extension SimulationFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .outOfRange(let flag, let value, let limits):
            "\(flag) is \(limits.lowerBound) to \(limits.upperBound), not \(value)"
        case .tooEarly(let day): "--until \(day) is too early: choose a day from 2010-01-01 on"
        case .inFuture(let day, let today):
            "--until \(day) lies after today (\(today)): a history ends today at the latest"
        case .networkExists(let sites):
            "there are sites already (\(sites)): a simulated network is made once, and not gone on with when it was stopped; "
                + "use another home"
        case .unusableModel(let what): "no course of treatment can be invented: \(what)"
        }
    }
}
