import ArgumentParser
import Intervention
import Practice
import Vault

/// `homeward search`.
struct SearchCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Finds people of a site by name, or part of one, NHS number or unique pupil number.",
        discussion: Examples(
            "What is looked for is asked for, or read from the first line of standard input; it stands in no argument. At most "
                + "\(SearchResult.most) are shown, the best first.",
            .init("homeward search --site demo-north", "Asks for a name and looks for it."),
            .init("homeward search --site demo-north < name.txt", "Looks for what a file says.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let text = try StandardInput.line(asking: "Name or number:", invocation.console)
        try await Workbench.lend(invocation) { bench in
            let found = try await bench.practice.search(text, at: site)
            var table = TextTable(["name", "born", "child", "id"])
            for hit in found.hits {
                let refs = hit.children.map(\.text).joined(separator: " ")
                table.add([
                    hit.particulars.name ?? "", hit.particulars.birthDate.map { "\($0)" } ?? "",
                    hit.isChild ? refs : "family of \(refs)", "\(hit.person)",
                ])
            }
            if !table.isEmpty { for line in table.lines { try invocation.console.result(line) } }
            if found.hits.isEmpty { invocation.console.say("Nobody was found.") }
            if found.isCut { invocation.console.say("There are more: say more of the name.") }
        }
    }
}
