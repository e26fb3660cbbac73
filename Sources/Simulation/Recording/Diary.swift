import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

/// What happened in a stream, and on which evening somebody wrote it down. Kept in any order; ``evenings`` brings it
/// into that of recording.
struct Diary<Command: StreamCommand>: Sendable {
    /// Something that is written down.
    struct Note: Sendable {
        /// What happened; a command that belongs where another note stood is a correction of that one.
        var command: Command
        var on: CivilDate
        /// The evening on which it is written down.
        var known: CivilDate
        var author: Author
        /// The place among notes of one day.
        var turn: Turn
        /// The note that it corrects.
        var corrects: Int?
    }

    private(set) var notes: [Note] = []

    /// Adds a note, and tells its number.
    @discardableResult
    mutating func add(
        _ command: Command, on day: CivilDate, known: CivilDate, by author: Author, _ turn: Turn,
        correcting note: Int? = nil
    ) -> Int {
        notes.append(
            Note(command: command, on: day, known: max(known, day), author: author, turn: turn, corrects: note)
        )
        return notes.count - 1
    }

    /// The numbers of the notes that are written down before a day, evening by evening: the beginning of all first, the
    /// others of an evening as they happened, corrections last.
    func order(before end: CivilDate) -> [Int] {
        let written = notes.indices.filter { notes[$0].known < end }
        return written.sorted { left, right in
            let (a, b) = (notes[left], notes[right])
            if a.known != b.known { return a.known < b.known }
            if (a.turn == .beginning) != (b.turn == .beginning) { return a.turn == .beginning }
            if (a.corrects == nil) != (b.corrects == nil) { return a.corrects == nil }
            if a.on != b.on { return a.on < b.on }
            return a.turn != b.turn ? a.turn < b.turn : left < right
        }
    }
}

/// The place among notes of one day: what must come first comes first.
enum Turn: UInt8, Comparable, Sendable {
    case beginning
    case decision
    case allocation
    case ending
    case start
    case phase
    case plan
    case contact
    case interview
    case closing
    case followUp

    static func < (left: Turn, right: Turn) -> Bool { left.rawValue < right.rawValue }
}
