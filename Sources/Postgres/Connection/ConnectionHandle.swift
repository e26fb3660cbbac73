internal import Clibpq

/// Owns one `PGconn`, closes it exactly once, and puts Swift's words on libpq's calls. It knows nothing of conversations.
/// Not Sendable: it belongs to the actor that made it and is only touched on that actor's lane.
@safe
final class ConnectionHandle {
    // Not private, for the making of connections in another file; nobody else touches it.
    let pointer: OpaquePointer
    private let tally: StatementTally

    /// Takes over the connection.
    /// - Parameter tally: where its statements are counted.
    @unsafe
    init(_ pointer: OpaquePointer, counting tally: StatementTally) {
        unsafe self.pointer = pointer
        self.tally = tally
    }

    deinit {
        unsafe PQfinish(pointer)
    }

    var isBroken: Bool { unsafe PQstatus(pointer) == CONNECTION_BAD }

    var socket: Int32 { unsafe PQsocket(pointer) }

    /// For instance 150018.
    var serverRelease: Int { Int(unsafe PQserverVersion(pointer)) }

    var processID: Int32 { unsafe PQbackendPID(pointer) }

    /// What the session is in, as the server said at the end of its last answer.
    var condition: SessionDesk.Condition {
        if isBroken { return .broken }
        return switch unsafe PQtransactionStatus(pointer) {
        case PQTRANS_IDLE: .idle
        case PQTRANS_INTRANS: .inTransaction
        case PQTRANS_INERROR: .inFailedTransaction
        // PQTRANS_ACTIVE between conversations: an answer was left unread.
        default: .broken
        }
    }

    func makeCanceller() -> Canceller? {
        guard let cancel = unsafe PQgetCancel(pointer) else { return nil }
        return unsafe Canceller(cancel)
    }

    /// The next answer; nil at the end of a statement's answers. Blocks.
    func nextResult() -> RawResult? {
        guard let result = unsafe PQgetResult(pointer) else { return nil }
        return unsafe RawResult(result)
    }

    // The calls below return false when the message could not be queued or sent.

    func sendScript(_ sql: String) -> Bool {
        tally.add()
        return unsafe PQsendQuery(pointer, sql) == 1
    }

    func sendPrepare(name: String, sql: String, types: [UInt32]) -> Bool {
        unsafe PQsendPrepare(pointer, name, sql, Int32(types.count), types) == 1
    }

    func send(prepared name: String, _ binds: Binds) -> Bool {
        tally.add()
        return unsafe binds.withAddresses { values in
            unsafe PQsendQueryPrepared(
                pointer, name, Int32(binds.count), values, binds.lengths, Self.binaryFormats(binds.count), 1
            ) == 1
        }
    }

    func send(unprepared sql: String, _ binds: Binds) -> Bool {
        tally.add()
        return unsafe binds.withAddresses { values in
            unsafe PQsendQueryParams(
                pointer, sql, Int32(binds.count), binds.types, values, binds.lengths,
                Self.binaryFormats(binds.count), 1
            ) == 1
        }
    }

    func enterPipeline() -> Bool { unsafe PQenterPipelineMode(pointer) == 1 }

    func exitPipeline() -> Bool { unsafe PQexitPipelineMode(pointer) == 1 }

    func synchronize() -> Bool { unsafe PQpipelineSync(pointer) == 1 }

    /// Asks that the rows of the statement whose answers come next arrive one by one.
    func askForSingleRows() { _ = unsafe PQsetSingleRowMode(pointer) }

    /// The format code of binary values, as often as any statement needs it.
    private static let manyBinaryFormats = [Int32](repeating: 1, count: 64)

    private static func binaryFormats(_ count: Int) -> [Int32] {
        count <= manyBinaryFormats.count ? manyBinaryFormats : [Int32](repeating: 1, count: count)
    }
}

extension Binds {
    /// Lends the addresses of the values as libpq wants them: nil for NULL.
    @unsafe
    fileprivate func withAddresses<T>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> T) -> T {
        guard count > 0 else { return body(nil) }
        return unsafe bytes.storage.withUnsafeBytes { storage in
            unsafe withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) { addresses in
                // An empty value needs an address all the same, or it would be NULL.
                let base = unsafe storage.baseAddress ?? UnsafeRawPointer(addresses.baseAddress.unsafelyUnwrapped)
                for index in 0..<count {
                    let isNull = lengths[index] < 0
                    let address = unsafe (base + offsets[index]).assumingMemoryBound(to: CChar.self)
                    unsafe addresses.initializeElement(at: index, to: isNull ? nil : address)
                }
                return unsafe body(UnsafePointer(addresses.baseAddress))
            }
        }
    }
}
