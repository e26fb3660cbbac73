extension RandomAccessCollection where Index == Int {
    /// The elements in runs of at most `length`.
    func chunks(of length: Int) -> [SubSequence] {
        stride(from: startIndex, to: endIndex, by: length).map { self[$0..<Swift.min($0 + length, endIndex)] }
    }
}
