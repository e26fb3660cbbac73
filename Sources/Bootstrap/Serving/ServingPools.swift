import Logging
import Postgres
import PrivateCluster
import Web

/// The connections of a service: for its work, for reports over all sites, one that only asks whether the database
/// answers, and one that only looks rows through, so that others' work cannot make it look dead; and, where the service
/// does the nights itself, those of the nights, which no page waits for.
struct ServingPools: Sendable {
    let application: Pool
    let reporting: Pool
    let probe: Pool
    let sweep: Pool
    let nights: Pool?

    init(_ door: DatabaseDoor, _ logger: Logger) throws {
        // Nobody waits for a page longer than this.
        application = try door.pool(role: .application, logger: logger) { ServingPools.limit(&$0) }
        reporting = try door.pool(role: .reporting, logger: logger) { ServingPools.limit(&$0) }
        probe = try door.pool(role: .application) { configuration in
            configuration.size = 1
            configuration.acquireTimeout = .seconds(2)
            configuration.connectPatience = .zero
            configuration.session.statementTimeout = .seconds(2)
            configuration.session.connectTimeout = .seconds(2)
        }
        // Reads whole tables, for which nobody waits.
        sweep = try door.pool(role: .application) { configuration in
            ServingPools.limit(&configuration)
            configuration.size = 1
            configuration.connectPatience = .zero
        }
        guard door.settings[.nightlyInServe].value == "on" else {
            nights = nil
            return
        }
        let needed = NightParts(door.settings).width * NightParts.connectionsOfSite
        nights = try door.pool(role: .application, logger: logger) { $0.size = needed }
    }

    /// As they stand in the metrics.
    var named: [WebParts.NamedPool] {
        [.init("application", application), .init("reporting", reporting)]
            + (nights.map { [.init("nights", $0)] } ?? [])
    }

    func close() async {
        for pool in [application, reporting, probe, sweep] + [nights].compactMap({ $0 }) { await pool.close() }
    }

    private static func limit(_ configuration: inout PoolConfiguration) {
        configuration.acquireTimeout = min(configuration.acquireTimeout, .seconds(30))
        let statement = configuration.session.statementTimeout
        configuration.session.statementTimeout = statement == .zero ? .seconds(60) : min(statement, .seconds(60))
        configuration.session.idleInTransactionTimeout = .seconds(60)
    }
}
