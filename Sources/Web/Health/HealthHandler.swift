import Hummingbird

/// Answers those who watch the service.
struct HealthHandler: Sendable {
    let readiness: Readiness

    /// The process lives. Touches nothing.
    func alive() -> Response { Response(text: "ok\n", type: "text/plain; charset=utf-8") }

    /// Whether work can be done: the database answers, is migrated, and what reports read has today's form.
    func ready() async -> Response {
        let report = await readiness.report()
        let text =
            "{\"ready\": \(report.isReady), \"checks\": {\"database\": \(report.database), \"migrations\": "
            + "\(report.migrations), \"shapes\": \(report.shapes)}}\n"
        return Response(
            text: text, type: "application/json", status: report.isReady ? .ok : .serviceUnavailable)
    }
}
