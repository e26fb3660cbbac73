import API
import CivilDate
import EpisodeStore
import Intervention
import NightlyJobs
import Practice
import Sites

/// Sites, models, what is owed, and nights.
struct SiteOperations: Sendable {
    let parts: WebParts

    func list(_ call: APICall) async throws -> APIAnswer {
        let sites = try await call.practice.sites()
        return APIAnswer(["sites": .list(sites.map(\.json))])
    }

    func show(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(try await call.practice.show(try call.site(), on: try call.day("on")).json)
    }

    func models(_ call: APICall) -> APIAnswer {
        let newest = parts.models.ids.compactMap { parts.models.newest($0) }
        return APIAnswer([
            "models": .list(
                newest.map {
                    ["id": .text($0.id.text), "version": .integer(Int($0.version.number)), "title": .text($0.title)]
                })
        ])
    }

    func model(_ call: APICall) throws -> APIAnswer {
        guard let model = call.path["model"].flatMap({ ModelID($0) }).flatMap({ parts.models.newest($0) }) else {
            throw Problem.absent
        }
        return APIAnswer(.written(ModelDescription(model).json))
    }

    func duties(_ call: APICall) async throws -> APIAnswer {
        let site = try call.site()
        let day = try call.day("on")
        // What is owed is worked out date by date: nobody plans for ever.
        if let day, day > parts.clock.now().utcDay.adding(days: 366) { throw Problem.wrongParameter("on", .day) }
        return APIAnswer(try await call.practice.duties(at: site, of: call.team, on: day).json(of: site))
    }

    /// The nights of a site; none where this service does not know of nights.
    func jobs(_ call: APICall) async throws -> APIAnswer {
        let code = try call.site()
        guard let site = try await call.practice.nightSites().first(where: { $0.code == code }) else {
            throw Problem.absent
        }
        guard let worker = parts.nights?.over(call.practice) else { return APIAnswer(["occurrences": []]) }
        let through = try call.day("through")
        let from = try call.day("from") ?? (through ?? call.now.utcDay).adding(days: -13)
        let nights = try await NightDesk(worker, at: site).list(from: from, through: through)
        return APIAnswer(["occurrences": .list(nights.map(\.json))])
    }
}

extension ListedNight {
    fileprivate var json: JSON {
        let isDone = occurrence?.state == .done
        return [
            "job": .text(key.job.text), "date": .text("\(key.date)"),
            "state": .text(occurrence.map { $0.state.rawValue } ?? "unplanned"), "late": .boolean(isLate),
            "unusual": .boolean(isUnusual), "tries": .integer(occurrence.map { Int($0.tries) } ?? 0),
            "changed": isDone ? occurrence.map { .integer(Int($0.tally.changed)) } ?? .null : .null,
            "endedAt": .text(occurrence?.endedAt),
        ]
    }
}
