import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// Why a pack is not drawn up.
package enum SubjectFault: Error, Hashable, Sendable {
    /// A table has rows about the child, and nobody has said what they are.
    case unknownTable(String)
}

extension SubjectFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .unknownTable(let name):
            "\(name) has rows about the child that no part of the pack tells of; the program is to be mended first"
        }
    }
}

extension SiteSession {
    /// The parts of a child's pack, in the order of the catalogue; parts without an item are left out.
    func subjectParts(of child: ChildID) async throws -> [SubjectPack.Part] {
        var rows: [String: [Int64: [(String, String)]]] = [:]
        let found = try await transaction.query(
            """
            SELECT place, item, field, value
            FROM record.rows_about(\(child.bound))
            """)
        for row in found {
            let (place, item, field, value) = try row.decode(String.self, Int64.self, String.self, String.self)
            guard SubjectCatalogue.tables.contains(place) else { throw SubjectFault.unknownTable(place) }
            rows[place, default: [:]][item, default: []].append((field, value))
        }
        var parts: [SubjectPack.Part] = []
        for entry in SubjectCatalogue.entries {
            let items =
                switch entry.table {
                case "identity.person": try await particulars(of: child)
                case "identity.address": try await addresses(of: child)
                case "record.event": try await events(of: child)
                case "summary.draft": try await drafts(of: child)
                default: plain(rows[entry.table] ?? [:], of: entry)
                }
            guard !items.isEmpty else { continue }
            parts.append(SubjectPack.Part(key: entry.key, title: entry.title, reason: entry.reason, items: items))
        }
        let words = try await words(of: child)
        if !words.isEmpty {
            parts.append(
                SubjectPack.Part(
                    key: "words", title: "What was written in words",
                    reason: "the reason of a correction, a move or a decision, what was said on the telephone and to "
                        + "weekly summaries: UK GDPR art. 5 (1) (d)", items: words))
        }
        return parts
    }

    private func plain(
        _ rows: [Int64: [(String, String)]], of entry: SubjectCatalogue.Entry
    ) -> [SubjectPack.Item] {
        rows.keys.sorted().map { number in
            let fields = (rows[number] ?? []).filter { !SubjectCatalogue.technical.contains($0.0) }
            return item(entry.key, Int(number), fields, entry.thirdParty)
        }
    }

    private func item(
        _ key: String, _ number: Int, _ fields: [(String, String)], _ thirdParty: SubjectPack.ThirdParty?
    ) -> SubjectPack.Item {
        SubjectPack.Item(
            id: "\(key).\(number)",
            fields: fields.map { name, value in
                SubjectPack.Field(
                    name: name.split(separator: "_").joined(separator: " "), value: value,
                    thirdParty: SubjectCatalogue.staff.contains(name) ? .staff : nil)
            }, thirdParty: thirdParty)
    }

    /// Particulars, opened.
    private func particulars(of child: ChildID) async throws -> [SubjectPack.Item] {
        let person = PersonID(child: child)
        let known = try await store.vault.particulars(of: [person], site: site.id, in: transaction)[person]
        let texts: [(String, String?)] = [
            ("name", known?.name), ("other name", known?.otherName),
            ("birth date", known?.birthDate.map { "\($0)" }), ("telephone", known?.telephone),
            ("e-mail", known?.email), ("NHS number", known?.nhsNumber?.digits),
            ("unique pupil number", known?.upn?.text),
        ]
        let fields = texts.compactMap { name, text in text.map { (name, $0) } }
        return fields.isEmpty ? [] : [item("particulars", 1, fields, nil)]
    }

    /// Addresses; those that must not be told are withheld, for who asks for the child may be whom it is hidden from.
    private func addresses(of child: ChildID) async throws -> [SubjectPack.Item] {
        let addresses = try await store.vault.addresses(
            of: PersonID(child: child), site: site.id, in: transaction)
        return addresses.enumerated().map { index, address in
            let days = [("from", address.from), ("until", address.until)].compactMap { name, day in
                day.map { (name, "\($0)") }
            }
            return item("addresses", index + 1, [("address", address.text ?? "withheld")] + days, nil)
        }
    }

