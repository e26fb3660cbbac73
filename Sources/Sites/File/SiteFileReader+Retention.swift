import Intervention
import YAMLFile

extension SiteFileReader {
    /// How long the site keeps records. In a file that was applied once, a value outside the bounds of today is taken as the
    /// nearest inside them.
    mutating func readRetention(_ node: YAMLNode) -> RetentionPolicy? {
        guard let values = mapping(node, keys: SiteFileRetentionKey.self, of: "'retention'") else { return nil }
        let services = values[.services].map { readServices($0) }
        var set: [ParameterKey: Int] = [:]
        var isRight = services != .some(nil)
        for parameter in RetentionPolicy.parameters {
            guard let key = SiteFileRetentionKey(rawValue: parameter.key.text), let value = values[key] else {
                continue
            }
            if let years = readYears(value, of: parameter) { set[parameter.key] = years } else { isRight = false }
        }
        guard isRight else { return nil }
        return RetentionPolicy(set, services: (services ?? nil).map { Set($0) } ?? RetentionPolicy.usual.services)
    }

    private mutating func readYears(_ node: YAMLNode, of parameter: Parameter) -> Int? {
        guard let years = whole(node, of: parameter.key.text), case .whole(let range) = parameter.bounds else {
            return nil
        }
        if models == nil { return min(max(years, range.lowerBound), range.upperBound) }
        guard range.contains(years) else {
            report(
                .outsideBounds, at: node,
                "\(parameter.key) is \(parameter.bounds) years, not \(years) (\(parameter.source))")
            return nil
        }
        return years
    }

    private mutating func readServices(_ node: YAMLNode) -> [RetentionRule]? {
        let known = RetentionRule.allCases.filter { RetentionPolicy.serviceRules.contains($0) }
        return list(node, of: "services") { reader, entry in reader.word(entry, of: "service", among: known) }
    }
}
