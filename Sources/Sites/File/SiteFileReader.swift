import CivilDate
import Intervention
import YAMLFile

extension SiteFile {
    /// Reads a site file.
    /// - Parameters:
    ///   - bytes: the file, UTF-8.
    ///   - models: the models that a team may deliver, by whose parameters settings are judged.
    /// - Throws: every mistake at once, each with its place.
    package static func read(_ bytes: [UInt8], models: ModelRegistry) throws(SiteFileProblems) -> SiteFile {
        try read(bytes, by: SiteFileReader(models: models))
    }

    /// Reads a file that was applied once. It was right when it was applied, so only its form is asked: a model or a
    /// parameter that this program no longer has is no mistake of the file.
    package static func applied(_ document: String) throws(SiteFileProblems) -> SiteFile {
        try read(Array(document.utf8), by: SiteFileReader(models: nil))
    }

    private static func read(_ bytes: [UInt8], by blank: SiteFileReader) throws(SiteFileProblems) -> SiteFile {
        var reader = blank
        let file = reader.read(bytes)
        guard let file, reader.problems.isEmpty else { throw SiteFileProblems(reader.problems) }
        return file
    }
}

/// Turns a site file into its typed form and gathers what is wrong with it.
struct SiteFileReader: YAMLReader {
    /// The models by which the file is judged; nil when only its form is asked.
    let models: ModelRegistry?
    var problems: [SiteFileProblem] = []
    /// Where names stand that other parts of the file have a say in.
    var places = SiteFilePlaces()

    private static let form = YAMLDocumentForm(file: "a site file", subject: "site", firstKey: "code")

    init(models: ModelRegistry?) {
        self.models = models
    }

    mutating func read(_ bytes: [UInt8]) -> SiteFile? {
        guard let document = document(bytes, as: SiteFileReader.form) else { return nil }
        guard let values = mapping(document.root, keys: SiteFileKey.self, of: "a site file") else { return nil }
        let code = values[.code].flatMap { readSiteCode($0) }
        let name = values[.name].flatMap { readName($0) }
        let jurisdiction = values[.jurisdiction].flatMap { readJurisdiction($0) }
        let timeZone = values[.timeZone].flatMap { readTimeZone($0) }
        let authorities = values[.authorities].map { readAuthorities($0) }
        let consent = values[.consent].map { word($0, of: "consent", among: ConsentRule.allCases) }
        let enabled = values[.models].map { readModels($0) }
        let licence = values[.licence].map { readLicence($0) }
        let nightlyAt = values[.nightly].map { readNightly($0) }
        let retention = values[.retention].map { readRetention($0) }
        let letterhead = values[.letterhead].map { readLetterhead($0) }
        let teams = values[.teams].flatMap { readTeams($0) }
        let settings = values[.settings].map { readSettings($0) }
        checkWhole(enabled: enabled, licence: licence)
        guard let code, let name, let jurisdiction, let timeZone, let teams, authorities != .some(nil),
            consent != .some(nil), enabled != .some(nil), licence != .some(nil), nightlyAt != .some(nil),
            retention != .some(nil), letterhead != .some(nil), settings != .some(nil)
        else { return nil }
        return SiteFile(
            code: code, name: name, jurisdiction: jurisdiction, timeZone: timeZone,
            authorities: (authorities ?? nil) ?? [], consent: consent ?? nil, models: enabled ?? nil,
            licence: licence ?? nil, nightlyAt: nightlyAt ?? nil, retention: retention ?? nil,
            letterhead: (letterhead ?? nil) ?? [], teams: teams, settings: (settings ?? nil) ?? [],
            settingDays: Dictionary(places.settings.map { ($0.setting, $0.from) }) { first, _ in first },
            document: document.text
        )
    }
}
