/// The nightly jobs, each after those that it waits for. A new one is one line here.
package enum NightlyList {
    /// All of them.
    package static let all: [any NightlyJob] = []
}
