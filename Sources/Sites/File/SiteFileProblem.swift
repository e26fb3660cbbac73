import YAMLFile

/// The kinds of mistake in a site file.
package enum SiteFileProblemCode: String, YAMLProblemCode {
    case tooLong = "too-long"
    case notUTF8 = "not-utf8"
    case notYAML = "not-yaml"
    case wrongKind = "wrong-kind"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case missingValue = "missing-value"
    case badLine = "bad-line"
    case badNumber = "bad-number"
    case unknownWord = "unknown-word"
    case badCode = "bad-code"
    case badName = "bad-name"
    case unknownJurisdiction = "unknown-jurisdiction"
    case unknownTimeZone = "unknown-time-zone"
    case unknownModel = "unknown-model"
    case badDay = "bad-day"
    case badTime = "bad-time"
    case doubledTeam = "doubled-team"
    case badAuthority = "bad-authority"
    case doubledEntry = "doubled-entry"
    case modelNotEnabled = "model-not-enabled"
    case modelNotLicensed = "model-not-licensed"
    case daysReversed = "days-reversed"
    case badShare = "bad-share"
    case postsOverlap = "posts-overlap"
    case unknownStaff = "unknown-staff"
    case notInPost = "not-in-post"
    case unknownParameter = "unknown-parameter"
    case outsideBounds = "outside-bounds"
    case doubledSetting = "doubled-setting"
    case settingsDisordered = "settings-disordered"
}

/// A mistake in a site file and where it stands.
package typealias SiteFileProblem = YAMLProblem<SiteFileProblemCode>

/// All mistakes of a site file, in the order of the file.
package typealias SiteFileProblems = YAMLProblems<SiteFileProblemCode>
