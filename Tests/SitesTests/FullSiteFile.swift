import CivilDate
import Intervention
import MSTCAN
import StandardMST
import Testing
import YAMLFile

@testable import Sites

/// The text of a site file in its full form, which a test changes in one place.
struct FullSiteFile {
    private(set) var text = """
        code: NORTH
        name: North House
        jurisdiction: england
        timeZone: Europe/London
        authorities: [E06000033, E06000034]
        consent: carers-and-child
        models: [mst, mst-can]
        licence:
          holder: Invented Trust
          from: 2024-01-01
          until: 2025-12-31
          readinessReview: 2023-11-20
          models: [mst, mst-can]
          renewals:
            - {until: 2027-12-31, on: 2025-11-03}
        teams:
          - code: A
            model: mst
            startedOn: 2024-01-08
            authorities: [E06000035]
            staff:
              - {code: s-1, role: supervisor, fte: 0.5, from: 2024-01-01}
              - {code: t-1, role: therapist, fte: 1, from: 2024-01-01, until: 2025-06-30}
              - {code: t-1, role: backup-supervisor, fte: 0.85, from: 2025-07-01}
            rota:
              - {from: 2025-06-23, until: 2025-07-06, staff: t-1}
              - {from: 2025-07-07, until: 2025-07-20, staff: s-1}
          - code: B
            model: mst-can
            startedOn: 2024-06-03
        settings:
          - model: mst
            key: caseload-most
            value: 5
            from: 2024-04-01
            reason: Long ways
          - {model: mst, key: caseload-most, value: 6, from: 2025-04-01, reason: A car more}
          - {model: mst, key: adherence-threshold, value: 0.7, from: 2024-04-01, reason: Agreed with the network}
        nightly: {at: "01:30"}
        letterhead: [1 Invented Street, Telephone 01632 960000]

        """

    static func models() throws -> ModelRegistry { try ModelRegistry([StandardMST(), MSTCAN()]) }

    /// The same with the first occurrence of a text replaced; it must stand there.
    func replacing(_ old: String, with new: String) throws -> FullSiteFile {
        try #require(text.contains(old), "\(old)")
        var altered = self
        altered.text = text.replacing(old, with: new, maxReplacements: 1)
        return altered
    }

    func read() throws -> SiteFile { try SiteFile.read(Array(text.utf8), models: FullSiteFile.models()) }

    /// What is wrong with it.
    func problems() throws -> [SiteFileProblem] {
        do {
            _ = try read()
            return []
        } catch let found as SiteFileProblems {
            return found.problems
        }
    }

    /// The line and column, counted from 1, in which a text begins for the first time.
    func place(of part: String) throws -> YAMLPlace {
        let range = try #require(text.firstRange(of: part), "\(part)")
        let before = text[..<range.lowerBound]
        let line = before.count { $0 == "\n" } + 1
        let column = before.reversed().prefix { $0 != "\n" }.count + 1
        return YAMLPlace(line: line, column: column)
    }
}
