import API
import EpisodeStore
import HTTPTypes
import Hummingbird
import NIOCore
import Postgres
import Practice

/// What is taken away in one go: it starts at once, takes no more memory for more lines, is all of one moment, and ends
/// with how many lines there were.
struct ExportOperations: Sendable {
    /// Each holds a connection to the database while it lasts; others are for everybody else.
    private static let atOnce = 2
    /// How long one may last: a client that takes ever less ends it.
    private static let longest: Duration = .seconds(1_800)

    private let places = ExportPlaces(ExportOperations.atOnce)

    func export(_ table: ExportTable, _ call: APICall) async throws -> APIAnswer {
        let site = try call.site()
        guard let place = places.take() else {
            throw Problem(.tooMany, "At most \(Self.atOnce) exports run at once: send the same again later.")
        }
        let lines = ExportLines(columns: table.columns, isCSV: call.query["format"] == "csv")
        // The door is passed before the answer begins, so that what is refused is told as a problem.
        let pass = try await call.practice.beginExport(of: table, at: site)
        return APIAnswer(
            .stream(type: lines.type) { writer in
                defer { withExtendedLifetime(place) {} }
                let handover = Handover()
                try await writer.write(ByteBuffer(bytes: lines.head))
                async let count = Self.read(pass, as: lines, of: call.practice, into: handover)
                while let bytes = await handover.take() {
                    do {
                        try await writer.write(ByteBuffer(bytes: bytes))
                    } catch {
                        await handover.giveUp()
                        throw error
                    }
                }
                try await writer.write(ByteBuffer(bytes: lines.end(try await count)))
            })
    }

    /// Reads everything while what was read before is written.
    private static func read(
        _ pass: ExportPass, as lines: ExportLines, of practice: Practice, into handover: Handover
    ) async throws -> Int {
        let end = ContinuousClock.now.advanced(by: longest)
        do {
            let count = try await practice.export(pass) { part in
                guard ContinuousClock.now < end else { throw CancellationError() }
                try await handover.give(try lines.bytes(of: part))
            }
            await handover.finish()
            return count
        } catch {
            await handover.finish()
            throw error
        }
    }
}

/// So many may do something at once.
final class ExportPlaces: Sendable {
    private let free: Guarded<Int>

    init(_ count: Int) {
        free = Guarded(count)
    }

    /// A place, which is given back when nobody holds it any more; nil when none is free.
    func take() -> Place? {
        let isTaken = free.withLock { free -> Bool in
            guard free > 0 else { return false }
            free -= 1
            return true
        }
        return isTaken ? Place(self) : nil
    }

    fileprivate func giveBack() { free.withLock { $0 += 1 } }

    /// A place that is held.
    final class Place: Sendable {
        private let places: ExportPlaces

        fileprivate init(_ places: ExportPlaces) {
            self.places = places
        }

        deinit { places.giveBack() }
    }
}
