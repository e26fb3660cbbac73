import Testing

struct SettingsPrecedenceTests {
    /// The settings of a random mix and what must come of it.
    struct Mix: CustomTestStringConvertible {
        var words = ["config", "show", "--origin"]
        var environment: [String: String] = [:]
        var file: [String] = []
        var expected: [String: String] = [:]
        var testDescription: String { "\(words.dropFirst(2)) \(environment.keys.sorted()) \(file)" }

        /// Each setting is put into each of its places, or not, by the bits of a number.
        init(seed: UInt64) {
            var bits = seed &* 0x9E37_79B9_7F4A_7C15
            func coin() -> Bool {
                bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return bits >> 63 == 1
            }
            var sections: [String: [String]] = [:]
            for setting in Mix.settings {
                var places: [String] = []
                if let flag = setting.flag, coin() {
                    words += [flag, setting.values[0]]
                    places.append("\(setting.shown(0))  \(flag)")
                }
                if coin() {
                    environment[setting.variable] = setting.values[1]
                    places.append("\(setting.shown(1))  \(setting.variable)")
                }
                if coin() {
                    sections[setting.section, default: []].append(setting.key)
                    places.append("\(setting.shown(2))  config/homeward.yaml:")
                }
                places.append("\(setting.standard)  default")
                expected[setting.key] = places[0]
            }
            for (section, keys) in sections.sorted(by: { $0.key < $1.key }) {
                if !section.isEmpty { file.append("\(section):") }
                for key in keys {
                    let setting = Mix.settings.first { $0.key == key }
                    let name = key.split(separator: ".").last ?? ""
                    file.append("\(section.isEmpty ? "" : "  ")\(name): \(setting?.values[2] ?? "")")
                    if let place = expected[key], place.hasSuffix(":") { expected[key] = place + "\(file.count)" }
                }
            }
        }

        private struct Setting {
            let key: String
            let variable: String
            let flag: String?
            let values: [String]
            let standard: String

            var section: String { key.contains(".") ? String(key.prefix { $0 != "." }) : "" }
            func shown(_ place: Int) -> String { key == "database" ? "****" : values[place] }
        }

        private static let settings = [
            Setting(
                key: "home", variable: "HOMEWARD_HOME", flag: "--home", values: ["by-flag", "by-variable", "by-file"],
                standard: ".homeward"),
            Setting(
                key: "database", variable: "HOMEWARD_DATABASE", flag: "--database",
                values: ["host=a", "host=b", "host=c"], standard: "-"),
            Setting(
                key: "pool.connections", variable: "HOMEWARD_POOL_CONNECTIONS", flag: nil, values: ["", "7", "8"],
                standard: "4"),
            Setting(
                key: "pool.waitLimit", variable: "HOMEWARD_POOL_WAIT_LIMIT", flag: nil, values: ["", "71", "72"],
                standard: "30"),
            Setting(
                key: "cluster.patience", variable: "HOMEWARD_CLUSTER_PATIENCE", flag: nil, values: ["", "11", "12"],
                standard: "300"),
        ]
    }

    @Test(arguments: (1...40).map { Mix(seed: $0) })
    func `flags beat the environment, which beats the file, which beats defaults`(_ mix: Mix) async throws {
        try await Folder.lend { folder in
            _ = try folder.make("config")
            try folder.write(mix.file.joined(separator: "\n"), to: "config/homeward.yaml")
            let shown = try await Child.run(mix.words, in: folder, environment: mix.environment)
            #expect(shown.status == 0)
            let rows = shown.out.split(separator: "\n").map { line in
                line.split(separator: " ").joined(separator: "  ")
            }
            for (key, value) in mix.expected { #expect(rows.contains("\(key)  \(value)")) }
        }
    }

    @Test func `an empty variable sets nothing`() async throws {
        try await Folder.lend { folder in
            let shown = try await Child.run(
                ["config", "show", "--origin"], in: folder, environment: ["HOMEWARD_HOME": ""]
            )
            let row = shown.out.split(separator: "\n").first { $0.hasPrefix("home ") }
            #expect(row?.split(separator: " ") == ["home", ".homeward", "default"])
        }
    }
}
