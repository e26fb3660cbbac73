import Hummingbird
import NIOCore
import NIOHTTP1
import Pages

extension Request {
    /// The body, whole.
    /// - Throws: status 413 when it is larger than allowed, also when its size was not announced; 400 when it is no body, or
    ///   its sender went away in the midst of it.
    mutating func body(atMost limit: Int) async throws -> ByteBuffer {
        do {
            return try await collectBody(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw WebRefusal(.contentTooLarge, .tooLarge, closes: true)
        } catch is HTTPParserError, is IOError, is ChannelError {
            throw WebRefusal(.badRequest, .badRequest, closes: true)
        }
    }
}
