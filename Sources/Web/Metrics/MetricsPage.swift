import Hummingbird
import Postgres

/// The page of metrics: requests, connections, readiness, nights, the process. Never a person or a value of a query; a
/// site only by its code, with the figures of its nights.
struct MetricsPage: Sendable {
    let metrics: WebMetrics
    let parts: WebParts
    let version: String
    let nights: NightMetrics?

    func answer() async -> Response {
        let readiness = await parts.readiness.report()
        let snapshot = await metrics.snapshot
        var page = MetricsText()
        MetricsPage.write(snapshot, to: &page)
        writePools(to: &page)
        MetricsPage.write(readiness, to: &page)
        if let nights { NightMetrics.write(await nights.figures(), to: &page) }
        ProcessFigures.read().write(to: &page)
        page.begin("homeward_build_info", .gauge, "The program; always 1.")
        page.add("homeward_build_info", 1, ["version": version])
        return Response(text: page.text, type: MetricsText.type)
    }

    private static func write(_ snapshot: WebMetrics.Snapshot, to page: inout MetricsText) {
        let requests = "homeward_http_requests_total"
        page.begin(requests, .counter, "Requests that were answered.")
        let kinds = snapshot.requests.sorted {
            ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
        }
        for (kind, count) in kinds {
            page.add(requests, count, ["route": kind.route, "method": kind.method, "status": String(kind.status)])
        }
        let durations = "homeward_http_request_duration_seconds"
        page.begin(durations, .histogram, "Time from the head of a request to the head of its answer.")
        for (route, histogram) in snapshot.durations.sorted(by: { $0.key < $1.key }) {
            var below = 0
            for (bound, count) in zip(DurationHistogram.bounds, histogram.counts) {
                below += count
                page.add("\(durations)_bucket", below, ["route": route, "le": MetricsPage.seconds(bound)])
            }
            page.add("\(durations)_bucket", histogram.total, ["route": route, "le": "+Inf"])
            page.add("\(durations)_sum", MetricsText.seconds(histogram.sum), ["route": route])
            page.add("\(durations)_count", histogram.total, ["route": route])
        }
        page.begin("homeward_http_requests_in_flight", .gauge, "Requests that are being answered.")
        page.add("homeward_http_requests_in_flight", snapshot.inFlight)
    }

    private func writePools(to page: inout MetricsText) {
        let pools = parts.pools.map { (name: $0.name, census: $0.pool.census) }
        page.begin("homeward_pool_connections", .gauge, "Connections to the database, by what they do.")
        for (name, census) in pools {
            page.add("homeward_pool_connections", census.lent, ["pool": name, "state": "lent"])
            page.add("homeward_pool_connections", census.idle, ["pool": name, "state": "idle"])
        }
        page.begin("homeward_pool_waiting", .gauge, "Callers that wait for a connection.")
        for (name, census) in pools { page.add("homeward_pool_waiting", census.waiting, ["pool": name]) }
        page.begin("homeward_pool_statements_total", .counter, "Statements that went to the database.")
        for pool in parts.pools {
            page.add("homeward_pool_statements_total", pool.pool.statements, ["pool": pool.name])
        }
    }

    private static func write(_ readiness: ReadinessReport, to page: inout MetricsText) {
        page.begin("homeward_ready", .gauge, "Whether work can be done.")
        page.add("homeward_ready", readiness.isReady ? 1 : 0)
        page.begin("homeward_check_passed", .gauge, "Whether a check of the readiness passed.")
        let checks = [
            ("database", readiness.database), ("migrations", readiness.migrations), ("shapes", readiness.shapes),
        ]
        for (name, passed) in checks { page.add("homeward_check_passed", passed ? 1 : 0, ["check": name]) }
    }

    /// A bound in seconds, without zeros that say nothing: `0.005`, `2.5`, `10`.
    private static func seconds(_ milliseconds: Int) -> String {
        var text = MetricsText.seconds(.milliseconds(milliseconds))
        while text.hasSuffix("0") { text.removeLast() }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
