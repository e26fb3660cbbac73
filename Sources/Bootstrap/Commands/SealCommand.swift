import Accounts
import ArgumentParser
import Intervention
import Practice

/// `homeward seal`.
struct SealCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Seals the access log and the record, and prints each site's head and the network's.",
        discussion: Examples(
            "The service does it by itself every ten seconds. A head that is printed or sent away proves later that "
                + "nothing before it was changed or cut off. While somebody who began earlier is still at work, it "
                + "waits for them; after --wait seconds the status is 75, and the same again later does it.",
            .init("homeward seal", "Seals every site, and the looks at figures of the network."),
            .init("homeward seal --site demo-north --format json", "Seals one, and prints its head for programs.")
        ).text
    )

    @Option(
        name: .long, help: ArgumentHelp("Only this site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode?

    @Option(name: .long, help: ArgumentHelp("How long to wait for those at work, 0 to 600.", valueName: "seconds"))
    var wait = 10

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func validate() throws {
        guard (0...600).contains(wait) else { throw ValidationError("--wait takes 0 to 600 seconds, not \(wait)") }
    }

    func run(in invocation: Invocation) async throws {
        let book = try SealBook(of: invocation.settings.home)
        try await Workbench.lend(invocation) { bench in
            let codes = try await bench.siteCodes(site)
            let sites = try await bench.practice.nightSites()
            if let site, !sites.contains(where: { $0.code == site }) {
                throw PracticeFault.unknownSite(site, known: sites.map(\.code))
            }
            let mark = try await bench.practice.sealMark()
            try await settle(mark, bench.practice)
            var told: [OrderedJSON] = []
            for site in sites where codes.contains(site.code) {
                let sealing = try await bench.practice.seal(site, upTo: mark, in: book)
                guard case .done(let rows, let head) = sealing else {
                    throw CommandFault(.tryLater, "\(site.code): somebody else is sealing it now; try again")
                }
                told.append(SealCommand.json(site.code, rows, head))
                if format == .text { try invocation.console.result(SealCommand.text(site.code.text, rows, head)) }
            }
            let network = site == nil ? try await sealNetwork(mark, in: book, bench, invocation) : nil
            guard format == .json else { return }
            let whole: OrderedJSON =
                if let network {
                    .object(["sites": .list(told), "network": network])
                } else {
                    .object(["sites": .list(told)])
                }
            try invocation.console.result(whole.text)
        }
    }

    private func sealNetwork(
        _ mark: SealMark, in book: SealBook, _ bench: Workbench, _ invocation: Invocation
    ) async throws -> OrderedJSON {
        guard case .done(let rows, let head) = try await bench.practice.sealNetwork(upTo: mark, in: book) else {
            throw CommandFault(.tryLater, "the network: somebody else is sealing it now; try again")
        }
        if format == .text { try invocation.console.result(SealCommand.text("the network", rows, head)) }
        return .object(["new": .integer(rows), "head": SealCommand.json(head)])
    }

    private func settle(_ mark: SealMark, _ practice: Practice) async throws {
        let end = ContinuousClock.now.advanced(by: .seconds(wait))
        while try await !practice.isSettled(mark) {
            guard ContinuousClock.now < end else {
                throw CommandFault(
                    .tryLater, "somebody who began earlier is still at work; seal again when they have ended")
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private static func text(_ site: String, _ rows: Int, _ head: Seal?) -> String {
        guard let head else { return "\(site): there is nothing to seal yet" }
        return "\(site): \(rows) new; seal \(head.number) of \(head.sealedAt), through \(head.range.upperBound): "
            + "\(head.code)"
    }

    private static func json(_ site: SiteCode, _ rows: Int, _ head: Seal?) -> OrderedJSON {
        .object(["site": .text(site.text), "new": .integer(rows), "head": json(head)])
    }

    private static func json(_ head: Seal?) -> OrderedJSON {
        guard let head else { return .null }
        return .object([
            "seal": .integer(Int(head.number)), "sealedAt": .text("\(head.sealedAt)"),
            "through": .text("\(head.range.upperBound)"), "rows": .integer(head.rows), "root": .text("\(head.root)"),
            "code": .text("\(head.code)"),
        ])
    }
}
