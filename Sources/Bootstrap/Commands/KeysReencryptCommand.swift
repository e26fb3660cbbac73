import ArgumentParser
import Practice
import PrivateCluster
import Vault

/// `homeward keys reencrypt`.
struct KeysReencryptCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "reencrypt",
        abstract: "Seals rows that still need a master key with keys of their own, and destroys former master keys.",
        discussion: Examples(
            "It walks the rows some at a time; work goes on. Interrupted, it goes on where it stopped. A former master key is "
                + "destroyed when nothing is left that needs it.",
            .init("homeward keys reencrypt", "After `homeward keys rotate`."),
            .init("homeward keys reencrypt --home /srv/homeward", "In another home.")
        ).text
    )

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let keys = try HomeKeys(folder: invocation.settings.home.keys)
            let meter = ProgressMeter(invocation.console)
            var rows = 0
            for site in try await bench.siteCodes(nil) {
                let before = rows
                rows += try await bench.practice.reseal(site) { meter.show("sealing rows", done: before + $0) }
            }
            rows += try await bench.practice.resealDoor()
            invocation.console.endProgress()
            let left = try await bench.practice.rowsUnderMasters()
            let destroyed = try keys.destroyFormer(exceptFor: Set(left.keys))
            try invocation.console.result("rows sealed: \(rows), left: \(left.values.reduce(0, +))")
            for key in destroyed { try invocation.console.result("destroyed the former master key \(key)") }
            let standing = try keys.standing()
            if standing.left > 0 {
                throw CommandFault(
                    .tryLater,
                    "keys left under a former master key: \(standing.left); run `homeward keys rotate` to finish")
            }
        }
    }
}
