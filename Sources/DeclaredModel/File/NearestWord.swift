/// Finds what somebody may have meant.
enum NearestWord {
    /// The word with the fewest changes of letters; nil of none. Capitals weigh nothing.
    static func to(_ word: String, among words: [String]) -> String? {
        let wanted = Array(word.lowercased())
        return words.min { distance(wanted, Array($0.lowercased())) < distance(wanted, Array($1.lowercased())) }
    }

    /// Insertions, removals and exchanges that lead from one to the other (Levenshtein).
    private static func distance(_ first: [Character], _ second: [Character]) -> Int {
        var row = Array(0...second.count)
        for (i, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in second.enumerated() {
                let exchanged = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(exchanged, row[j] + 1, diagonal + 1)
            }
        }
        return row[second.count]
    }
}
