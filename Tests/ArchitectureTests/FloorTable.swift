/// Which module stands on which floor and what it may import.
struct FloorRow: Sendable {
    /// The floor; a module imports only from lower ones.
    let floor: Int
    /// Modules of this package.
    let ours: Set<String>
    /// Modules from outside, besides the toolchain's own.
    let outside: Set<String>

    init(_ floor: Int, _ ours: Set<String> = [], outside: Set<String> = []) {
        self.floor = floor
        self.ours = ours
        self.outside = outside
    }
}

/// The house. Who moves a wall changes this table, the README's code map and `Package.swift` in the same commit.
enum FloorTable {
    static let rows: [String: FloorRow] = [
        "Clibpq": FloorRow(0),
        "CivilDate": FloorRow(0),
        "Disclosure": FloorRow(0),
        "Markup": FloorRow(0),
        "Statistics": FloorRow(0, outside: ["RealModule"]),
        "YAMLFile": FloorRow(0, outside: ["Yams"]),

        "Postgres": FloorRow(1, ["Clibpq", "CivilDate"], outside: ["Logging", "ServiceLifecycle"]),
        "Intervention": FloorRow(1, ["CivilDate"]),
        "Pictures": FloorRow(1, ["Markup", "Statistics"]),

        "StandardMST": FloorRow(2, words),
        "MSTCAN": FloorRow(2, words),
        "MSTFIT": FloorRow(2, words),
        "DeclaredModel": FloorRow(2, words.union(["YAMLFile"]), outside: ["Crypto"]),
        "InstrumentFile": FloorRow(2, words.union(["YAMLFile"])),
        "EpisodeEngine": FloorRow(2, words),
        "PrivateCluster": FloorRow(2, ["Postgres"], outside: ["Subprocess"]),
        "Schema": FloorRow(2, ["Postgres"], outside: ["Crypto"]),
        "Vault": FloorRow(2, words.union(["Postgres"]), outside: ["Crypto"]),
        "OpenID": FloorRow(2, ["CivilDate"], outside: ["JWTKit", "AsyncHTTPClient", "Crypto", "NIOCore", "NIOHTTP1"]),

        "EpisodeStore": FloorRow(3, words.union(["EpisodeEngine", "Vault", "Postgres"]), outside: ["Crypto"]),
        "Accounts": FloorRow(3, words.union(["Vault", "OpenID", "Postgres"]), outside: ["Crypto", "CryptoExtras"]),
        "Reporting": FloorRow(
            3, words.union(["Disclosure", "Postgres", "Statistics", "YAMLFile"]), outside: ["Crypto"]),

        "API": FloorRow(4, words.union(["Accounts"])),
        "InterfaceCheck": FloorRow(5, ["API"], outside: ["AsyncHTTPClient", "NIOCore", "NIOHTTP1"]),
        "Sites": FloorRow(4, record.union(["InstrumentFile", "Vault", "YAMLFile"]), outside: ["Crypto"]),

        "Practice": FloorRow(
            5, record.union(["Sites", "Accounts", "Vault", "InstrumentFile", "Reporting", "Statistics"])),

        "Exchange": FloorRow(6, record.union(["Accounts", "Practice", "Sites", "Vault"]), outside: ["Crypto"]),
        "NightlyJobs": FloorRow(
            6, record.union(["Accounts", "Practice", "Sites", "YAMLFile"]), outside: ["Subprocess"]),
        "Simulation": FloorRow(
            6, record.union(["Accounts", "Practice", "Sites", "Reporting", "Statistics", "Vault"])),

        "Pages": FloorRow(
            6,
            words.union(["API", "Accounts", "Practice", "Sites", "Reporting", "Pictures", "Markup", "Statistics"])),

        "Web": FloorRow(
            7,
            record.union([
                "API", "Pages", "NightlyJobs", "Exchange", "Practice", "Accounts", "OpenID", "Sites", "Reporting",
                "Schema", "Markup", "InstrumentFile", "YAMLFile",
            ]),
            outside: [
                "Crypto", "Hummingbird", "HummingbirdCore", "HTTPTypes", "Logging", "NIOCore", "NIOHTTP1",
                "NIOHTTPTypes", "ServiceLifecycle",
            ]),

        "Bootstrap": FloorRow(
            8,
            words.union([
                "Web", "Pages", "Markup", "Simulation", "NightlyJobs", "Exchange", "Practice", "Accounts", "OpenID",
                "Sites", "Statistics", "Reporting",
                "EpisodeStore",
                "EpisodeEngine", "Vault",
                "Schema", "PrivateCluster", "Postgres", "DeclaredModel", "InstrumentFile", "YAMLFile",
                "InterfaceCheck",
            ]), outside: ["ArgumentParser", "Logging", "ServiceLifecycle"]),

        "homeward": FloorRow(9, models.union(["Bootstrap"])),
    ]

    static let models: Set<String> = ["StandardMST", "MSTCAN", "MSTFIT"]

    /// The modules that decide: no clock, no file, no network, no chance.
    static let pure: Set<String> = models.union([
        "CivilDate", "Statistics", "Intervention", "EpisodeEngine", "Markup", "Pictures", "DeclaredModel",
        "InstrumentFile", "YAMLFile", "API",
    ])

    private static let words: Set<String> = ["Intervention", "CivilDate"]
    private static let record: Set<String> = words.union(["EpisodeStore", "EpisodeEngine", "Postgres"])

    /// What comes with the toolchain.
    static let toolchain: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization", "RegexBuilder",
    ]
}
