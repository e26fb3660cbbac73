import ArgumentParser
import CivilDate
import Intervention
import NightlyJobs
import Practice
import Sites

/// Reads arguments into the types that they mean. The parser adds the flag's name to what is said here.
enum ArgumentReading {
    /// A day.
    static func day(_ text: String) throws -> CivilDate {
        guard let day = CivilDate(iso: text) else {
            throw ValidationError("write a day of the calendar as YYYY-MM-DD")
        }
        return day
    }

    /// An instant.
    static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(rfc3339: text) else {
            throw ValidationError(
                "write an instant with its offset, as 2026-03-01T09:30:00Z or 2026-03-01T09:30:00+01:00")
        }
        return instant
    }

    /// The code of a site.
    static func site(_ text: String) throws -> SiteCode { try code(text) }

    /// The code of a team.
    static func team(_ text: String) throws -> TeamCode { try code(text) }

    /// The code of a local authority.
    static func authority(_ text: String) throws -> AuthorityCode {
        guard let code = AuthorityCode(text) else {
            throw ValidationError(
                "write the nine characters of a local authority, such as E06000033, or IE-... in Ireland")
        }
        return code
    }

    /// The code of a member of staff; never a name.
    static func staff(_ text: String) throws -> StaffCode { try code(text) }

    /// A score from 0 to 1.
    static func score(_ text: String) throws -> AdherenceScore {
        guard let score = AdherenceScore(decimal: text) else {
            throw ValidationError("a score is a number from 0 to 1 with at most nine decimals, such as 0.71")
        }
        return score
    }

    /// The site's reference of an episode.
    static func episode(_ text: String) throws -> EpisodeRef { try code(text) }

    /// A child, by the site's reference or by the id.
    static func child(_ text: String) throws -> ChildNaming {
        guard let child = ChildNaming(text) else {
            throw ValidationError("write the site's reference of the child, or the id as it is listed")
        }
        return child
    }

    /// What the preview of a move named itself.
    static func moveToken(_ text: String) throws -> EpisodeMoveToken {
        guard let token = EpisodeMoveToken(text) else {
            throw ValidationError("write what the preview printed last, such as 12.2.3.2026-03-01")
        }
        return token
    }

    /// The id of a model.
    static func model(_ text: String) throws -> ModelID {
        guard let id = ModelID(text) else {
            throw ValidationError("an id has lower-case letters, digits, - and _ only; see `homeward model list`")
        }
        return id
    }

    /// The id of an instrument.
    static func instrument(_ text: String) throws -> InstrumentID {
        guard let id = InstrumentID(text) else {
            throw ValidationError("an id has lower-case letters, digits, - and _ only; see `homeward instrument list`")
        }
        return id
    }

    /// The answers of a form.
    static func answers(_ text: String) throws -> AnswersArgument { try AnswersArgument(text) }

    /// A stage of development.
    static func stage(_ text: String) throws -> SiteStage {
        guard let stage = SiteStage(rawValue: text.uppercased()) else {
            let known = SiteStage.allCases.map { "\($0.rawValue) (\($0.title))" }.joined(separator: ", ")
            throw ValidationError("write a stage: \(known)")
        }
        return stage
    }

    /// The name of a nightly job.
    static func job(_ text: String) throws -> JobName {
        guard let name = JobName(text) else {
            throw ValidationError("a job's name has lower-case letters, digits and - only; see `homeward jobs list`")
        }
        return name
    }

    /// The number of an outlier.
    static func outlier(_ text: String) throws -> OutlierNumber {
        guard let number = Int32(text).flatMap({ OutlierNumber($0) }) else {
            throw ValidationError("an outlier's number is 1 or more; see `homeward outlier list`")
        }
        return number
    }

    private static func code<Thing>(_ text: String) throws -> SiteGiven<Thing> {
        guard let code = SiteGiven<Thing>(text) else {
            throw ValidationError("a code has 1 to 32 letters, digits, dots, hyphens and underscores, and no spaces")
        }
        return code
    }
}
