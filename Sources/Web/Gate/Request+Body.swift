import Hummingbird
import NIOCore
import Pages

extension Request {
    /// The body, whole.
    /// - Throws: status 413 when it is larger than allowed, also when its size was not announced.
    mutating func body(atMost limit: Int) async throws -> ByteBuffer {
        do {
            return try await collectBody(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw WebRefusal(.contentTooLarge, .tooLarge, closes: true)
        }
    }
}
