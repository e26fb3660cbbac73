/// Finds the word that somebody probably meant. Capitals weigh nothing.
package enum NearestWord {
    /// The candidate that takes the fewest changes of a letter, however many; the first of several. Nil of none.
    package static func to(_ word: String, among candidates: [String]) -> String? {
        candidates.map { (name: $0, distance: distance($0, word)) }.min { $0.distance < $1.distance }?.name
    }

    /// The candidate that takes the fewest changes of a letter, when they are few for a word of its length.
    /// - Parameter limit: how many changes are few; by default a third of the letters, and at least two.
    package static func near(_ word: String, among candidates: [String], atMost limit: Int? = nil) -> String? {
        let most = limit ?? max(2, word.count / 3)
        return candidates.map { (name: $0, distance: distance($0, word)) }
            .filter { $0.distance <= most }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
            .name
    }

    /// How many letters must be put in, taken out, replaced or swapped with their neighbour (optimal string alignment).
    private static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.lowercased()), right = Array(right.lowercased())
        var before: [Int] = []
        var above = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let isSame = left[row] == right[column]
                var least = min(above[column] + (isSame ? 0 : 1), above[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    least = min(least, before[column - 1] + 1)
                }
                current.append(least)
            }
            (before, above) = (above, current)
        }
        return above[right.count]
    }
}
