import FoundationEssentials

/// Small JSON files, with keys in order and a line break at the end.
enum StateText {
    static func encode(_ value: some Encodable) throws(ClusterFault) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return try Array(encoder.encode(value)) + Array("\n".utf8)
        } catch {
            throw ClusterFault(
                .fileRefused, .cannotCreate, place: "",
                "a state file could not be written as text; run the command again",
                details: String(describing: error))
        }
    }
}
