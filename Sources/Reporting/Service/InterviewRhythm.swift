import Intervention

/// When the adherence interviews of a model fall due.
package struct InterviewRhythm: Hashable, Sendable {
    /// Days from the first session to the first; at least 1.
    let firstAfter: Int32
    /// Days from each to the next; at least 1.
    let every: Int32

    /// The rhythm of a model; nil when its families are not asked.
    /// - Parameter settings: the values of its parameters; nil for its own standard.
    init?(of model: any InterventionModel, with settings: ModelSettings?) {
        func days(_ key: ParameterKey) -> Int32? {
            let standard = model.parameters.first { $0.key == key }?.standard
            guard case .whole(let days)? = settings.map({ $0.value(key) }) ?? standard, days >= 1 else { return nil }
            return Int32(exactly: days)
        }
        guard let firstAfter = days(.interviewFirstAfter), let every = days(.interviewEvery) else { return nil }
        self.firstAfter = firstAfter
        self.every = every
    }
}
