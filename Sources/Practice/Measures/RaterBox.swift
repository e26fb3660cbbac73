import CivilDate
import Intervention
import Postgres
import Vault

/// Who still owes a return of a measure of staff. It knows neither times nor order: all raters of a slot are written at
/// once, and who has returned is removed, so that nothing here tells whose a return in the record is.
struct RaterBox {
    let site: SiteID
    let team: TeamID
    let slot: MeasureSlots.Slot
    let kind: StaffMeasureKind

    private var key: (uuid: UUIDBytes, instrument: String) {
        (team.bound, kind.instrument.text)
    }

    /// Removes whoever still owed a return in a slot that is over, and writes down who may owe one in this slot, once: a
    /// slot that was opened before is not opened again, whatever the interval was in between.
    /// - Parameter over: slots that began by this day are over.
    func open(for raters: [StaffCode], over: CivilDate, in transaction: Transaction) async throws {
        let (uuid, instrument) = key
        try await transaction.execute(
            """
            DELETE FROM duty.measure_rater WHERE site_id = \(site.number) AND team_id = \(uuid)
                AND instrument = \(instrument) AND from_day <= \(over)
            """
        )
        try await transaction.execute(
            """
            WITH opened AS (
                INSERT INTO duty.measure_slot (site_id, team_id, instrument, from_day)
                VALUES (\(site.number), \(uuid), \(instrument), \(slot.from))
                ON CONFLICT DO NOTHING RETURNING site_id, team_id, instrument, from_day
            )
            INSERT INTO duty.measure_rater (site_id, team_id, instrument, from_day, staff)
            SELECT o.site_id, o.team_id, o.instrument, o.from_day, r.staff
            FROM opened AS o CROSS JOIN unnest(\(raters.map(\.text))) AS r(staff)
            """
        )
    }

    /// Removes a rater whose return is counted.
    /// - Returns: whether the rater owed one.
    func take(_ rater: StaffCode, in transaction: Transaction) async throws -> Bool {
        let (uuid, instrument) = key
        let tag = try await transaction.execute(
            """
            DELETE FROM duty.measure_rater WHERE site_id = \(site.number) AND team_id = \(uuid)
                AND instrument = \(instrument) AND from_day = \(slot.from) AND staff = \(rater.text)
            """
        )
        return tag.rows == 1
    }
}
