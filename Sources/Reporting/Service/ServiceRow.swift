import Intervention
import Statistics

/// A figure of the service beside the published layout.
package struct ServiceRow: Hashable, Sendable {
    /// Which it is, in the order in which they are shown.
    package enum Key: String, CaseIterable, Hashable, Sendable {
        case completedOfClosures = "completed_of_closures"
        case interviewsCollected = "interviews_collected"
        case interviewsOpen = "interviews_open"
        case caseload = "caseload_per_fte"

        /// The name that people use.
        package var title: String {
            switch self {
            case .completedOfClosures: "Cases completing treatment, of all closures"
            case .interviewsCollected: "Adherence interviews collected"
            case .interviewsOpen: "Adherence interviews that can still be held"
            case .caseload: "Families in treatment for each full-time post"
            }
        }

        /// What it is divided by.
        package var base: String {
            switch self {
            case .completedOfClosures: "closures for any reason"
            case .interviewsCollected, .interviewsOpen: "interviews that fell due in the period"
            case .caseload: "days of full-time posts of therapists"
            }
        }
    }

    /// What it is made of.
    enum Figure: Hashable, Sendable {
        /// So many of so many.
        case share(Proportion)
        /// Days of families over days of posts.
        case load(families: Int, posts: PostDays)
        /// Days of families, and nothing to divide them by.
        case undivided(families: Int, TherapistPosts.Unknown)
    }

    /// Which it is.
    package let key: Key
    let figure: Figure

    /// The value, unrounded: a share from 0 to 1, or families; nil when nothing was counted and when it is not known.
    package var value: Double? {
        switch figure {
        case .share(let share): share.value
        case .load(let families, let posts):
            posts.hundredths > 0 ? Double(families) * 100 / Double(posts.hundredths) : nil
        case .undivided: nil
        }
    }

    /// What is divided and by what: `7/9`, `840/182.5`; `840/n/a` where that is not known.
    package var countsText: String {
        switch figure {
        case .share(let share): share.countsText
        case .load(let families, let posts): "\(families)/\(posts.text)"
        case .undivided(let families, _): "\(families)/n/a"
        }
    }

    /// The value as people read it: per cent, or families with one decimal; `n/a` where there is none.
    package var valueText: String {
        switch figure {
        case .share(let share): share.percentText
        case .load, .undivided: value.map { Written.decimal($0, places: 1) } ?? "n/a"
        }
    }

    /// Wilson's interval of 95 % of a share; nil for what is none, and when nothing was counted.
    package var interval: Interval? { if case .share(let share) = figure { share.wilson() } else { nil } }

    /// Why there is no value where posts are not known; nil elsewhere.
    package var reason: String? { if case .undivided(_, let why) = figure { why.reason } else { nil } }
}

extension [ServiceRow] {
    /// The figures of a model, or of all models pooled.
    /// - Parameters:
    ///   - posts: nil where it is not known which model the posts are of.
    /// - Throws: ``ReportFault/inexact(_:)``.
    init(
        of sums: IndicatorSums, _ service: ServiceSums, posts: Result<PostDays, TherapistPosts.Missing>
    )
        throws(ReportFault)
    {
        guard let completed = Proportion(numerator: sums.completed, denominator: sums.closures) else {
            throw .inexact(.completed)
        }
        guard let collected = Proportion(numerator: service.collected, denominator: service.owed),
            let open = Proportion(numerator: service.open, denominator: service.owed)
        else { throw .inexact(.interviewedFamilies) }
        let load: ServiceRow.Figure =
            switch posts {
            case .success(let days): .load(families: service.familyDays, posts: days)
            case .failure(let missing): .undivided(families: service.familyDays, missing.why)
            }
        self = [
            ServiceRow(key: .completedOfClosures, figure: .share(completed)),
            ServiceRow(key: .interviewsCollected, figure: .share(collected)),
            ServiceRow(key: .interviewsOpen, figure: .share(open)),
            ServiceRow(key: .caseload, figure: load),
        ]
    }
}
