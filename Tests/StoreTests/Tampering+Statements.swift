import EpisodeEngine
import EpisodeFixtures
import Intervention
@_spi(Splice) import Postgres
import RandomHistories

extension Tampering {
    /// An UPDATE of one column of an event; nil when the act is another or changes nothing here.
    func change(_ act: Act, _ victim: Victim, using random: inout SplitMix64) -> Statement? {
        let days = Int32.random(in: 1...30, using: &random)
        let assignment: String? =
            switch act {
            case .redateOccurred: "occurred_on = occurred_on - \(days)"
            case .redateRecorded: "recorded_at = recorded_at + interval '\(days) microseconds'"
            case .changeKind: victim.kind == "corrected" ? nil : "kind = 'corrected'"
            case .changeVersion: "schema_version = 2"
            case .changeAuthor: "recorded_by = 'somebody-else'"
            case .changeOnBehalf: "on_behalf_of = 'somebody-else'"
            case .changeModel: victim.stream == .episode ? "model_id = 'mst'" : nil
            case .changeModelVersion: victim.stream == .episode ? "model_version = 2" : nil
            case .changeSettings: victim.stream == .episode ? "settings_version = NULL" : nil
            case .changeHash: "hash = sha256(hash)"
            case .changePreviousHash: victim.seq == 1 ? nil : "previous_hash = sha256(previous_hash)"
            case .addKey: #"payload = payload || '{"note": "added"}'"#
            case .removeKey:
                victim.payload == "{}"
                    ? nil : "payload = payload - (SELECT min(k) FROM jsonb_object_keys(payload) AS k)"
            case .changeValue: Self.rewritten(victim.payload).map { "payload = '\($0)'" }
            default: nil
            }
        guard let assignment else { return nil }
        return "UPDATE record.event SET \(splice: assignment) WHERE \(splice: key(victim)) AND seq = \(victim.seq)"
    }

    /// The payload with its first whole number one higher, or a fraction after it; nil when it has no number.
    private static func rewritten(_ payload: String) -> String? {
        guard let match = payload.firstRange(of: /: [0-9]+/) else { return nil }
        guard let number = Int64(payload[match].dropFirst(2)) else { return nil }
        var text = payload
        text.replaceSubrange(match, with: number.isMultiple(of: 2) ? ": \(number + 1)" : ": \(number).5")
        return text
    }

    func key(_ victim: Victim) -> String {
        "site_id = \(site.id.number) AND stream = '\(victim.stream.rawValue)' AND stream_id = '\(victim.id)'"
    }

    func redate(_ victim: Victim) -> Statement {
        """
        UPDATE record.event SET occurred_on = occurred_on - 1
        WHERE \(splice: key(victim)) AND seq = \(victim.seq)
        """
    }

    func setPayload(_ victim: Victim, _ payload: String) -> Statement {
        "UPDATE record.event SET payload = \(JSONText(payload)) WHERE \(splice: key(victim)) AND seq = \(victim.seq)"
    }

    func delete(_ victim: Victim, from first: Int64, through last: Int64) -> Statement {
        "DELETE FROM record.event WHERE \(splice: key(victim)) AND seq BETWEEN \(first) AND \(last)"
    }

    func headToLastEvent(_ victim: Victim) -> Statement {
        """
        UPDATE record.stream AS s SET head_seq = e.seq, head_hash = e.hash, last_recorded_at = e.recorded_at
        FROM (SELECT seq, hash, recorded_at FROM record.event WHERE \(splice: key(victim)) ORDER BY seq DESC LIMIT 1) AS e
        WHERE \(splice: key(victim))
        """
    }

    func headBack(_ victim: Victim) -> Statement {
        "UPDATE record.stream SET head_seq = head_seq - 1 WHERE \(splice: key(victim))"
    }

    func changeHeadHash(_ victim: Victim) -> Statement {
        "UPDATE record.stream SET head_hash = sha256(head_hash) WHERE \(splice: key(victim))"
    }

    func changeHeadStamp(_ victim: Victim) -> Statement {
        """
        UPDATE record.stream SET last_recorded_at = last_recorded_at + interval '1 microsecond'
        WHERE \(splice: key(victim))
        """
    }

    func deleteHead(_ victim: Victim) -> Statement {
        "DELETE FROM record.stream WHERE \(splice: key(victim))"
    }

    /// Makes room for an event. In two steps: the key holds at every row.
    func shift(_ victim: Victim, from seq: Int64) -> [Statement] {
        [
            "UPDATE record.event SET seq = seq + 1000000 WHERE \(splice: key(victim)) AND seq >= \(seq)",
            "UPDATE record.event SET seq = seq - 999999 WHERE \(splice: key(victim)) AND seq >= 1000000",
        ]
    }

    func copy(_ victim: Victim, from seq: Int64, to other: Int64) -> Statement {
        """
        INSERT INTO record.event SELECT site_id, stream, stream_id, \(other), kind, schema_version, occurred_on, recorded_at,
            recorded_by, on_behalf_of, model_id, model_version, settings_version, payload, previous_hash, hash
        FROM record.event WHERE \(splice: key(victim)) AND seq = \(seq)
        """
    }

    /// Two events change places, each keeping its own hashes.
    func swap(_ victim: Victim, with other: Int64) -> [Statement] {
        [
            "UPDATE record.event SET seq = 1000000 WHERE \(splice: key(victim)) AND seq = \(victim.seq)",
            "UPDATE record.event SET seq = \(victim.seq) WHERE \(splice: key(victim)) AND seq = \(other)",
            "UPDATE record.event SET seq = \(other) WHERE \(splice: key(victim)) AND seq = 1000000",
        ]
    }
}
