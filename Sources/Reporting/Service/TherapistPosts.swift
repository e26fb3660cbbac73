import CivilDate
import Intervention

/// Days of full-time posts, in hundredths of a day: a half post of two days is 100.
package struct PostDays: Hashable, Sendable {
    /// 0 or more.
    package let hundredths: Int

    /// Days, or nil below 0.
    package init?(hundredths: Int) {
        guard hundredths >= 0 else { return nil }
        self.hundredths = hundredths
    }

    /// The days of therapists within a period, and up to a day.
    /// - Parameter today: later days have not come; it counts itself.
    package init(of posts: [StaffPost], in period: CivilPeriod, upTo today: CivilDate) {
        let end = min(period.through, today)
        hundredths = posts.filter { $0.role == .therapist }.reduce(0) { sum, post in
            let (first, last) = (max(post.from, period.from), min(post.through ?? end, end))
            return first <= last ? sum + (first.days(until: last) + 1) * post.fte.hundredths : sum
        }
    }

    /// As a decimal number of days: `182.5`.
    var text: String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        guard rest > 0 else { return "\(whole)" }
        let digits = rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(whole)." + (digits.hasSuffix("0") ? String(digits.dropLast()) : digits)
    }
}

/// What a report may know of the posts of therapists.
package enum TherapistPosts: Hashable, Sendable {
    /// Why nothing is known of them.
    package enum Unknown: Hashable, Sendable {
        /// Each site keeps its own; the network's figures are made of facts that hold none.
        case ofNetwork
        /// A post is not shared out among the authorities that a team works for.
        case ofAuthority
        /// The site's file says of these teams nobody who is in post.
        case notStated([TeamCode])

        /// In words, to follow `n/a: `.
        var reason: String {
            switch self {
            case .ofNetwork: "posts are kept by each site; ask for one"
            case .ofAuthority: "posts are not shared out among authorities"
            case .notStated(let teams) where teams.isEmpty: "the site's file states no therapists"
            case .notStated(let teams):
                "the site's file states no therapists of " + teams.map(\.text).joined(separator: ", ")
            }
        }
    }

    /// The days of posts by model; one that is missing had none.
    case known([ModelID: PostDays])
    case unknown(Unknown)

    /// Those of a model, or of all models together.
    /// - Parameter model: nil for all.
    func days(of model: ModelID?) -> Result<PostDays, Missing> {
        switch self {
        case .unknown(let why): return .failure(Missing(why: why))
        case .known(let days):
            let wanted = days.filter { model == nil || $0.key == model }.values
            return PostDays(hundredths: wanted.reduce(0) { $0 + $1.hundredths }).map { .success($0) }
                ?? .failure(Missing(why: .notStated([])))
        }
    }

    /// Nothing is known of posts.
    struct Missing: Error, Hashable, Sendable {
        let why: Unknown
    }
}
