import CivilDate
import Intervention

/// A site as its file describes it: `config/sites/CODE.yaml`. Files in this form stay valid for ever.
package struct SiteFile: Hashable, Sendable {
    /// A team of the site.
    package struct Team: Hashable, Sendable {
        /// Its code, unique within the site.
        package let code: TeamCode
        /// The one model that it delivers.
        package let model: ModelID
        /// The day it starts its work, which may be to come.
        package let startedOn: CivilDate
    }

    /// The site's code, unique in the database. The name of the file need not match it.
    package let code: SiteCode
    /// The name that people use; not empty, one line.
    package let name: String
    /// Whose law and statistics the site works under.
    package let jurisdiction: Jurisdiction
    /// Where its days begin and end.
    package let timeZone: SiteTimeZone
    /// Its teams, in the order of the file; there may be none yet.
    package let teams: [Team]
    /// The file itself, word for word.
    package let document: String
}

extension SiteFile {
    /// What the person who applies the file should know; never an obstacle.
    package func advisories(today: CivilDate) -> [Advisory] {
        teams.filter { $0.startedOn > today }.map { team in
            Advisory(
                code: "starts-in-future",
                sentence: """
                    team \(team.code) starts on \(team.startedOn), after today (\(today)); apply the file again \
                    from that day on to open it
                    """
            )
        }
    }
}
