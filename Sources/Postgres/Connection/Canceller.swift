internal import Clibpq

/// What is needed to ask the server, over a connection of its own, to stop what another connection does.
///
/// `@unchecked Sendable`: libpq promises that `PQcancel` may be called from any thread, and nothing changes the value
/// between its creation and its release in `deinit`.
@safe
final class Canceller: @unchecked Sendable {
    private let pointer: OpaquePointer

    /// Takes over what `PQgetCancel` gave.
    @unsafe
    init(_ pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe PQfreeCancel(pointer)
    }

    /// Asks the server; returns when it has dealt with the request. Blocks. False when the server could not be asked.
    func send() -> Bool {
        // libpq wants room for a message; 256 bytes is what it recommends. The message may name the host: not kept.
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
            unsafe PQcancel(pointer, message.baseAddress, Int32(message.count)) == 1
        }
    }
}