    /// The events of the child and of its episodes, each with its day and what it says.
    private func events(of child: ChildID) async throws -> [SubjectPack.Item] {
        let rows = try await transaction.query(
            """
            SELECT dense_rank() OVER (ORDER BY e.occurred_on, e.recorded_at, e.stream, e.stream_id, e.seq),
                e.kind, e.occurred_on::text, e.recorded_at::text, e.recorded_by, f.key, f.value
            FROM record.event AS e LEFT JOIN LATERAL jsonb_each_text(e.payload) AS f ON f.value IS NOT NULL
            WHERE e.site_id = \(site.id.number) AND (
                e.stream = 'child' AND e.stream_id = \(child.bound)
                OR e.stream = 'episode' AND e.stream_id IN (
                    SELECT episode_id FROM record.episode WHERE site_id = \(site.id.number)
                        AND child_id = \(child.bound)))
            ORDER BY 1, f.key
            """)
        var fields: [Int: [(String, String)]] = [:]
        for row in rows {
            let (number, kind, day, at, by, key, value) = try row.decode(
                Int.self, String.self, String.self, String.self, String.self, String?.self, String?.self)
            if fields[number] == nil {
                let words = kind.split(separator: "-").joined(separator: " ")
                fields[number] = [("what", words), ("on", day), ("recorded at", at), ("recorded_by", by)]
            }
            if let key, let value { fields[number, default: []].append((key, value)) }
        }
        return fields.keys.sorted().map { item("events", $0, fields[$0] ?? [], nil) }
    }

    /// What was typed and not handed in, opened: each field of a form that says something.
    private func drafts(of child: ChildID) async throws -> [SubjectPack.Item] {
        let rows = try await transaction.query(
            """
            SELECT d.draft_id, d.written_by::text, d.saved_at::text, d.key_id::text, d.sealed
            FROM summary.draft AS d JOIN record.episode AS e ON e.site_id = d.site_id AND e.episode_id = d.episode_id
            WHERE d.site_id = \(site.id.number) AND e.child_id = \(child.bound) ORDER BY d.saved_at, d.draft_id
            """)
        return try rows.enumerated().compactMap { index, row in
            let (id, by, at, key, bytes) = try row.decode(
                UUIDBytes.self, String.self, String.self, String.self, [UInt8].self)
            guard let key = KeyID(key) else { return nil }
            let text = try store.vault.open(
                Sealed(key: key, bytes: bytes), of: PersonID(child: child), site: site.id, purpose: .draft,
                row: DraftID(id).bytes)
            let typed = TypedFields(written: text)?.texts.filter { !$0.value.isEmpty } ?? [:]
            let fields = typed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            return item("drafts", index + 1, [("written_by", by), ("saved at", at)] + fields, .staff)
        }
    }

    /// What was written in words of the child's record, opened.
    private func words(of child: ChildID) async throws -> [SubjectPack.Item] {
        let rows = try await transaction.query(
            """
            SELECT DISTINCT n.reference ->> 'narrative', decode(n.reference ->> 'commitment', 'hex')
            FROM record.event AS e
            CROSS JOIN LATERAL jsonb_path_query(e.payload, '$.** ? (exists (@.narrative))') AS n (reference)
            WHERE e.site_id = \(site.id.number) AND (
                e.stream = 'child' AND e.stream_id = \(child.bound)
                OR e.stream = 'episode' AND e.stream_id IN (
                    SELECT episode_id FROM record.episode WHERE site_id = \(site.id.number)
                        AND child_id = \(child.bound)))
            UNION
            SELECT h.narrative_id::text, h.commitment FROM retention.hold AS h
            WHERE h.site_id = \(site.id.number) AND h.child_id = \(child.bound)
            UNION
            SELECT g.reason_id::text, g.reason_commitment FROM access.glass AS g
            WHERE g.site_id = \(site.id.number) AND g.episode_id IN (
                SELECT episode_id FROM record.episode WHERE site_id = \(site.id.number)
                    AND child_id = \(child.bound))
            UNION
            SELECT c.narrative_id::text, c.commitment FROM on_call.call AS c
            WHERE c.site_id = \(site.id.number) AND c.narrative_id IS NOT NULL AND c.episode_id IN (
                SELECT episode_id FROM record.episode WHERE site_id = \(site.id.number)
                    AND child_id = \(child.bound))
            UNION
            SELECT s.narrative_id::text, s.commitment FROM summary.comment AS s
            WHERE s.site_id = \(site.id.number) AND s.episode_id IN (
                SELECT episode_id FROM record.episode WHERE site_id = \(site.id.number)
                    AND child_id = \(child.bound))
            ORDER BY 1
            """)
        var items: [SubjectPack.Item] = []
        for row in rows {
            let (text, bytes) = try row.decode(String?.self, [UInt8]?.self)
            guard let id = text.flatMap({ NarrativeID(uuid: $0) }), let digest = bytes.flatMap({ Digest256($0) }) else {
                continue
            }
            let words = try await store.vault.read(
                SealedNarrative(id: id, commitment: digest), site: site.id, in: transaction)
            items.append(item("words", items.count + 1, [("text", words ?? "erased")], .words))
        }
        return items
    }
}
