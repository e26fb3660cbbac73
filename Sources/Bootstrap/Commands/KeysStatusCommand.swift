import ArgumentParser
import Practice
import PrivateCluster
import Vault

/// `homeward keys status`.
struct KeysStatusCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says how the keys stand, and what is left to do after a rotation.",
        discussion: Examples(
            "Names of keys are made from them and tell nothing about them.",
            .init("homeward keys status", "Says how the keys of .homeward stand."),
            .init("homeward keys status --home /srv/homeward", "Those of another home.")
        ).text
    )

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let standing = try HomeKeys(folder: invocation.settings.home.keys).standing()
            let rows = try await bench.practice.rowsUnderMasters()
            try invocation.console.result("master key: \(standing.current)")
            try invocation.console.result("keys it wraps: \(standing.wrapped[standing.current] ?? 0)")
            for key in standing.former {
                try invocation.console.result(
                    "former master key: \(key), keys left: \(standing.wrapped[key] ?? 0), rows left: \(rows[key] ?? 0)")
            }
            try invocation.console.result("rows without a key of their own: \(rows.values.reduce(0, +))")
        }
    }
}
