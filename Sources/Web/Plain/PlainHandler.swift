import HTTPTypes
import Hummingbird
import Pages

/// Pages that are reached signed out too.
struct PlainHandler: Sendable {
    let frame: PageFrame

    var routes: [WebRoute] {
        PlainPage.allCases.map { page in
            .get(page.address, .everybody) { _ in Response(page.document(in: frame)) }
        }
    }
}
