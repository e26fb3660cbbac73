import ArgumentParser

/// Why somebody decides otherwise than the programme would.
struct NightReasonOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Why: one line that names nobody.", valueName: "text"))
    var reason: String

    func validate() throws {
        let isLine = !reason.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard isLine, reason.contains(where: { !$0.isWhitespace }), reason.unicodeScalars.count <= 400 else {
            throw ValidationError("--reason is one line of at most 400 characters, and not empty")
        }
    }
}
