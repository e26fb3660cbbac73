package import CivilDate
internal import Postgres

/// A look as it was written down.
package struct LookEntry: Hashable, Sendable {
    /// Its place in the order of looks and events.
    package let arrival: Arrival
    /// When it was asked.
    package let at: Instant
    /// The code of the account; `programme` or `operator` where nobody signed in.
    package let actor: String
    /// By which way: a session, a token, the command line.
    package let way: String
    /// For whom, when it was cover.
    package let coverFor: String?
    /// What was done.
    package let action: String
    /// Why: by which relation.
    package let relation: String
    /// To what kind of thing.
    package let target: String
    /// To which; nil for the site and the network.
    package let targetID: String?
    /// How the site calls it, where the reader reaches it: the reference of an episode or a child, the code of a team.
    package let ref: String?
    /// How it ended.
    package let outcome: String
    /// How many rows it gave, where it gave rows.
    package let rows: Int?
    /// What the person was told to quote.
    package let reference: String?
}

/// Which looks are wanted; what is nil does not matter.
package struct LookFilter: Hashable, Sendable {
    /// By whom: an account's code.
    package var account: AccountCode?
    /// At any of these; nil for whatever was looked at.
    package var targets: [Look.Target]?
    /// What was done.
    package var action: Action?
    /// How it ended.
    package var outcome: Look.Outcome?
    /// From this instant on.
    package var from: Instant?
    /// Before this instant.
    package var until: Instant?
    /// Only what was seen by breaking the glass.
    package var onlyBreakGlass = false
    /// After this place: how a long answer is read in parts.
    package var after = Arrival.least

    /// Everything.
    package init() {}
}

extension LookEntry {
    /// Reads a row of ``LookBook/read(_:at:limit:in:)`` or of the network's.
    init(_ row: Row) throws(PostgresFault) {
        arrival = Arrival(try row.decode(0))
        at = try row.decode(1)
        (actor, way) = (try row.decode(2), try row.decode(3))
        (coverFor, action) = (try row.decode(4), try row.decode(5))
        (relation, target) = (try row.decode(6), try row.decode(7))
        (targetID, ref) = (try row.decode(8), try row.decode(9))
        outcome = try row.decode(10)
        rows = try row.decode(11, as: Int64?.self).map(Int.init)
        reference = try row.decode(12)
    }
}
