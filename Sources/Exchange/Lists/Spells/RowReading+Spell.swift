import CivilDate
import Intervention

extension RowReading where Row: SpellRow, Site == ListSite {
    /// The child: by its own reference or by that of one of its episodes.
    mutating func owner() -> RowOwner? {
        let child: ChildRef? = siteCode(.childRef)
        let episode: EpisodeRef? = siteCode(.episodeRef)
        switch (cells[.childRef], cells[.episodeRef]) {
        case (nil, nil):
            report(.childOrEpisode, .childRef, "the row names no child; fill in child_ref or episode_ref")
        case (.some, .some):
            report(.childOrEpisode, .episodeRef, "the row has child_ref and episode_ref; empty one of the two")
        case (.some, nil): return child.map { .child($0) }
        case (nil, .some): return episode.map { .episode($0) }
        }
        return nil
    }

    /// The days of the spell: nothing lies in the future, and the end lies after the start.
    mutating func spell() -> (startedOn: CivilDate, endedOn: CivilDate?)? {
        let startedOn = day(.startedOn)
        let endedOn = day(.endedOn)
        if let startedOn { checkNotInFuture(startedOn, .startedOn) }
        if let endedOn { checkNotInFuture(endedOn, .endedOn) }
        guard let startedOn else { return nil }
        if let endedOn, endedOn <= startedOn {
            report(
                .datesOutOfOrder, .endedOn,
                "ended_on does not lie after started_on; it is the first day on which the spell no longer lasts"
            )
        }
        return (startedOn, endedOn)
    }

    /// Whose row it is, as far as it is legible.
    static func owner(in cells: RowCells<Row.Column>) -> RowOwner? {
        switch (cells[.childRef], cells[.episodeRef]) {
        case (let text?, nil): ChildRef(text).map { .child($0) }
        case (nil, let text?): EpisodeRef(text).map { .episode($0) }
        default: nil
        }
    }

    /// The first day, as far as it is legible.
    static func startedOn(in cells: RowCells<Row.Column>) -> CivilDate? {
        cells[.startedOn].flatMap { CivilDate(iso: $0) }
    }
}
