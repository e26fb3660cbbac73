import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import MSTCAN
import MSTFIT
import Postgres
import Practice
import PrivateCluster
import Sites
import StandardMST
import Vault

/// Many people recorded through the use cases of a home, and what an administrator could take away of them.
enum CanaryPeople {
    /// Records children with their particulars.
    static func record(_ count: Int, in workplace: Workplace, _ text: (Int) -> String) async throws {
        let home = HomeFolder(path: workplace.environment["HOMEWARD_HOME"] ?? "")
        let cluster = try PrivateCluster(home: home).running()
        let pool = Pool(
            PoolConfiguration(target: ConnectionTarget(conninfo: cluster.connectInfo(role: .application)), size: 2))
        let models = try ModelRegistry([StandardMST(), MSTCAN(), MSTFIT()])
        let store = EpisodeStore(models: models, vault: Vault(try HomeKeys(folder: home.keys)), clock: .system)
        let practice = Practice(application: pool, reporting: pool, store: store, models: models, clock: .system)
        guard let site = SiteCode("north") else { throw TestTrouble("'north' is a code") }
        do {
            for number in 0..<count {
                guard let ref = ChildRef("C-\(number)") else { throw TestTrouble("'C-\(number)' is a reference") }
                let child = ChildID(high: .random(in: .min ... .max), low: .random(in: .min ... .max))
                let entry = Engine.Entry(ChildCommand.register(ref), on: CivilDate(dayNumber: 20_000))
                try await practice.record([entry], to: child, at: site)
                try await practice.recordPerson(.child(ref), ParticularsText.read(text(number)), at: site)
            }
            // Looked for as well: what a search writes down must not tell what was looked for.
            for number in stride(from: 0, to: count, by: 50) {
                let name = text(number).split(separator: "\n")[0].dropFirst("name: ".count)
                _ = try await practice.search(String(name), at: site)
            }
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
    }

    /// Everything in the database, as an administrator dumps it, and all that was written before it on the disk.
    static func dump(_ workplace: Workplace, to file: String) async throws {
        try await workplace.withAdministrator { pool in
            try await pool.withConnection { _ = try await $0.execute("CHECKPOINT") }
        }
        let run = try await ProgramRun.of(
            ["pg_dump", "--file", file, "--dbname", workplace.administrator],
            in: try await ServerPrograms.find().folder)
        guard run.succeeded else { throw TestTrouble(run.complaint) }
    }

    /// Writes a text in clear where an administrator could, and to the disk.
    static func plant(_ text: String, in workplace: Workplace) async throws {
        try await workplace.withAdministrator { pool in
            try await pool.withConnection { connection in
                _ = try await connection.execute("UPDATE site.site SET name = \(text)")
            }
        }
    }
}
