/// Where the value of a setting comes from, in the order in which the places are asked.
package enum SettingOrigin: Hashable, Sendable {
    /// A flag of the command line.
    case flag(String)
    /// An environment variable.
    case environment(String)
    /// A line of the settings file.
    case file(String, line: Int)
    /// The table of settings.
    case standard
}

extension SettingOrigin: CustomStringConvertible {
    /// The place: `--home`, `HOMEWARD_HOME`, `config/homeward.yaml:3` or `default`.
    package var description: String {
        switch self {
        case .flag(let name), .environment(let name): name
        case .file(let name, let line): "\(name):\(line)"
        case .standard: "default"
        }
    }
}
