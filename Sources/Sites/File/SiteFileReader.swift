import CivilDate
import Intervention
import YAMLFile

extension SiteFile {
    /// Reads a site file.
    /// - Parameters:
    ///   - bytes: the file, UTF-8.
    ///   - models: the models that a team may deliver.
    /// - Throws: every mistake at once, each with its place.
    package static func read(_ bytes: [UInt8], models: ModelRegistry) throws(SiteFileProblems) -> SiteFile {
        var reader = SiteFileReader(models: models.ids)
        let file = reader.read(bytes)
        guard let file, reader.problems.isEmpty else { throw SiteFileProblems(reader.problems) }
        return file
    }
}

/// Turns a site file into its typed form and gathers what is wrong with it.
struct SiteFileReader: YAMLReader {
    let models: [ModelID]
    var problems: [SiteFileProblem] = []

    private static let form = YAMLDocumentForm(file: "a site file", subject: "site", firstKey: "code")

    init(models: [ModelID]) {
        self.models = models
    }

    mutating func read(_ bytes: [UInt8]) -> SiteFile? {
        guard let document = document(bytes, as: SiteFileReader.form) else { return nil }
        guard let values = mapping(document.root, keys: SiteFileKey.self, of: "a site file") else { return nil }
        let code = values[.code].flatMap { readSiteCode($0) }
        let name = values[.name].flatMap { readName($0) }
        let jurisdiction = values[.jurisdiction].flatMap { readJurisdiction($0) }
        let timeZone = values[.timeZone].flatMap { readTimeZone($0) }
        let teams = values[.teams].flatMap { readTeams($0) }
        guard let code, let name, let jurisdiction, let timeZone, let teams else { return nil }
        return SiteFile(
            code: code, name: name, jurisdiction: jurisdiction, timeZone: timeZone, teams: teams,
            document: document.text
        )
    }
}
