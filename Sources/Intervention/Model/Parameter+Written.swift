extension Parameter {
    /// A value as people write it: a whole number, a share or score as a decimal from 0 to 1, or one of the choices.
    /// Nil for a text that is none; whether the bounds allow it is another question.
    public func value(written text: String) -> ParameterValue? {
        switch bounds {
        case .whole: text.utf8.count <= 6 ? Int(text).map { .whole($0) } : nil
        case .billionths: AdherenceScore(decimal: text).map { .billionths($0.billionths) }
        case .choices: .choice(text)
        }
    }
}
