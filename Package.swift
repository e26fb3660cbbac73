// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let jwtKit = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// A module of the product. Which module may import which is held by `ArchitectureTests`.
func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [],
    and further: [SwiftSetting] = []
) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings + further)
}

/// A module that only tests use; it lives beside them.
func support(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: settings)
}

/// The tests of a module.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let models: [Target.Dependency] = ["StandardMST", "MSTCAN", "MSTFIT"]
let words: [Target.Dependency] = ["Intervention", "CivilDate"]

/// What tests of the record and of all above it stand on.
let record: [Target.Dependency] =
    [
        "Accounts", "EpisodeStore", "EpisodeFixtures", "RandomHistories", "EpisodeEngine", "Vault", "ScratchPostgres",
        "Postgres",
    ] + models + words

let package = Package(
    name: "homeward",
    products: [
        .executable(name: "homeward", targets: ["homeward"]),
        .library(name: "Intervention", targets: ["Intervention", "CivilDate"]),
        .library(name: "Bootstrap", targets: ["Bootstrap"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.34.1"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.30.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        // Floor 0
        .systemLibrary(name: "Clibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        module("CivilDate"),
        module("Disclosure", and: [.strictMemorySafety()]),
        module("Markup"),
        module("Statistics", [realModule]),
        module("YAMLFile", [yams]),
        // Floor 1
        module("Postgres", ["Clibpq", "CivilDate", logging, serviceLifecycle], and: [.strictMemorySafety()]),
        module("Intervention", ["CivilDate"]),
        module("Pictures", ["Markup", "Statistics"]),
        // Floor 2
        module("StandardMST", words),
        module("MSTCAN", words),
        module("MSTFIT", words),
        module("DeclaredModel", ["YAMLFile", crypto] + words, resources: [.embedInCode("models")]),
        module("InstrumentFile", ["YAMLFile"] + words, resources: [.embedInCode("instruments")]),
        module("EpisodeEngine", words),
        module("PrivateCluster", ["Postgres", subprocess]),
        module("Schema", ["Postgres", crypto], resources: [.embedInCode("migrations")]),
        module("Vault", ["Postgres", crypto] + words),
        module("OpenID", ["CivilDate", jwtKit, asyncHTTPClient, crypto, nioCore, nioHTTP1]),
        // Floor 3
        module("EpisodeStore", ["EpisodeEngine", "Vault", "Postgres", crypto] + words),
        module(
            "Reporting", ["Disclosure", "Postgres", "Statistics", "YAMLFile", crypto] + words,
            resources: [.embedInCode("reports")]),
        module(
            "Accounts", ["Vault", "OpenID", "Postgres", crypto, cryptoExtras] + words,
            resources: [.embedInCode("lists")]),
        // Floor 4
        module("API", ["Accounts"] + words),
        module(
            "Sites",
            ["EpisodeStore", "EpisodeEngine", "Vault", "InstrumentFile", "Postgres", "YAMLFile", crypto] + words
        ),
        // Floor 5
        module(
            "Practice",
            [
                "Sites", "Accounts", "Vault", "InstrumentFile", "EpisodeStore", "EpisodeEngine", "Reporting",
                "Statistics", "Postgres",
            ] + words),
        module("InterfaceCheck", ["API", asyncHTTPClient, nioCore, nioHTTP1]),
        // Floor 6
        module(
            "Exchange",
            ["Practice", "Accounts", "Sites", "EpisodeStore", "EpisodeEngine", "Vault", "Postgres", crypto] + words
        ),
        module(
            "Simulation",
            [
                "Practice", "Accounts", "Sites", "Reporting", "Statistics", "EpisodeStore", "EpisodeEngine", "Vault",
                "Postgres",
            ] + words
        ),
        module(
            "NightlyJobs",
            ["Practice", "Accounts", "Sites", "EpisodeStore", "EpisodeEngine", "Postgres", "YAMLFile", subprocess]
                + words),
        module(
            "Pages",
            ["API", "Practice", "Accounts", "Sites", "Reporting", "Pictures", "Markup", "Statistics"] + words),
        // Floor 7
        module(
            "Web",
            [
                "API", "Pages", "NightlyJobs", "Exchange", "Practice", "Accounts", "OpenID", "Sites", "Reporting",
                "EpisodeStore", "EpisodeEngine", "Schema", "Markup", "InstrumentFile", "YAMLFile",
                "Postgres",
                hummingbird, hummingbirdCore, httpTypes, nioCore, nioHTTP1, nioHTTPTypes, logging, serviceLifecycle,
                crypto,
            ] + words, resources: [.embedInCode("Assets")]
        ),
        // Floor 8
        module(
            "Bootstrap",
            [
                "Web", "Pages", "Markup", "Simulation", "NightlyJobs", "Exchange", "Practice", "Accounts", "OpenID",
                "Sites", "Reporting", "Statistics",
                "EpisodeStore", "EpisodeEngine", "Vault", "Schema", "PrivateCluster", "Postgres", "DeclaredModel",
                "InstrumentFile", "InterfaceCheck", "YAMLFile", argumentParser, logging, serviceLifecycle,
            ] + words
        ),
        // Floor 9
        .executableTarget(name: "homeward", dependencies: ["Bootstrap"] + models, swiftSettings: settings),
        // What is measured, and beside what: Benchmarks/run
        .executableTarget(
            name: "HomewardBenchmarks",
            dependencies: [
                "Simulation", "Exchange", "Practice", "Accounts", "Sites", "Reporting", "EpisodeStore", "EpisodeEngine",
                "Vault", "Schema", "PrivateCluster", "Postgres", "DeclaredModel", "RandomHistories", "Disclosure",
                logging, hummingbird, httpTypes, nioCore,
            ] + models + words,
            path: "Benchmarks/HomewardBenchmarks", swiftSettings: settings
        ),

        support("ScratchPostgres", ["PrivateCluster", "Postgres", "Schema"]),
        support("RealProvider", [asyncHTTPClient, nioCore, nioHTTP1]),
        support("InventedModel", ["StandardMST"] + words),
        support("RandomHistories", ["EpisodeEngine"] + words),
        support(
            "EpisodeFixtures",
            ["EpisodeStore", "RandomHistories", "EpisodeEngine", "Vault", "ScratchPostgres", "Postgres"] + models
                + words
        ),
        tests("ArchitectureTests"),
        tests("MarkupTests", ["Markup"]),
        tests("CivilDateTests", ["CivilDate"]),
        tests("StatisticsTests", ["Statistics"]),
        tests("DisclosureTests", ["Disclosure"]),
        tests("YAMLFileTests", ["YAMLFile"]),
        .testTarget(
            name: "PicturesTests", dependencies: ["Pictures", "Markup", "Statistics"], exclude: ["Golden"],
            swiftSettings: settings),
        tests("PostgresTests", ["Postgres", "ScratchPostgres", "CivilDate"]),
        tests("PrivateClusterTests", ["PrivateCluster", "Postgres", "ScratchPostgres"]),
        tests("SchemaTests", ["Schema", "Postgres", "PrivateCluster", "ScratchPostgres"]),
        tests("InterventionTests", models + words),
        tests("InstrumentFileTests", ["InstrumentFile", "YAMLFile"] + words),
        tests("DeclaredModelTests", ["DeclaredModel", "YAMLFile"] + models + words),
        tests("EngineTests", ["EpisodeEngine", "RandomHistories", "InventedModel"] + models + words),
        tests("PropertyTests", ["RandomHistories", "DeclaredModel", "EpisodeEngine"] + models + words),
        tests("VaultTests", ["Vault", "Postgres", "ScratchPostgres", crypto] + words),
        tests(
            "OpenIDTests",
            [
                "OpenID", "RealProvider", "CivilDate", crypto, cryptoExtras, hummingbird, httpTypes, logging,
                serviceLifecycle,
            ]),
        .testTarget(
            name: "APITests", dependencies: ["API", "Accounts"] + words, exclude: ["Golden"], swiftSettings: settings),
        tests("AccountsTests", record + [cryptoExtras, crypto, subprocess]),
        tests(
            "AccessTests",
            record + ["Practice", "Reporting", "Sites", "NightlyJobs", "Exchange", "OpenID", "PrivateCluster"]),
        tests("StoreTests", record + ["InventedModel", "PrivateCluster", crypto]),
        tests("SitesTests", record + ["Sites", "Practice", "InstrumentFile", "PrivateCluster", "YAMLFile"]),
        tests("ReportingTests", record + ["Reporting", "Practice", "Sites", "PrivateCluster", "Statistics"]),
        tests(
            "NightlyJobsTests",
            record + ["NightlyJobs", "Practice", "Sites", "DeclaredModel", "PrivateCluster"]),
        tests("ExchangeTests", record + ["Exchange", "Practice", "InstrumentFile", "Sites"]),
        tests("StoryTests", record + ["Practice", "Sites", "Reporting", "DeclaredModel"]),
        tests(
            "SimulationTests",
            record + ["Simulation", "Practice", "Reporting", "Sites", "Statistics", "PrivateCluster"]),
        tests(
            "WebTests",
            record
                + [
                    "Web", "API", "InterfaceCheck", "InstrumentFile", "Pages", "Markup", "Practice", "OpenID",
                    "RealProvider", "Sites", "NightlyJobs", "Reporting",
                    "Schema", "PrivateCluster", logging, serviceLifecycle,
                ]),
        tests(
            "CommandLineTests",
            record + ["homeward", "Bootstrap", "Practice", "Sites", "PrivateCluster"]),
    ]
)

// What the thread sanitizer builds, and the tests that it runs: scripts/sanitize. PrivateCluster and Schema are there for
// ScratchPostgres; their own tests, which start many servers, are not run with it.
if Context.environment["HOMEWARD_LOWER_FLOORS"] != nil {
    let floors: Set<String> = [
        "Clibpq", "CivilDate", "Markup", "Statistics", "Postgres", "Intervention", "StandardMST", "MSTCAN", "MSTFIT",
        "EpisodeEngine", "RandomHistories", "PrivateCluster", "Schema", "ScratchPostgres", "InventedModel",
    ]
    let tests = ["CivilDate", "Markup", "Statistics", "Postgres", "Intervention", "Engine"].map { $0 + "Tests" }
    package.targets.removeAll { !floors.contains($0.name) && !tests.contains($0.name) }
    package.products = []
}
