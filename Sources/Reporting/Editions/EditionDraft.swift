import CivilDate
import Disclosure
import Intervention

/// An edition that is worked out and not kept yet.
package struct EditionDraft: Sendable {
    /// What it prints.
    package let document: EditionDocument
    /// What is kept beside it.
    let secrets: EditionSecrets
    /// By which profile.
    let profile: EditionProfile
    /// The days that count.
    let period: EditionPeriod
    /// What was known at this time was counted.
    package let dataCut: Instant

    /// Withholds, rounds and attacks.
    /// - Throws: ``EditionFault``.
    package init(_ material: EditionMaterial) throws(EditionFault) {
        let request = material.request
        let press = try EditionPress(
            material.grids, by: request.profile, after: material.earlier, changed: material.changed)
        let share = press.pattern.withheld(of: press.own)
        let rules = request.profile.rules
        let changed = material.changed.keys.sorted { $0.number < $1.number }.map {
            EditionDocument.Changed(edition: $0.number, records: material.changed[$0] ?? 0)
        }
        document = EditionDocument(
            number: material.next, profile: rules.name, audience: rules.audience.rawValue, symbol: rules.symbol,
            from: "\(request.period.days.from)", through: "\(request.period.days.through)",
            model: request.model?.text, restates: request.restates?.number, dataCut: "\(material.cut)",
            codeVersion: material.program, note: request.note, parameters: Self.parameters(rules),
            modelVersions: material.modelVersions, settingsVersions: material.settingsVersions,
            // Who reads public editions alone is told of no others.
            changed: changed.filter { entry in
                !request.profile.isPublic || material.ofEverybody.contains { $0.number == entry.edition }
            },
            withheld: share.cells, figures: share.of,
            tables: EditionPrinting(press, by: request.profile, meaning: material.questions).tables,
            notes: Self.notes(request))
        secrets = EditionSecrets(
            grids: material.grids, secondary: press.pattern.withheldForOthers(in: press.own),
            records: material.records.values.reduce(0, +), sites: material.records, changed: changed,
            models: material.counting)
        profile = request.profile
        period = request.period
        dataCut = material.cut
    }

    private static func parameters(_ rules: DisclosureProfile) -> [EditionDocument.Parameter] {
        rules.parameters.map {
            EditionDocument.Parameter(name: $0.name, value: $0.value, unit: $0.unit, source: $0.source)
        } + [
            EditionDocument.Parameter(
                name: "fewest-closures-for-outcomes",
                value: rules.audience == .everybody ? EditionShape.fewestForOutcomes : 0, unit: "closures",
                source: "[I] a public column of fewer tells only how families left"),
            EditionDocument.Parameter(
                name: "fewest-sites-of-the-whole", value: EditionRules.fewestSites, unit: "sites",
                source: "[I] a column of fewer is treated as one of units as well"),
            EditionDocument.Parameter(
                name: "fewest-families-for-instrumental-outcomes", value: EditionShape.fewestForInstrumental,
                unit: "families", source: "[I] a table with a column of fewer leaves them out"),
            EditionDocument.Parameter(
                name: "fewest-sites-of-a-nation",
                value: rules.audience == .everybody ? EditionRules.fewestSites : 0, unit: "sites",
                source: "[I] nations of fewer stand together, and are treated by the stricter of both rules"),
        ]
    }

    private static func notes(_ request: EditionRequest) -> [String] {
        let rules = request.profile.rules
        var notes = [
            "\(rules.symbol) stands for a figure that is withheld: it is small, or a small one could be worked out from it. "
                + "0 is printed as 0.",
            "Closures count by the day of closing, decisions by the day of the decision.",
            "Unknown is neither yes nor no. A percentage is of printed figures, and only where all of them are printed"
                + (rules.fewestForPercentage > 1
                    ? " and add up to \(rules.fewestForPercentage) at least." : "."),
        ]
        if rules.whole.base > 1 || rules.units.base > 1 {
            notes.append(
                "Figures of the network are rounded to the nearest \(rules.whole.base), those of sites to the nearest "
                    + "\(rules.units.base) (1: not rounded); rounded parts need not add up.")
        }
        if rules.fewestClosures > 0 {
            notes.append("Sites with fewer than \(rules.fewestClosures) closures are put together.")
        }
        if request.profile.isPublic {
            notes.append(
                "Sites stand alone only over three years, all models together, and a nation only where "
                    + "\(EditionRules.fewestSites) of its sites count at least: those of fewer stand together. Figures of "
                    + "nations are withheld and rounded by the rule of units and by that of the whole. Regions are not told "
                    + "apart: no site has one on record.")
        }
        return notes
    }
}
