import FoundationEssentials

/// The indicator table as programs read it.
struct IndicatorJSON: Decodable, Equatable {
    struct Scope: Decodable, Equatable {
        let site: String
        let team: String?
        let model: String?
    }

    struct Row: Decodable, Equatable {
        let model: String
        let key: String
        let numerator: Double
        let denominator: Int
        let unknown: Int
        let value: Double?
        let low: Double?
        let high: Double?
        let interval: String?
        let met: Bool?
    }

    let scope: Scope
    let rows: [Row]

    /// Reads what `report indicators --format json` printed.
    init(_ text: String) throws {
        self = try JSONDecoder().decode(IndicatorJSON.self, from: Data(text.utf8))
    }

    /// The row of a model and an indicator.
    func row(_ key: String, of model: String = "mst") throws -> Row {
        guard let row = rows.first(where: { $0.model == model && $0.key == key }) else {
            throw TestTrouble("no row \(key) of \(model)")
        }
        return row
    }

    /// A share in per cent as people read it, rounded half up to a tenth.
    func percent(_ key: String, of model: String = "mst") throws -> String {
        guard let value = try row(key, of: model).value else { return "n/a" }
        let tenths = Int((value * 1000 + 0.5).rounded(.down))
        return "\(tenths / 10).\(tenths % 10)"
    }
}
