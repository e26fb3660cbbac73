import CivilDate
import Intervention
import Postgres
import Sites

/// What decides how long the records of a site's children are kept, as far as it is read.
struct RecordedLives {
    /// A child's life, with the key that reports know it by.
    private var lives: [ChildID: RecordedLife] = [:]
    /// The children who take part in the episodes of another.
    private var company: [ChildID: Set<ChildID>] = [:]

    /// Takes an episode of a child.
    /// - Parameters:
    ///   - birth: the month of birth, when it is known.
    ///   - closedOn: nil while it is open; for an episode that was declined the day of that.
    mutating func add(
        episodeOf child: ChildID, referredOn: CivilDate, closedOn: CivilDate?, birth: CivilMonth?
    ) {
        let end = max(closedOn ?? referredOn, referredOn)
        var life = lives[child] ?? RecordedLife(endedOn: end, firstKnownOn: referredOn)
        life.endedOn = max(life.endedOn, end)
        life.firstKnownOn = min(life.firstKnownOn, referredOn)
        if closedOn == nil { life.isOpen = true }
        if let born = birth.map({ RecordedLife.Birth(in: $0) }),
            born.last > life.birth?.last ?? born.first.adding(days: -1)
        {
            life.birth = born
        }
        lives[child] = life
    }

    /// Takes a child of whom nothing but the stream is known, since a day.
    mutating func add(child: ChildID, knownOn day: CivilDate) {
        guard lives[child] == nil else { return }
        lives[child] = RecordedLife(endedOn: day, firstKnownOn: day)
    }

    /// Takes a spell of what social care provided; one that lasts counts by its beginning, for nobody tells its end after
    /// the closing.
    mutating func add(provision kind: ProvisionKind, of child: ChildID, from start: CivilDate, until end: CivilDate?) {
        guard var life = lives[child] else { return }
        life.provision.insert(kind)
        life.endedOn = max(life.endedOn, end ?? start)
        lives[child] = life
    }

    /// Takes a child's death.
    mutating func add(deathOf child: ChildID, on day: CivilDate) { lives[child]?.diedOn = day }

    /// Takes a child that takes part in the episode of another.
    mutating func add(companion: ChildID, in episodeOf: ChildID, endedOn: CivilDate, isOpen: Bool) {
        guard companion != episodeOf, var life = lives[companion] else { return }
        company[episodeOf, default: []].insert(companion)
        life.endedOn = max(life.endedOn, endedOn)
        if isOpen { life.isOpen = true }
        lives[companion] = life
    }

    /// How long each record is kept: as long as the longest rule says, of the child and of those children whom its episodes
    /// are about too.
    func verdicts(by policy: RetentionPolicy) -> [ChildID: RetentionVerdict] {
        let own = lives.mapValues { policy.verdict(for: $0) }
        var verdicts = own
        for (child, companions) in company {
            guard let first = own[child] else { continue }
            verdicts[child] = companions.compactMap { own[$0] }.reduce(first) { RetentionVerdict.longer($0, $1) }
        }
        return verdicts
    }
}
