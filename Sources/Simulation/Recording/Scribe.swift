import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Practice

/// Writes stories into a batch of the record: each evening's notes of a stream are one append with a stamp of that
/// evening, and the engine decides every one.
struct Scribe {
    let evenings: Evenings
    /// The first day of which nothing is known.
    let until: CivilDate
    let rules: SiteRules

    /// Writes a family's story as far as it is known.
    /// - Returns: how many episodes of it there are so far.
    func write(_ story: FamilyStory, into batch: inout RecordBatch, _ dice: inout Dice) throws -> Int {
        var episodes = 0
        for child in story.children {
            let order = child.diary.order(before: until)
            guard !order.isEmpty else { continue }
            let stream = try batch.begin(child.id, in: ChildStream.self)
            try writeLife(child.diary, order, to: stream, into: &batch, &dice)
        }
        for episode in story.episodes {
            let order = episode.diary.order(before: until)
            guard !order.isEmpty else { continue }
            let stream = try batch.begin(episode.id, in: EpisodeStream.self)
            let rules = try rules.beginning(episode.model, on: episode.diary.notes[order[0]].on)
            try write(episode.diary, order, to: stream, under: rules, into: &batch, &dice)
            episodes += 1
        }
        return episodes
    }

    /// The first evening of a child tells its past as well: all of it is decided together.
    private func writeLife(
        _ diary: Diary<ChildCommand>, _ order: [Int], to stream: BatchStream<ChildStream>,
        into batch: inout RecordBatch, _ dice: inout Dice
    ) throws {
        let first = diary.notes[order[0]]
        let opening = order.prefix { diary.notes[$0].known == first.known }
        let stamp = stamp(of: first.known, &dice)
        let entries = opening.map { Engine.Entry(diary.notes[$0].command, on: diary.notes[$0].on) }
        try batch.record(
            entries, to: stream, under: NoRules(), today: first.known, at: stamp, by: first.author)
        try write(diary, Array(order.dropFirst(opening.count)), to: stream, under: NoRules(), into: &batch, &dice)
    }

    private func write<Stream: StoredStream>(
        _ diary: Diary<Stream.Command>, _ order: [Int], to stream: BatchStream<Stream>, under rules: Stream.Rules,
        into batch: inout RecordBatch, _ dice: inout Dice
    ) throws {
        var (evening, stamp): (CivilDate?, Instant?) = (nil, nil)
        for (place, number) in order.enumerated() {
            let note = diary.notes[number]
            if note.known != evening { (evening, stamp) = (note.known, self.stamp(of: note.known, &dice)) }
            guard let corrected = note.corrects else {
                let entry = Engine.Entry(note.command, on: note.on)
                try batch.record([entry], to: stream, under: rules, today: note.known, at: stamp, by: note.author)
                continue
            }
            guard let before = order.prefix(place).firstIndex(of: corrected) else { continue }
            let replacement = Correction<Stream.Command>.Replacement(
                StreamSeq(Int64(before) + 1), with: note.command, on: note.on)
            try batch.correct(
                Correction(cause: .newInformation, replacements: [replacement]), of: stream, under: rules,
                today: note.known, at: stamp, by: note.author)
        }
    }

    private func stamp(of evening: CivilDate, _ dice: inout Dice) -> Instant? {
        evenings.instant(of: evening, second: dice.whole(0...Evenings.seconds))
    }
}
