import CivilDate

/// Something that a site or the network made of an outlier.
package struct OutlierStep: Hashable, Sendable {
    /// What was made of it.
    package enum Step: Hashable, Sendable {
        /// The site checked its data.
        case answered(Check)
        /// The network decided what follows.
        case decided(Decision)
        /// The network published it, with the site's answer or that there was none.
        case published
        /// The network took it back.
        case withdrawn
    }

    /// What the check of the data found.
    package enum Check: String, CaseIterable, Hashable, Sendable {
        /// The data are right.
        case dataRight = "data-right"
        /// They were wrong and are corrected.
        case dataCorrected = "data-corrected"
    }

    /// What follows.
    package enum Decision: String, CaseIterable, Hashable, Sendable {
        /// Nothing.
        case noAction = "no-action"
        /// The figure is looked at again in the next period.
        case watch
        /// The site is helped.
        case support
        /// The programme at the site is reviewed.
        case review
    }

    /// What was made of it.
    package let step: Step
    /// What the site or the network says of it. It names nobody.
    package let note: String
    /// The day, at the site for its answer and in UTC for the network.
    package let takenOn: CivilDate
    /// The code of who recorded it.
    package let recordedBy: String

    /// The word that the table keeps, and the finding beside it.
    var words: (step: String, finding: String?) {
        switch step {
        case .answered(let check): ("answered", check.rawValue)
        case .decided(let decision): ("decided", decision.rawValue)
        case .published: ("published", nil)
        case .withdrawn: ("withdrawn", nil)
        }
    }

    /// A step of the words that the table keeps; nil for others.
    static func step(_ step: String, _ finding: String?) -> Step? {
        switch step {
        case "answered": finding.flatMap { Check(rawValue: $0) }.map { .answered($0) }
        case "decided": finding.flatMap { Decision(rawValue: $0) }.map { .decided($0) }
        case "published": .published
        case "withdrawn": .withdrawn
        default: nil
        }
    }
}
