import API
import EpisodeEngine
import HTTPTypes
import Hummingbird
import Intervention
import NIOCore

/// Reads a request against the declaration of its operation. What the declaration does not name is refused.
struct APIRequest {
    static let key: HTTPField.Name = {
        guard let name = HTTPField.Name("Idempotency-Key") else { preconditionFailure("'Idempotency-Key' is a name") }
        return name
    }()

    let operation: Operation
    let request: Request

    /// The parameters of the path. One that has not its form names nothing.
    func path(_ context: WebContext) throws(Problem) -> [String: String] {
        var values: [String: String] = [:]
        for parameter in operation.parameters where parameter.place == .path {
            guard let text = context.parameters.get(parameter.name), parameter.shape.takes(text) else {
                throw .absent
            }
            values[parameter.name] = text
        }
        return values
    }

    /// The parameters of the query, each once and in its form.
    func query() throws(Problem) -> [String: String] {
        let known = operation.parameters.filter { $0.place == .query }
        var values: [String: String] = [:]
        for item in QueryText(request.uri.query, limit: known.count + 2).items {
            guard let parameter = known.first(where: { $0.name == item.name }) else {
                throw Problem(
                    .unknownParameter,
                    known.isEmpty
                        ? "This takes no parameters."
                        : "Parameters are " + known.map(\.name).joined(separator: ", ") + ".")
            }
            guard let value = item.value, parameter.shape.takes(value) else {
                throw .wrongParameter(parameter.name, parameter.shape)
            }
            guard values.updateValue(value, forKey: item.name) == nil else {
                throw Problem(
                    .unknownParameter, "A parameter is given twice.",
                    at: [Flaw("/query/\(parameter.name)", "Give it once.")])
            }
        }
        for parameter in known where parameter.isRequired && values[parameter.name] == nil {
            throw .wrongParameter(parameter.name, parameter.shape)
        }
        return values
    }

    /// The key of a write: 8 to 200 printable characters.
    func key() throws(Problem) -> String? {
        guard operation.isKeyed else { return nil }
        let given = request.headers[values: APIRequest.key]
        guard given.count == 1, let key = given.first, (8...200).contains(key.utf8.count),
            key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw Problem(
                .keyMissing, "Send one Idempotency-Key of 8 to 200 printable characters, new for each write.")
        }
        return key
    }

    /// The version that was seen.
    func seen() throws(Problem) -> StreamSeq? {
        guard operation.match != .none else { return nil }
        let given = request.headers[values: .ifMatch]
        guard let text = given.first else {
            guard operation.needsMatch else { return nil }
            throw Problem(.matchMissing, "Read what is to be changed, and send its ETag as If-Match.")
        }
        guard given.count == 1, let number = APIRequest.version(of: text) else {
            throw Problem(.malformed, "If-Match takes one ETag as it was given, in quotation marks.")
        }
        return StreamSeq(number)
    }

    /// The version that a tag begins with; what follows tells what a reader saw of it.
    private static func version(of tag: String) -> Int64? {
        guard tag.utf8.count >= 3, tag.hasPrefix("\""), tag.hasSuffix("\"") else { return nil }
        let parts = tag.dropFirst().dropLast().split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let isHexadecimal = parts.dropFirst().allSatisfy { mark in
            mark.utf8.count == 16 && mark.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        }
        guard let digits = parts.first, (1...18).contains(digits.utf8.count), isHexadecimal,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int64(digits)
    }

    /// The tags that the client has already.
    var tags: [String] {
        // What was done is told in full, whatever the client knows already.
        guard operation.method == .get else { return [] }
        return request.headers[values: .ifNoneMatch].flatMap { $0.split(separator: ",") }.map { part in
            // A proxy that packs an answer makes its tag a weak one.
            let tag = part.filter { $0 != " " }
            return tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag
        }
    }

    /// The body, in its form.
    func body(limit: Int) async throws -> JSON {
        guard let shape = operation.body else { return .null }
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        guard type == "application/json" else { throw Problem(.wrongMediaType, "Send application/json.") }
        var request = request
        let bytes = try await request.body(atMost: limit)
        return try APIRequest.read(Array(bytes.readableBytesView), as: shape)
    }

    private static func read(_ bytes: [UInt8], as shape: Shape) throws(Problem) -> JSON {
        let value: JSON
        do {
            value = try JSONReader.read(bytes)
        } catch {
            throw Problem(.malformed, "The body is no JSON that can be read.", at: [error])
        }
        let flaws = shape.flaws(in: value)
        guard flaws.isEmpty else { throw Problem(.wrongBody, "The body does not have its form.", at: flaws) }
        return value
    }
}
