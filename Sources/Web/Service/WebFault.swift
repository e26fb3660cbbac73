/// Why the service cannot listen.
package enum WebFault: Error, Sendable, Hashable {
    /// Something else listens there.
    case portInUse(host: String, port: Int)
    /// This account may not listen on that port.
    case portForbidden(port: Int)
    /// This machine has no such address.
    case noSuchAddress(host: String)
    /// The system refused for another reason, by its number.
    case refused(host: String, port: Int, number: Int32)
}

extension WebFault: CustomStringConvertible {
    /// One sentence with the remedy.
    package var description: String {
        switch self {
        case .portInUse(let host, let port):
            "port \(port) of \(host) is in use: end what listens there, or choose another with --port"
        case .portForbidden(let port):
            "this account may not listen on port \(port): choose one from 1024 on with --port"
        case .noSuchAddress(let host): "this machine has no address \(host): choose one that it has with --host"
        case .refused(let host, let port, let number):
            "the system refuses to listen on port \(port) of \(host) (errno \(number)): choose another"
        }
    }
}
