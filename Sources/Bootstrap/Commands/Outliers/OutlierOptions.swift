import ArgumentParser
import Intervention
import Practice
import Sites

/// Which outlier, and what is said of it: what every step takes.
struct OutlierStepOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Its number.", valueName: "number"), transform: ArgumentReading.outlier)
    var number: OutlierNumber

    @Option(
        name: .long,
        help: ArgumentHelp("What is said of it, in one line that names nobody; it is kept.", valueName: "text"))
    var text: String
}

/// Whose outliers are read, and how they are written.
struct OutlierReadOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("As this site sees its own.", valueName: "code"),
        transform: ArgumentReading.site)
    var site: SiteCode?

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    /// The outliers of the site, or without one those of all sites, as the network sees them.
    func outliers(in practice: Practice) async throws -> [Outlier] {
        guard let site else { return try await practice.outliers() }
        return try await practice.outliers(of: site)
    }
}
