import Glibc

/// The linear programming library of COIN-OR, through its C interface. It is loaded when figures are to be published
/// and at no other time, so that a machine that never publishes does without.
@safe package struct CLP: Sendable {
    /// The name under which the dynamic linker knows it; the number is its interface's.
    package static let file = "libClp.so.1"

    typealias Model = OpaquePointer
    typealias Doubles = UnsafePointer<Double>
    typealias Whole = UnsafePointer<Int32>

    let newModel: @convention(c) () -> Model?
    let deleteModel: @convention(c) (Model) -> Void
    let setLogLevel: @convention(c) (Model, Int32) -> Void
    let setMaximumIterations: @convention(c) (Model, Int32) -> Void
    let loadProblem:
        @convention(c) (
            Model, Int32, Int32, Whole, Whole, Doubles, Doubles, Doubles, Doubles, Doubles, Doubles
        ) -> Void
    let changeLower: @convention(c) (Model, Doubles) -> Void
    let changeUpper: @convention(c) (Model, Doubles) -> Void
    let changeCost: @convention(c) (Model, Doubles) -> Void
    let dual: @convention(c) (Model, Int32) -> Int32
    let primal: @convention(c) (Model, Int32) -> Int32
    let status: @convention(c) (Model) -> Int32
    let solution: @convention(c) (Model) -> UnsafeMutablePointer<Double>?
    let prices: @convention(c) (Model) -> UnsafeMutablePointer<Double>?

    /// Loads it.
    /// - Parameter file: where to look for it.
    /// - Throws: ``DisclosureFault/solverMissing`` when this machine does not have it.
    package init(from file: String = Self.file) throws(DisclosureFault) {
        guard let library = unsafe dlopen(file, RTLD_NOW | RTLD_LOCAL) else { throw .solverMissing }
        func find(_ name: String) throws(DisclosureFault) -> UnsafeMutableRawPointer {
            guard let symbol = unsafe dlsym(library, name) else { throw .solverMissing }
            return unsafe symbol
        }
        unsafe newModel = try unsafeBitCast(find("Clp_newModel"), to: (@convention(c) () -> Model?).self)
        unsafe deleteModel = try unsafeBitCast(find("Clp_deleteModel"), to: (@convention(c) (Model) -> Void).self)
        unsafe setLogLevel = try unsafeBitCast(
            find("Clp_setLogLevel"), to: (@convention(c) (Model, Int32) -> Void).self)
        unsafe setMaximumIterations = try unsafeBitCast(
            find("Clp_setMaximumIterations"), to: (@convention(c) (Model, Int32) -> Void).self)
        unsafe loadProblem = try unsafeBitCast(
            find("Clp_loadProblem"),
            to: (@convention(c) (
                Model, Int32, Int32, Whole, Whole, Doubles, Doubles, Doubles, Doubles, Doubles, Doubles
            ) -> Void).self)
        unsafe changeLower = try unsafeBitCast(
            find("Clp_chgColumnLower"), to: (@convention(c) (Model, Doubles) -> Void).self)
        unsafe changeUpper = try unsafeBitCast(
            find("Clp_chgColumnUpper"), to: (@convention(c) (Model, Doubles) -> Void).self)
        unsafe changeCost = try unsafeBitCast(
            find("Clp_chgObjCoefficients"), to: (@convention(c) (Model, Doubles) -> Void).self)
        unsafe dual = try unsafeBitCast(find("Clp_dual"), to: (@convention(c) (Model, Int32) -> Int32).self)
        unsafe primal = try unsafeBitCast(find("Clp_primal"), to: (@convention(c) (Model, Int32) -> Int32).self)
        unsafe status = try unsafeBitCast(find("Clp_status"), to: (@convention(c) (Model) -> Int32).self)
        unsafe solution = try unsafeBitCast(
            find("Clp_getColSolution"), to: (@convention(c) (Model) -> UnsafeMutablePointer<Double>?).self)
        unsafe prices = try unsafeBitCast(
            find("Clp_getRowPrice"), to: (@convention(c) (Model) -> UnsafeMutablePointer<Double>?).self)
    }
}
