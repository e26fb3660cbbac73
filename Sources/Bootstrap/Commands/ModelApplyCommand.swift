import ArgumentParser
import DeclaredModel
import Intervention
import Practice
import Sites

/// `homeward model apply`.
struct ModelApplyCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Keeps a declared model in the database, so that its episodes run on without the file.",
        discussion: Examples(
            "A model is kept by id, version and checksum. The same file again changes nothing; the same version with "
                + "other content is refused. New episodes begin under the newest version, the others go on under their "
                + "own. A version whose bounds refuse what a site has set is refused too: apply the site's file first "
                + "with a value that both versions allow. Where there is none, accept the site by name; it begins no "
                + "episode of the model until its file was applied again.",
            .init("homeward model apply config/models/mst-own.yaml", "Keeps a model."),
            .init("homeward model apply --dry-run mst-own.yaml", "Says what would be kept, and keeps nothing.")
        ).text
    )

    @Argument(help: ArgumentHelp("The model's file.", valueName: "file"))
    var file: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Keep it although this site's settings do not fit; once for each such site.", valueName: "code"),
        transform: ArgumentReading.site)
    var acceptSite: [SiteCode] = []

    @Flag(name: .long, help: "Say what would be kept and keep nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        guard let (file, model) = try DeclaredModels.read([file]).first else { return }
        let console = invocation.console
        try await Workbench.lend(invocation) { bench in
            try DeclaredModels.checkPlaces(of: [file], keeping: bench.kept, beside: invocation.compiled)
            let name = "\(model.id) version \(model.version.number)"
            guard !bench.kept.contains(where: { $0.bytes == file.bytes }) else {
                return try console.result("\(name) is kept already, with the same content: nothing was changed.")
            }
            try await checkSites(with: model, name, bench, console)
            guard !dryRun else {
                try console.result("\(name) would be kept, SHA-256 \(file.checksumText).")
                return console.say("Nothing was changed.")
            }
            try await keep(file, model, bench)
            try console.result("\(name) is kept, SHA-256 \(file.checksumText).")
            if let newest = bench.models.newest(model.id)?.version, newest > model.version {
                console.say("New episodes begin under version \(newest.number), the newest.")
            }
            console.say("A service that is running takes it up when it is started again.")
        }
    }

    /// Makes sure that new episodes could begin under the model wherever they can today.
    /// - Throws: status 65 after everything was said that does not fit and was not accepted.
    private func checkSites(
        with model: DeclaredModel, _ name: String, _ bench: Workbench, _ console: Console
    ) async throws {
        if let newest = bench.models.newest(model.id)?.version, newest > model.version { return }
        let misfits = try await bench.practice.misfits(with: model)
        for misfit in misfits {
            for sentence in misfit.sentences { console.problem("site \(misfit.site): \(sentence)") }
        }
        let refused = misfits.map(\.site).filter { !acceptSite.contains($0) }
        guard refused.isEmpty else {
            let flags = refused.map { "--accept-site \($0)" }.joined(separator: " ")
            throw CommandFault(
                .data,
                "\(name) does not fit the settings of sites: \(refused.count); apply their files with values that fit, "
                    + "or keep it all the same with \(flags)")
        }
    }

    private func keep(_ file: DeclaredFile, _ model: DeclaredModel, _ bench: Workbench) async throws {
        let document = DeclaredModels.document(of: file, model)
        let kept = try await bench.practice.keep(document)
        guard kept.checksum != document.checksum else { return }
        // Somebody was quicker: said like what was there before.
        try DeclaredModels.checkPlaces(of: [file], keeping: [DeclaredModels.file(of: kept)], beside: [])
    }
}
