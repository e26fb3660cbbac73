import Accounts
import HTTPTypes
import Hummingbird
import Pages
import Practice
import Reporting

/// The editions, for those of the network who read them: an analyst all of them, a commissioner the public ones.
struct EditionsHandler: Sendable {
    private typealias Address = EditionsPage.Address

    let practice: Practice
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(Address.list, .action(.showEdition)) { visit in
                Response(
                    EditionsPage.list(
                        try await editions(for: visit), in: visit.frame(frame, at: EditionsPage.Address.list)))
            },
            .get(Address.edition, .action(.showEdition)) { visit in
                Response(
                    EditionsPage.edition(
                        try await edition(for: visit), in: visit.frame(frame, at: EditionsPage.Address.list)))
            },
            .get(Address.file, .action(.showEdition)) { try await file($0) },
        ]
    }

    private func editions(for visit: Visit) async throws -> [Edition] {
        guard let seat = visit.session?.seat else { throw WebRefusal(.notFound, .notFound) }
        return try await practice.asking(.account(seat)).editions()
    }

    /// One that is not there and one that may not be read look the same.
    private func edition(for visit: Visit) async throws -> Edition {
        let wanted = visit.context.parameters.get(Address.number)
        guard let found = try await editions(for: visit).first(where: { "\($0.number)" == wanted }) else {
            throw WebRefusal(.notFound, .notFound)
        }
        return found
    }

    private func file(_ visit: Visit) async throws -> Response {
        let edition = try await edition(for: visit)
        let wanted = visit.context.parameters.get(Address.name)
        guard let found = EditionsPage.files(of: edition).first(where: { $0.name == wanted }) else {
            throw WebRefusal(.notFound, .notFound)
        }
        return .file(found.text, type: found.type, name: "edition-\(edition.number)-\(found.name)")
    }
}
