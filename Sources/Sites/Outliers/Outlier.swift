import CivilDate
import Intervention

/// A figure of a site outside the limits that chance gives around the network's, and what was made of it.
package struct Outlier: Hashable, Sendable {
    /// What was found: the figure and the comparison that it stands out of.
    package struct Finding: Hashable, Sendable {
        /// Outside which limits it is.
        package enum Signal: String, Hashable, Sendable {
            /// Outside those of 95 %.
            case alert
            /// Outside those of 99.8 %.
            case alarm
        }

        /// The model.
        package let model: ModelID
        /// The indicator.
        package let indicator: Indicator
        /// The closures that were compared, by their day.
        package let period: CivilPeriod
        /// The site's cases that count, and all of its cases.
        package let numerator: Int, denominator: Int
        /// The same of all sites together.
        package let networkNumerator: Int, networkDenominator: Int
        /// Outside which limits it is.
        package let signal: Signal

        /// A finding.
        package init(
            model: ModelID, indicator: Indicator, period: CivilPeriod, numerator: Int, denominator: Int,
            networkNumerator: Int, networkDenominator: Int, signal: Signal
        ) {
            self.model = model
            self.indicator = indicator
            self.period = period
            self.numerator = numerator
            self.denominator = denominator
            self.networkNumerator = networkNumerator
            self.networkDenominator = networkDenominator
            self.signal = signal
        }
    }

    /// Where an outlier stands.
    package enum Standing: String, Hashable, Sendable {
        /// The site is asked to check its data and to answer.
        case open
        /// The site answered; the network decides.
        case answered
        /// The network decided; it is not published yet.
        case decided
        /// It is published.
        case published
        /// It was taken back.
        case withdrawn
    }

    /// Its number, of the whole network, 1 and up.
    package let number: OutlierNumber
    /// The site.
    package let site: SiteCode
    /// What was found.
    package let finding: Finding
    /// What was compared was known at this time.
    package let knownAt: Instant
    /// Until this day the network waits for the site's answer.
    package let answerDue: CivilDate
    /// Who found it.
    package let recordedBy: String
    /// What was made of it, in the order in which it was recorded.
    package let steps: [OutlierStep]

    /// Where it stands: what the last step made of it.
    package var standing: Standing {
        switch steps.last?.step {
        case nil: .open
        case .answered: .answered
        case .decided: .decided
        case .published: .published
        case .withdrawn: .withdrawn
        }
    }

    /// Whether the network decided without an answer of the site.
    package var isUnanswered: Bool {
        standing != .open && standing != .withdrawn
            && !steps.contains { if case .answered = $0.step { true } else { false } }
    }
}

/// The number of an outlier: 1 and up, each once in the network.
package struct OutlierNumber: Hashable, Sendable, CustomStringConvertible {
    /// The number.
    package let number: Int32

    /// A number; nil for less than 1.
    package init?(_ number: Int32) {
        guard number >= 1 else { return nil }
        self.number = number
    }

    package var description: String { "\(number)" }
}
