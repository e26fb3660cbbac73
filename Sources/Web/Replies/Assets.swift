import HTTPTypes
import Hummingbird
import Pages

/// The files that pages need, embedded in the program and served under names that change with their content, so that a
/// browser may keep them for ever.
enum Assets {
    /// A file.
    struct Asset: Sendable {
        /// Where it is served.
        let path: String
        let type: String
        let bytes: [UInt8]

        init(_ name: String, ending: String, type: String, bytes: [UInt8]) {
            path = "/assets/\(name)-\(Assets.digest(of: bytes)).\(ending)"
            self.type = type
            self.bytes = bytes
        }
    }

    static let stylesheet = Asset(
        "site", ending: "css", type: "text/css; charset=utf-8", bytes: PackageResources.site_css)

    /// Keeps contacts on the device that could not be sent.
    static let contacts = Asset(
        "contacts", ending: "js", type: "text/javascript; charset=utf-8", bytes: PackageResources.contacts_js)

    /// Saves what is typed into a form.
    static let drafts = Asset(
        "drafts", ending: "js", type: "text/javascript; charset=utf-8", bytes: PackageResources.drafts_js)

    /// All files.
    static let all = [stylesheet, contacts, drafts]

    /// Whether there is a file of that path.
    static func has(_ path: String) -> Bool { all.contains { $0.path == path } }

    /// Answers with the file that the path names.
    static func answer(_ context: WebContext) throws -> Response {
        guard let name = context.parameters.get("name"), let asset = all.first(where: { $0.path == "/assets/\(name)" })
        else { throw WebRefusal(.notFound, .notFound) }
        return Response(
            status: .ok,
            headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }

    /// FNV-1a over 64 bits: tells contents apart, protects nothing.
    static func digest(of bytes: [UInt8]) -> String {
        let number = bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
