import CivilDate
import Intervention

/// Reads one row of a register.
struct RegisterRowReader: RowReading {
    let site: RegisterSite
    let place: ImportPlace
    let cells: RegisterCells

    var problems: [ImportProblem] = []
    var advisories: [ImportAdvisory] = []

    init(site: RegisterSite, place: ImportPlace, cells: RegisterCells) {
        self.site = site
        self.place = place
        self.cells = cells
    }

    static func name(in cells: RegisterCells) -> EpisodeRef? { cells[.episodeRef].flatMap { EpisodeRef($0) } }

    static func doubled(on lines: String) -> (code: ImportProblemCode, column: RegisterColumn, sentence: String) {
        (
            .duplicateEpisodeRef, .episodeRef,
            "the same episode_ref stands on lines \(lines); an episode has one row"
        )
    }

    mutating func readCells() -> RegisterRow? {
        let draft = readDraft()
        checkTeam(draft)
        checkDays(draft)
        checkDecision(draft)
        checkClosing(draft)
        checkProfile(draft)
        return draft.row
    }
}
