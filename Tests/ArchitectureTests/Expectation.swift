import Testing

/// Expects that a rule found nothing in the tree, and prints each thing it found on a line of its own.
func expectNothing(_ found: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))", sourceLocation: sourceLocation)
}
