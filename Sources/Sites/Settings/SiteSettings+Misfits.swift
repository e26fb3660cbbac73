import CivilDate
import Intervention

extension SiteSettings {
    /// What the site sets, on a day or later, that a version of a model does not allow: one sentence each.
    package func misfits(with model: any InterventionModel, from today: CivilDate) -> [String] {
        let days = [today] + changes(of: model.id).filter { $0 > today }
        var sentences: [String] = []
        for day in days {
            let found = misfits(with: model, on: day)
            sentences += found.filter { !sentences.contains($0) }
        }
        return sentences
    }

    private func misfits(with model: any InterventionModel, on day: CivilDate) -> [String] {
        let entries = entries(of: model.id, on: day)
        let single = entries.values.sorted { $0.key < $1.key }.compactMap { entry -> String? in
            let since = "\(entry.key) of \(entry.model), set from \(entry.from) on"
            guard let parameter = model.parameters.first(where: { $0.key == entry.key }) else {
                return "\(since): the model has no such parameter any more"
            }
            return parameter.flaw(in: entry.written, of: model.id, shown: entry.written)
                .map { "\(since): \($0.sentence)" }
        }
        guard single.isEmpty, let values = try? settings(of: model, on: day) else { return single }
        return model.orderedParameters.filter { !$0.isKept(in: values) }.map {
            "from \(day) on \($0.least) of \(model.id) would be over \($0.most)"
        }
    }
}
