import Intervention
import YAMLFile

/// Something of a site in the database that this programme cannot read.
package enum SiteFault: Error, Hashable, Sendable {
    /// The site's time zone is not known to this system.
    case unknownTimeZone(SiteCode)
    /// The site has no configuration.
    case notConfigured(SiteCode)
    /// The site's configuration was never applied in that version.
    case noVersion(SiteCode, SettingsVersion)
    /// A row holds a word that this programme does not know.
    case unreadable(SiteID)
    /// A configuration that was applied is no site file to this programme; the first mistake of its document.
    case unreadableConfiguration(SiteCode, SettingsVersion, SiteFileProblem?)
}

extension SiteFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .unknownTimeZone(let code): "this system does not know the time zone of site \(code): install tzdata"
        case .notConfigured(let code): "site \(code) has no configuration: run 'homeward site apply' with its file"
        case .noVersion(let code, let version): "site \(code) has no configuration of version \(version.number)"
        case .unreadable(let id): "site number \(id.number) holds what this programme does not know: is it too old?"
        case .unreadableConfiguration(let code, let version, let problem):
            "version \(version.number) of the configuration of site \(code) cannot be read"
                + (problem.map { ": \($0)" } ?? "") + ": is this programme older than the one that applied it?"
        }
    }
}

extension SiteFault {
    /// Reads a document that was applied as a version of a site's configuration.
    static func reading(_ document: String, of code: SiteCode, _ version: SettingsVersion) throws(SiteFault) -> SiteFile
    {
        do throws(SiteFileProblems) {
            return try SiteFile.applied(document)
        } catch {
            throw .unreadableConfiguration(code, version, error.problems.first)
        }
    }
}
