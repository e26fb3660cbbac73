import HTTPTypes
import Pages

/// A request that is refused before it reaches what it asks for.
struct WebRefusal: Error {
    let status: HTTPResponse.Status
    let page: ErrorPage.Kind
    /// Whether the connection is of no more use.
    let closes: Bool

    init(_ status: HTTPResponse.Status, _ page: ErrorPage.Kind, closes: Bool = false) {
        self.status = status
        self.page = page
        self.closes = closes
    }
}
