import Testing

@testable import Sites

/// A full site file with one mistake: what is changed, where the mistake stands, and what must be said of it.
struct SiteMistake: Sendable, CustomTestStringConvertible {
    let change: (old: String, new: String)
    let code: SiteFileProblemCode
    /// The mistake begins where this text begins in the broken file.
    let mark: String
    let says: String

    init(_ old: String, _ new: String, _ code: SiteFileProblemCode, at mark: String, says: String) {
        change = (old, new)
        self.code = code
        self.mark = mark
        self.says = says
    }

    var testDescription: String { "\(code.rawValue): \(change.new)" }

    static let all: [SiteMistake] = [
        SiteMistake(
            "E06000034]", "Solihull]", .badAuthority, at: "Solihull", says: "nine characters, such as E06000033"),
        SiteMistake("[1 Invented Street", "[' '", .badName, at: "' '", says: "write what people call it"),
        SiteMistake("E06000034]", "E06000033]", .doubledEntry, at: "E06000033]", says: "twice"),
        SiteMistake(
            "carers-and-child", "everybody", .unknownWord, at: "everybody",
            says: "there are one-carer, carers-and-child"),
        SiteMistake("models: [mst, mst-can]", "models: [mst, mst]", .doubledEntry, at: "mst]", says: "twice"),
        SiteMistake("models: [mst, mst-can]", "models: [mst-x]", .unknownModel, at: "mst-x", says: "mst, mst-can"),
        SiteMistake(
            "models: [mst, mst-can]", "models: [mst]", .modelNotEnabled, at: "mst-can\n    startedOn",
            says: "'models' names mst"),
        SiteMistake(
            "  models: [mst, mst-can]\n  renewals", "  models: [mst]\n  renewals", .modelNotLicensed,
            at: "mst-can\n    startedOn", says: "does not cover mst-can"),
        SiteMistake(
            "until: 2025-12-31", "until: 2023-12-31", .daysReversed, at: "2023-12-31",
            says: "lies before the first, 2024-01-01"),
        SiteMistake(
            "until: 2027-12-31", "until: 2025-12-31", .daysReversed, at: "2025-12-31, on", says: "ends on 2025-12-31"),
        SiteMistake("on: 2025-11-03", "on: 2023-11-03", .daysReversed, at: "2023-11-03}", says: "on 2024-01-01"),
        SiteMistake(
            "readinessReview: 2023-11-20", "readinessReview: 2023-11-31", .badDay, at: "2023-11-31", says: "day"),
        SiteMistake("  holder: Invented Trust\n", "", .missingKey, at: "from: 2024-01-01\n  until", says: "'holder'"),
        SiteMistake("fte: 0.5", "fte: 0", .badShare, at: "0, from", says: "0.01 to 1"),
        SiteMistake("fte: 0.85", "fte: 0.855", .badShare, at: "0.855", says: "two decimals"),
        SiteMistake("fte: 0.5", "fte: 1.5", .badShare, at: "1.5", says: "0.01 to 1"),
        SiteMistake("role: therapist", "role: terapist", .unknownWord, at: "terapist", says: "nearest is 'therapist'"),
        SiteMistake("code: s-1", "code: Ann Other", .badCode, at: "Ann Other", says: "a code begins with"),
        SiteMistake(
            "until: 2025-06-30", "until: 2025-07-01", .postsOverlap, at: "{code: t-1, role: backup",
            says: "t-1 is therapist of the team from 2024-01-01"),
        SiteMistake(
            "until: 2025-06-30", "until: 2023-06-30", .daysReversed, at: "2023-06-30", says: "first, 2024-01-01"),
        SiteMistake("staff: s-1", "staff: s-2", .unknownStaff, at: "s-2", says: "no member of staff s-2"),
        SiteMistake(
            "until: 2025-06-30", "until: 2025-06-28", .notInPost, at: "t-1}\n", says: "not in post on 2025-06-29"),
        SiteMistake(
            "until: 2025-07-20", "until: 2025-07-01", .daysReversed, at: "2025-07-01, staff", says: "2025-07-07"),
        SiteMistake(
            "key: caseload-most\n", "key: caseload-mots\n", .unknownParameter, at: "caseload-mots",
            says: "no parameter 'caseload-mots' of mst; the nearest is 'caseload-most'"),
        SiteMistake(
            "value: 5\n", "value: 9\n", .outsideBounds, at: "9\n",
            says:
                "above the upper bound, 6; caseload-most of mst may be 3 to 6 families; the bound is from: clinical.md 1.2"
        ),
        SiteMistake("value: 5\n", "value: 2\n", .outsideBounds, at: "2\n    from", says: "below the lower bound, 3"),
        SiteMistake("value: 5\n", "value: five\n", .badNumber, at: "five", says: "no whole number"),
        SiteMistake("value: 0.7", "value: 0.95", .outsideBounds, at: "0.95", says: "above the upper bound, 0.8"),
        SiteMistake("value: 0.7", "value: 70%", .badNumber, at: "70%", says: "no number from 0 to 1"),
        SiteMistake(
            "key: adherence-threshold, value: 0.7", "key: adherence-threshold-operator, value: '>>'", .outsideBounds,
            at: "'>>'", says: "none of the choices"),
        SiteMistake(
            "value: 6, from: 2025-04-01", "value: 6, from: 2024-04-01", .doubledSetting, at: "{model: mst, key: case",
            says: "in line 32 already"),
        SiteMistake("reason: Long ways", "reason: ''", .missingValue, at: "''", says: "'reason' has no value"),
        SiteMistake(
            "value: 6, from: 2025-04-01", "value: 3, from: 2025-04-01", .settingsDisordered, at: "3, from",
            says: "from 2025-04-01 on caseload-least of mst would be 4 and caseload-most 3"),
        SiteMistake(
            "  - {model: mst, key: adherence", "  - {model: mst-fit, key: adherence", .unknownModel, at: "mst-fit",
            says: "no model 'mst-fit'"),
        SiteMistake("at: \"01:30\"", "at: \"24:00\"", .badTime, at: "\"24:00\"", says: "from 00:00 to 23:59"),
        SiteMistake("at: \"01:30\"", "on: \"01:30\"", .unknownKey, at: "on: \"01", says: "nearest is 'at'"),
        SiteMistake("code: NORTH", "code: NORTH\nlicense: none", .unknownKey, at: "license", says: "'licence'"),
    ]
}
