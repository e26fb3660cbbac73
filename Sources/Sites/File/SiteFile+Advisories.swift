import CivilDate
import Intervention

extension SiteFile {
    /// What the person who applies the file should know; never an obstacle.
    package func advisories(today: CivilDate) -> [Advisory] {
        licenceAdvisories(today: today)
            + teams.filter { $0.startedOn > today }.map { team in
                Advisory(
                    code: "starts-in-future",
                    sentence: """
                        team \(team.code) starts on \(team.startedOn), after today (\(today)); apply the file again \
                        from that day on to open it
                        """
                )
            }
    }

    private func licenceAdvisories(today: CivilDate) -> [Advisory] {
        guard !teams.isEmpty else { return [] }
        guard let licence else {
            let sentence =
                "the file states no licence: history can be imported, and no new episode can begin until it does"
            return [Advisory(code: "no-licence", sentence: sentence)]
        }
        var advisories: [Advisory] = []
        func advise(_ code: String, _ sentence: String) {
            advisories.append(Advisory(code: code, sentence: sentence))
        }
        if licence.readinessReview == nil {
            advise("no-readiness-review", "the licence names no readiness review: no new episode can begin before it")
        }
        if let review = licence.readinessReview, review > today {
            advise("review-to-come", "the readiness review is on \(review), after today (\(today)): apply again then")
        }
        let last = licence.through(agreedBy: today)
        if licence.term.from > today {
            advise("licence-to-come", "the licence begins on \(licence.term.from), after today (\(today))")
        } else if last < today {
            advise("licence-expired", "the licence ended on \(last): no new episode can begin until it is renewed")
        }
        for renewal in licence.renewals where renewal.on > today {
            advise(
                "renewal-to-come",
                "the renewal until \(renewal.through) is dated \(renewal.on), after today (\(today)): apply again then")
        }
        return advisories
    }
}
