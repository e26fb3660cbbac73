import CivilDate
import EpisodeEngine
import Intervention

/// A correction in the words of a client: what is right in the place of events that are on record, and which of them did not
/// happen.
package struct CorrectionWish<Write: Hashable & Sendable>: Hashable, Sendable {
    /// What is right in the place of an event.
    package struct Replacement: Hashable, Sendable {
        /// The place of the event.
        package let seq: StreamSeq
        /// What is right.
        package let write: Write
        /// The day it happened on.
        package let on: CivilDate

        /// What is right in the place of an event.
        package init(_ seq: StreamSeq, _ write: Write, on day: CivilDate) {
            self.seq = seq
            self.write = write
            on = day
        }
    }

    /// Why, in one word.
    package let cause: CorrectionCause
    /// Why, in words, which are sealed; nil when the word is all there is to say.
    package let note: String?
    /// What is right.
    package let replacements: [Replacement]
    /// What did not happen.
    package let withdrawals: [StreamSeq]

    /// A correction.
    package init(
        cause: CorrectionCause, note: String?, replacements: [Replacement], withdrawals: [StreamSeq]
    ) {
        self.cause = cause
        self.note = note
        self.replacements = replacements
        self.withdrawals = withdrawals
    }
}

extension CorrectionWish {
    /// The replacements in the record's words, with the place of the one that is wrong.
    func resolved<Command: StreamCommand>(
        _ command: (Replacement) async throws -> Command
    ) async throws -> [Correction<Command>.Replacement] {
        var found: [Correction<Command>.Replacement] = []
        for (place, replacement) in replacements.enumerated() {
            do {
                found.append(.init(replacement.seq, with: try await command(replacement), on: replacement.on))
            } catch let fault as RecordingFault {
                throw RecordingFault.inReplacement(place, fault)
            }
        }
        return found
    }
}

extension History {
    /// The command that an event of the record would be asked for with, whether it stands or was withdrawn.
    /// - Throws: ``RecordingFault`` `nothingAt` for a correction, and past the end.
    func command(at seq: StreamSeq) throws(RecordingFault) -> Stream.Command {
        let event = (standing.first { $0.seq == seq } ?? withdrawn.first { $0.seq == seq })?.event
        guard let command = event?.command else { throw .nothingAt(seq) }
        return command
    }
}
