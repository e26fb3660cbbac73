import CivilDate

/// Why nobody born in a month can be screened on a day.
package enum ScreeningFault: Error, Hashable, Sendable {
    /// The month begins after the day.
    case notBornYet(CivilMonth, on: CivilDate)
    /// Nobody is as old as that.
    case tooOld(CivilMonth, on: CivilDate)

    /// Years that nobody has lived longer than, but for very few: an older birth is a slip of the pen [I].
    private static let mostYears = 120

    /// What is wrong with a birth; nil when nothing is, or the birth is not known.
    init?(of month: CivilMonth?, on day: CivilDate) {
        guard let month else { return nil }
        if day < month.firstDay {
            self = .notBornYet(month, on: day)
        } else if month.months(until: day.civilMonth) > ScreeningFault.mostYears * 12 {
            self = .tooOld(month, on: day)
        } else {
            return nil
        }
    }
}

extension ScreeningFault: CustomStringConvertible {
    /// One sentence that names both and says what would be right.
    package var description: String {
        switch self {
        case .notBornYet(let month, let day):
            "the child would be born in \(month), after the day of referral \(day); give the month of birth, or a later day"
        case .tooOld(let month, let day):
            "somebody born in \(month) would be over \(ScreeningFault.mostYears) years old on the day of referral \(day); "
                + "give the month of birth of the child"
        }
    }
}
