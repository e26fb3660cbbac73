import HTTPTypes
import Hummingbird
import Markup

extension Response {
    /// A page.
    init(_ document: Document, status: HTTPResponse.Status = .ok) {
        self.init(text: document.html, type: "text/html; charset=utf-8", status: status)
    }

    /// A text of a media type.
    init(text: String, type: String, status: HTTPResponse.Status = .ok) {
        self.init(
            status: status, headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
