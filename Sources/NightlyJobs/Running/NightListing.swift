import CivilDate
import Intervention
import Practice
import Sites

/// A date of a job at a site as lists show it.
package struct ListedNight: Hashable, Sendable {
    /// Which one.
    package let key: OccurrenceKey
    /// How it stands; nil when nobody planned it although its time has passed.
    package let occurrence: Occurrence?
    /// Whether it was not done in time, or is not by now.
    package let isLate: Bool
    /// Whether it changed nothing where runs before it changed something.
    package let isUnusual: Bool
}

extension NightDesk {
    /// The nights of some dates with their marks, by date and then in the order of the jobs.
    /// - Parameters:
    ///   - job: only this job's; nil for all.
    ///   - from: the first date; nil for all there are.
    ///   - through: the last date; nil for all there are.
    /// - Throws: ``JobFault`` when the site's time zone is unknown.
    package func list(
        of job: JobName? = nil, from: CivilDate? = nil, through: CivilDate? = nil
    ) async throws -> [ListedNight] {
        let now = worker.practice.now()
        let judge = NightJudge(
            calendar: try await SiteNight(site, worker) { _ in }.calendar(), lateAt: worker.settings.lateAt)
        // What is usual is told by runs before the first that is listed; failed dates may lie between them.
        let reach = 3 * NightJudge.runsThatSayWhatIsUsual
        let found = try await ledger.occurrences(of: job, from: from.map { $0.adding(days: -reach) }, through: through)
        let newest = try await ledger.newestDates()
        var listed: [ListedNight] = []
        for (name, occurrences) in Dictionary(grouping: found, by: \.key.job) {
            let definition = worker.jobs.first { $0.name == name }
            for occurrence in occurrences where from.map({ $0 <= occurrence.key.date }) ?? true {
                listed.append(
                    ListedNight(
                        key: occurrence.key, occurrence: occurrence, isLate: judge.isLate(occurrence, at: now),
                        isUnusual: definition.map {
                            NightJudge.isUnusual(occurrence, of: $0, after: occurrences)
                        } ?? false))
            }
        }
        for definition in worker.jobs where job == nil || job == definition.name {
            let asked = Set(found.filter { $0.key.job == definition.name }.map(\.key.date))
            let dates = judge.unplanned(after: newest[definition.name], at: now)
                .filter { day in
                    !asked.contains(day) && (from.map { $0 <= day } ?? true) && (through.map { day <= $0 } ?? true)
                }
            listed += dates.map {
                ListedNight(
                    key: OccurrenceKey(site: site.code, job: definition.name, date: $0), occurrence: nil, isLate: true,
                    isUnusual: false)
            }
        }
        let places = Dictionary(uniqueKeysWithValues: worker.jobs.enumerated().map { ($1.name, $0) })
        return listed.sorted {
            ($0.key.date, places[$0.key.job] ?? worker.jobs.count, $0.key.job.text)
                < ($1.key.date, places[$1.key.job] ?? worker.jobs.count, $1.key.job.text)
        }
    }
}
