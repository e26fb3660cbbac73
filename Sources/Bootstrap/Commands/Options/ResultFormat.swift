import ArgumentParser

/// How a command writes its result when it can write it for people or for programs.
enum ResultFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
    case text
    case json
}
