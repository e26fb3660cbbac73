import Accounts
import Hummingbird
import Pages
import Practice

/// The licences of all sites' teams, for those of the network who list the sites.
struct LicencesHandler: Sendable {
    let practice: Practice
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(LicencesPage.Address.page, .action(.listSites)) { visit in
                guard let seat = visit.session?.seat else { throw WebRefusal(.notFound, .notFound) }
                let book = try await practice.asking(.account(seat)).licences()
                return Response(
                    LicencesPage(book).document(in: visit.frame(frame, at: LicencesPage.Address.page)))
            }
        ]
    }
}
