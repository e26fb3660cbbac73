import Accounts
import Intervention
import Practice

/// Checks the seals of sites and says what came of it.
struct AuditTelling: Sendable {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    /// - Parameter site: nil for all.
    /// - Throws: status 65 when something is not as it was sealed.
    func run(_ site: SiteCode?) async throws {
        let book = try SealBook(of: invocation.settings.home)
        try await Workbench.lend(invocation) { bench in
            var first: String?
            func note(_ report: AuditReport, _ place: String) throws {
                try tell(report, of: place)
                if first == nil, let lowest = report.lowest { first = "\(place): the lowest is \(lowest)" }
            }
            for code in try await bench.siteCodes(site) {
                let meter = ProgressMeter(invocation.console)
                let report = try await bench.practice.audit(code, in: book) {
                    meter.show("checking rows", done: $0.rows)
                }
                invocation.console.endProgress()
                try note(report, code.text)
            }
            // Looks at figures of the network belong to no site, so no account of one checks them.
            if site == nil, invocation.account == nil {
                try note(try await bench.practice.auditNetwork(in: book), "the network")
            }
            if let first { throw CommandFault(.data, "what is sealed is not as it was sealed: \(first)") }
        }
    }

    private func tell(_ report: AuditReport, of place: String) throws {
        let verdict = report.isWhole ? "whole" : "faults: \(report.faultCount)"
        let unfiled = report.unfiled == 0 ? "" : ", seals not in the file yet \(report.unfiled)"
        let disposed = report.disposed == 0 ? "" : ", disposed of \(report.disposed)"
        try invocation.console.result(
            "\(place): seals \(report.seals), rows \(report.rows)\(disposed), younger than the last seal"
                + " \(report.younger)\(unfiled): \(verdict)")
        for fault in report.faults { try invocation.console.result("  \(fault)") }
    }
}
