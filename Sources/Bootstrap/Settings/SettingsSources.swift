import YAMLFile

/// The places that settings come from: flags before the environment, the environment before the file, the file before
/// the defaults of the table.
struct SettingsSources {
    /// What flags set.
    var flags: [SettingKey: String] = [:]
    /// The environment variables, all of them.
    var environment: [String: String] = [:]
    /// The settings file.
    var file = SettingsFile()
    /// Its name.
    var fileName = SettingsFile.usualPlace

    /// Resolves every setting.
    /// - Throws: all that is wrong in any of the places, used or not: what a flag hides today is in force tomorrow.
    func resolve() throws(UnusableSettings) -> Settings {
        var problems: [SettingsProblem] = []
        var entries: [SettingKey: Settings.Entry] = [:]
        for row in SettingsTable.all {
            let candidates = candidates(for: row)
            for (value, origin) in candidates {
                guard let flaw = row.kind.flaw(in: value) else { continue }
                problems.append(SettingsProblem(origin: origin, sentence: "\(row.key.rawValue): \(flaw)"))
            }
            if let (value, origin) = candidates.first {
                entries[row.key] = Settings.Entry(value: value, origin: origin)
            }
        }
        problems += misspeltVariables + file.problems
        guard problems.isEmpty else { throw UnusableSettings(problems: problems) }
        return Settings(entries: entries)
    }

    private func candidates(for row: SettingDefinition) -> [(String, SettingOrigin)] {
        var found: [(String, SettingOrigin)] = []
        if let value = flags[row.key] { found.append((value, .flag(row.flag ?? row.key.rawValue))) }
        let variable = row.key.environmentVariable
        // An empty variable is the usual way to unset one in a script.
        if let value = environment[variable], !value.isEmpty { found.append((value, .environment(variable))) }
        if let line = file.lines[row.key] { found.append((line.value, .file(fileName, line: line.number))) }
        return found
    }

    /// Variables that are almost one of ours. Others that begin alike may be somebody else's.
    private var misspeltVariables: [SettingsProblem] {
        let known = SettingKey.allCases.map(\.environmentVariable)
        return environment.keys.filter { $0.hasPrefix("HOMEWARD_") && !known.contains($0) }.sorted()
            .compactMap { name in
                let limit = name.count < "HOMEWARD_".count + 5 ? 1 : 2
                guard let meant = NearestWord.near(name, among: known, atMost: limit) else { return nil }
                return SettingsProblem(
                    origin: .environment(name), sentence: "unknown setting; did you mean `\(meant)`?"
                )
            }
    }
}
