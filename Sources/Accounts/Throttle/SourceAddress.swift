import Glibc

/// Where a request came from, as far as guesses are counted by it: an IPv4 address, or the first half of an IPv6 address,
/// since one household or server has the other half to itself. It never prints and is never kept in clear.
package struct SourceAddress: Hashable, Sendable {
    let text: String

    /// The address of a peer; what is no address counts as one place for all.
    package init(_ peer: String) {
        var six = in6_addr()
        if inet_pton(AF_INET6, peer, &six) == 1 {
            let bytes = withUnsafeBytes(of: six) { Array($0) }
            let mapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            let kept = mapped ? bytes.suffix(4) : bytes.prefix(8)
            text = (mapped ? "4 " : "6 ") + kept.map { String($0) }.joined(separator: ".")
            return
        }
        var four = in_addr()
        text =
            inet_pton(AF_INET, peer, &four) == 1
            ? "4 " + withUnsafeBytes(of: four) { $0.map { String($0) }.joined(separator: ".") } : "none"
    }

    /// The command line, or a test without a network.
    package static let here = SourceAddress("")
}

extension SourceAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "an address (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
