import FoundationEssentials
import Glibc
import PrivateCluster
import Testing

/// Kills the database and the service in turn while both are at work.
struct KillDrillTests {
    /// How often each is killed: a drill sets more.
    static let kills = ProcessInfo.processInfo.environment["HOMEWARD_DRILL_KILLS"].flatMap { Int($0) } ?? 2

    @Test func `no kill of the database or the service loses an acknowledged write, and both are back in ten seconds`()
        async throws
    {
        try await Workplace.lendDurable { workplace in
            try await workplace.applySite()
            let home = HomeFolder(path: workplace.environment["HOMEWARD_HOME"] ?? "")
            let cluster = PrivateCluster(home: home)
            let place = ServedPlace(try await Served.start(workplace))
            try await place.served.untilReady()
            let load = try DrillLoad(home: home, place: place)
            await load.start()
            var recoveries: [(what: String, duration: Duration)] = []
            for _ in 0..<Self.kills {
                await load.untilOneMoreWrite()
                let old = try cluster.running().process
                #expect(kill(old, SIGKILL) == 0)
                let start = ContinuousClock.now
                while ((try? cluster.running().process) ?? old) == old { try await Task.sleep(for: .milliseconds(10)) }
                try await place.served.untilAnswering()
                recoveries.append(("database", start.duration(to: .now)))

                await load.untilOneMoreWrite()
                let killed = await place.served
                killed.child.signal(SIGKILL)
                let restart = ContinuousClock.now
                _ = try await killed.child.outcome()
                await place.move(to: try await Served.start(workplace))
                try await place.served.untilAnswering()
                recoveries.append(("service", restart.duration(to: .now)))
            }
            let result = await load.finish()
            #expect(recoveries.allSatisfy { $0.duration < .seconds(10) }, "\(recoveries)")
            #expect(result.reads > 0)
            let kept = try await workplace.children()
            #expect(result.acknowledged.isSubset(of: kept))
            #expect(result.acknowledged.count >= 2 * Self.kills)
            #expect(try await workplace.run(["verify"]).status == 0)
            #expect(try await place.served.stop().status == 0)
            let longest = recoveries.max { $0.duration < $1.duration }
            print(
                "kill drill: \(Self.kills) kills of each, \(result.acknowledged.count) acknowledged writes, all kept;"
                    + " \(result.reads) pages; longest recovery \(longest.map { "\($0.what) \($0.duration)" } ?? "none")"
            )
        }
    }
}
