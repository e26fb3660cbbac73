import PrivateCluster

/// The settings that a command works with, each with where it comes from.
package struct Settings: Sendable {
    /// The value of a setting and its place.
    package struct Entry: Hashable, Sendable {
        /// The value; nil when nobody set one and there is no default.
        package let value: String?
        /// Where it comes from.
        package let origin: SettingOrigin
    }

    private let entries: [SettingKey: Entry]

    init(entries: [SettingKey: Entry]) {
        self.entries = entries
    }

    /// The value of a setting and where it comes from.
    package subscript(key: SettingKey) -> Entry {
        entries[key] ?? Entry(value: SettingsTable.definition(of: key).standard, origin: .standard)
    }

    /// The home.
    var home: HomeFolder { HomeFolder(path: self[.home].value ?? ".homeward") }

    /// The existing server to use instead of the home's cluster; nil when there is none.
    var database: ConnectionText? { self[.database].value.flatMap(ConnectionText.init) }

    /// A setting that is a whole number.
    func whole(_ key: SettingKey) -> Int { self[key].value.flatMap { Int($0) } ?? 0 }

    /// A setting that is a number of seconds.
    func seconds(_ key: SettingKey) -> Duration { .seconds(whole(key)) }
}
