import Intervention
import Practice

/// A command whose site is an argument of its own and no flag.
enum SiteArgument {
    /// Does something with the site that the argument names.
    /// - Throws: what `body` throws; status 65 in words that name no flag, when there is no such site.
    static func naming<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let fault as PracticeFault {
            guard case .unknownSite(_, let known) = fault else { throw fault }
            throw CommandFault(.data, fault.description + (known.isEmpty ? ": run `homeward site apply FILE`" : ""))
        }
    }
}
